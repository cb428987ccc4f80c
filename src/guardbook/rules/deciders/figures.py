"""Where the service stands, in a page of figures: each with its words, its source and whether it asks for something.

Rule A-08: the Lead reports to senior managers. Which figures belong in it is our own choice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.verdict import Confidence, Reason

ENOUGH = 95
"""The share of staff with training that the toolkit asks for (item 3.2.1)."""


class Part(StrEnum):
    """Under which heading a figure stands."""

    TOOLKIT = "The toolkit"
    PEOPLE = "People and training"
    REGISTERS = "Registers and risks"
    EVENTS = "When something happens"
    ROUND = "Advice, checks and decisions"


class Says(StrEnum):
    """What a figure asks of whoever reads it."""

    ACT = "ACT"
    WATCH = "WATCH"
    FINE = "FINE"
    NOTE = "NOTE"


@dataclass(frozen=True, slots=True)
class Events:
    """What happened and still runs; None where it is not kept here."""

    breaches_open: int | None = None
    breaches_late: int | None = None
    breaches_month: int | None = None
    requests_open: int | None = None
    requests_late: int | None = None
    assessments_open: int | None = None
    assessments_due: int | None = None


@dataclass(frozen=True, slots=True)
class Logs:
    """The logs of the people who decide, in numbers. ``…_month`` counts from the first day of the month reported."""

    good_month: int = 0
    better_month: int = 0
    changes_open: int = 0
    changes_month: int = 0
    advice_waiting: int = 0
    advice_unanswered: int = 0
    not_followed: int = 0
    instructions: int = 0
    audits_late: int = 0
    audits_month: int = 0
    findings_open: int = 0
    findings_late: int = 0
    queries_waiting: int = 0
    contacts_open: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What the records say on a day. ``vacant`` names the roles that must be filled and are not."""

    as_of: date
    questions_done: int = 0
    questions_all: int = 0
    closes_on: date | None = None
    overdue: int = 0
    to_do: int = 0
    trained: int = 0
    staff: int = 0
    vacant: tuple[str, ...] = ()
    to_put_right: int = 0
    unchecked: int = 0
    risks: int = 0
    risks_high: int = 0
    risks_unplanned: int = 0
    acceptances_ending: int = 0
    events: Events = Events()
    logs: Logs = Logs()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: ``key`` names it for links, ``source`` says which records it was counted from."""

    key: str
    part: Part
    label: str
    value: str
    says: Says
    source: str


@dataclass(frozen=True, slots=True)
class Play:
    """The state of play: one sentence, what senior managers should act on, and every figure."""

    headline: str
    asks: tuple[str, ...]
    figures: tuple[Figure, ...]
    reason: Reason


def play(facts: Facts) -> Play:
    """Put the state of play together. Source: rule A-08; that 95% of staff are trained is item 3.2.1."""
    found = (*_toolkit(facts), *_people(facts), *_registers(facts), *_events(facts.events), *_round(facts.logs))
    asks = tuple(f"{each.label}: {each.value}" for each in found if each.says is Says.ACT)
    return Play(_headline(len(asks)), asks, found, Reason(_WHY, "A-08", Confidence.DEFAULT))


_WHY = "The Lead tells senior managers how it stands. Each figure is counted from the records on the day."


def _headline(asks: int) -> str:
    if not asks:
        return "Nothing needs senior managers this month."
    return "One thing needs senior managers." if asks == 1 else f"{asks} things need senior managers."


def _toolkit(facts: Facts) -> Iterator[Figure]:
    late = _says(facts.overdue)
    if facts.questions_all:
        value = f"{facts.questions_done} of {facts.questions_all}"
        says = Says.FINE if facts.questions_done == facts.questions_all else Says.WATCH
        yield Figure("toolkit", Part.TOOLKIT, "Questions answered and confirmed", value, says, "Toolkit answers")
    else:
        yield Figure(
            "toolkit", Part.TOOLKIT, "Questions answered", "Not started this year", Says.ACT, "Toolkit answers"
        )
    if facts.closes_on:
        value = dates.in_words(facts.closes_on)
        says = Says.ACT if facts.closes_on < facts.as_of else Says.NOTE
        yield Figure("closes", Part.TOOLKIT, "The toolkit closes on", value, says, "The toolkit")
    yield Figure("overdue", Part.TOOLKIT, "Things to do that are overdue", str(facts.overdue), late, "What next")
    yield Figure("to_do", Part.TOOLKIT, "Things to do in all", str(facts.to_do), Says.NOTE, "What next")


def _people(facts: Facts) -> Iterator[Figure]:
    source = "Staff and training"
    if facts.staff:
        is_enough = facts.trained * 100 >= facts.staff * ENOUGH
        value = f"{facts.trained} of {facts.staff}"
        says = Says.FINE if is_enough else Says.ACT
        yield Figure("trained", Part.PEOPLE, "Staff with training that counts (95% is asked)", value, says, source)
    else:
        yield Figure("trained", Part.PEOPLE, "Staff on the list", "None yet", Says.ACT, source)
    vacant = ", ".join(facts.vacant) or "None"
    yield Figure("vacant", Part.PEOPLE, "Roles that nobody holds", vacant, _says(len(facts.vacant)), "Roles")


def _registers(facts: Facts) -> Iterator[Figure]:
    part, risks = Part.REGISTERS, "Register of risks"
    yield Figure(
        "put_right", part, "Entries to put right", str(facts.to_put_right), _watch(facts.to_put_right), "Registers"
    )
    yield Figure(
        "unchecked", part, "Entries nobody has checked", str(facts.unchecked), _watch(facts.unchecked), "Registers"
    )
    yield Figure(
        "risks_high", part, f"Big risks, of {facts.risks}", str(facts.risks_high), _watch(facts.risks_high), risks
    )
    unplanned = facts.risks_unplanned
    yield Figure("unplanned", part, "Big risks that nobody works on", str(unplanned), _says(unplanned), risks)
    ending = facts.acceptances_ending
    yield Figure("ending", part, "Accepted risks to decide again within 60 days", str(ending), _says(ending), risks)


def _events(of: Events) -> Iterator[Figure]:
    counted = (
        ("breaches_open", "Incidents and breaches still open", of.breaches_open, _watch, "Incidents"),
        (
            "breaches_late",
            "Breaches whose 72 hours are over, and nobody has told or decided",
            of.breaches_late,
            _says,
            "Incidents",
        ),
        ("breaches_month", "Incidents and near misses found this month", of.breaches_month, _note, "Incidents"),
        ("requests_open", "Requests and complaints open", of.requests_open, _watch, "Requests"),
        ("requests_late", "Requests and complaints that are late", of.requests_late, _says, "Requests"),
        (
            "assessments_open",
            "Changes that are still being looked at",
            of.assessments_open,
            _watch,
            "Changes",
        ),
        ("assessments_due", "Changes to look at again now", of.assessments_due, _says, "Changes"),
    )
    for key, label, number, says, source in counted:
        if number is not None:
            yield Figure(key, Part.EVENTS, label, str(number), says(number), source)


def _round(of: Logs) -> Iterator[Figure]:
    counted = (
        ("observed", "Noticed this month: done well", of.good_month, _note, "Observations"),
        ("better", "Noticed this month: could be better", of.better_month, _watch, "Observations"),
        ("changes_open", "Proposed changes not yet at their end", of.changes_open, _note, "Changes"),
        ("changes_month", "Changes put in place this month", of.changes_month, _note, "Changes"),
        ("advice_waiting", "Questions that wait for the Data Protection Officer", of.advice_waiting, _watch, "Advice"),
        ("unanswered", "Advice that the service has not answered", of.advice_unanswered, _says, "Advice"),
        ("not_followed", "Advice not followed, in the last year", of.not_followed, _watch, "Advice"),
        ("instructions", "Times the officer was told what to conclude", of.instructions, _says, "Advice"),
        ("audits_month", "Audits done this month", of.audits_month, _note, "Audits"),
        ("audits_late", "Audits that are late", of.audits_late, _watch, "Audits"),
        ("findings_open", "Audit findings not closed", of.findings_open, _watch, "What audits found"),
        ("findings_late", "Audit findings that are late", of.findings_late, _says, "What audits found"),
        ("queries", "Questions that wait for the Caldicott Guardian", of.queries_waiting, _watch, "Decisions"),
        ("contacts", "Open matters with the regulator", of.contacts_open, _watch, "Contact with the regulator"),
    )
    for key, label, number, says, source in counted:
        yield Figure(key, Part.ROUND, label, str(number), says(number), source)


def _says(number: int) -> Says:
    return Says.ACT if number else Says.FINE


def _watch(number: int) -> Says:
    return Says.WATCH if number else Says.FINE


def _note(_number: int) -> Says:
    return Says.NOTE
