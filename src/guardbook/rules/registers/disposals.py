"""Records that are no longer in use: when to look whether they may go, what was decided, and how they went.

The review date is worked out from the schedule; a hold stops everything; nothing goes by itself.
Source: rule D-11.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.registers import keeping, questions, retention
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.keeping import Clock, Hold
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.registers.retention import Record
from guardbook.rules.registers.terms import CODE, Term
from guardbook.rules.verdict import Confidence

_OLDEST_AT_LEAVING = 85
"""Somebody whose 75th birthday lies ten years before they left was 85: more likely a date of birth was written."""


class Decision(Choice):
    """What the owner decided after looking."""

    DESTROY = "destroy", "Destroy them"
    PASS_ON = "pass_on", "Pass them on, for example to an archive"
    KEEP = "keep", "Keep them for longer"


class How(Choice):
    """How they went."""

    SHREDDED = "shredded", "We shredded them across (cross-cut)"
    COMPANY = "company", "A company destroyed them"
    DELETED = "deleted", "Deleted from the system and its bin"
    WIPED = "wiped", "The device was wiped"
    PASSED_ON = "passed_on", "Passed on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposal(Entry):
    """One person's records or a batch of one kind. The two last dates are worked out from the schedule."""

    name: str = questions.line(
        "Which records?",
        hint="Enough to find them again, for example: care file 0412, or rotas 2025 to 2026. No names are needed.",
        required=True,
        listed=True,
        also_called=("record", "records", "box", "description", "file", "reference"),
    )
    kind: Record | None = questions.one(
        "Which kind of record?", Record, required=True, listed=True, also_called=("record type", "type", "category")
    )
    triggered_on: date | None = questions.day(
        "When did they stop being used?",
        hint="The day care ended, the person left or the case was closed.",
        listed=True,
        also_called=("trigger date", "date closed", "end of care", "leaving date", "closed"),
    )
    used_again_on: date | None = questions.day(
        "Did they come into use again? From when?",
        hint="For example, the person came back. The clock then starts again when care ends again.",
    )
    turns_75_on: date | None = questions.day(
        "When is the person's 75th birthday?",
        hint="Only for staff records. Write the day they turn 75, never the date of birth.",
        also_called=("75th birthday",),
    )
    holds: tuple[Hold, ...] = questions.some(
        "Must they be kept for now?",
        Hold,
        hint="Records on hold are never destroyed.",
        also_called=("hold", "legal hold"),
    )
    keep_until: date | None = questions.day("Kept for longer, until when?", part="What was decided")
    why_longer: str = questions.line("Why longer?")
    decision: Decision | None = questions.one("What did you decide?", Decision, also_called=("decision", "outcome"))
    decided_on: date | None = questions.day("On which day?", also_called=("decision date", "reviewed"))
    went_on: date | None = questions.day(
        "When did they go?", also_called=("date destroyed", "destroyed on", "destruction date", "disposal date")
    )
    how: How | None = questions.one("How?", How, also_called=("method", "how destroyed", "method of destruction"))
    certificate: str = questions.line(
        "Which certificate shows it?",
        hint="Its number, or attach it here.",
        also_called=("certificate", "certificate number"),
    )
    review_on: date | None = None
    must_go_on: date | None = None


def settle(entry: Disposal, reference: Reference) -> Disposal:
    """The records with the day to look whether they may go, by the provider's own schedule or the published one."""
    term, clock = _term(entry, reference), clock_of(entry)
    return replace(entry, review_on=keeping.review_on(clock, term), must_go_on=keeping.must_go_on(clock, term))


def clock_of(entry: Disposal) -> Clock:
    """What starts, restarts and lengthens the time of these records."""
    return Clock(entry.triggered_on, entry.used_again_on, entry.turns_75_on, entry.keep_until)


def refuses(entry: Disposal) -> Iterator[str]:
    """Why an entry may not be saved: records on hold that go, or a date of birth (D-11)."""
    if entry.holds and (entry.went_on or entry.decision in {Decision.DESTROY, Decision.PASS_ON}):
        yield "These records are on hold, so they may not go. Take back the decision or, if the hold is over, take that off."
    if entry.turns_75_on and entry.triggered_on and _looks_like_birth(entry.turns_75_on, entry.triggered_on):
        yield "That looks like a date of birth. Write the day the person turns 75. We never keep a date of birth here."


def gaps(entry: Disposal, on: date) -> Iterator[Gap]:
    """What is to be done about these records on a day (D-11)."""
    if entry.went_on is not None:
        yield from _gone(entry)
        return
    yield from _clock(entry)
    yield from _due(entry, on)
    if entry.keep_until is not None and not entry.why_longer:
        yield _gap("Write down why you keep them for longer.", Severity.MEDIUM, "why_longer")


def _clock(entry: Disposal) -> Iterator[Gap]:
    if clock_of(entry).is_in_use:
        return
    if entry.triggered_on is None:
        yield _gap("Write down when they stopped being used. That starts the clock.", Severity.MEDIUM, "triggered_on")
    elif entry.review_on is None:
        text = (
            "No date can be worked out. Write the day of the 75th birthday if these are staff records, "
            "or add this kind of record to your list of keeping times."
        )
        yield _gap(text, Severity.MEDIUM, "turns_75_on")


def _due(entry: Disposal, on: date) -> Iterator[Gap]:
    if entry.holds and entry.review_on is not None and entry.review_on <= on:
        yield _gap("They are due, but on hold. Keep them, and look whether the hold is over.", Severity.INFO, "holds")
    elif entry.must_go_on is not None and entry.must_go_on < on and not entry.holds:
        text = f"They should have gone by {dates.in_words(entry.must_go_on)}. Destroy them safely, or say why not."
        yield _gap(text, Severity.HIGH, "went_on")
    elif entry.review_on is not None and entry.review_on <= on:
        day = dates.in_words(entry.review_on)
        text = (
            "You decided that they go. Write down when and how they went."
            if entry.decision in {Decision.DESTROY, Decision.PASS_ON}
            else f"Since {day} they may go. Look at them and decide."
        )
        yield _gap(text, Severity.MEDIUM, "decision")


def _gone(entry: Disposal) -> Iterator[Gap]:
    early = entry.review_on is not None and entry.went_on is not None and entry.went_on < entry.review_on
    if early and entry.review_on != entry.must_go_on:
        text = "They went before their time was over. If that was a mistake, log it as an incident."
        yield _gap(text, Severity.HIGH, "went_on")
    if entry.how is None:
        yield _gap("Write down how they went.", Severity.MEDIUM, "how")
    if entry.how is How.COMPANY and not entry.certificate:
        yield _gap("Ask the company for its certificate, and note the number.", Severity.MEDIUM, "certificate")


def _term(entry: Disposal, reference: Reference) -> Term:
    """The time for this kind: the provider's own where it set one, else the published; the longest time is published."""
    kind = entry.kind or ""
    published = reference.keeping.get(kind)
    own = retention.terms_of(reference.own.get(retention.REGISTER.slug, ())).get(kind)
    if own is None or published is None:
        return own or published or Term()
    return replace(published, least=own.least, birthday=own.birthday)


def _looks_like_birth(turns_75_on: date, left_on: date) -> bool:
    return dates.add_months(turns_75_on, (_OLDEST_AT_LEAVING - 75) * 12) < left_on


def _gap(text: str, severity: Severity, question: str) -> Gap:
    return Gap(text, severity, question, "D-11", Confidence.READ, CODE)


REGISTER: Register[Disposal] = Register(
    slug="disposals",
    entry=Disposal,
    title="Records to review or destroy",
    one="batch of records",
    many="batches of records",
    section=Section.INFORMATION,
    why=(
        "When a record stops being used, its clock starts. This list tells you when to look whether it may go, "
        "and is your proof of what went, when and how."
    ),
    example="Care file 0412, care ended 14 March 2026: look at it on 14 March 2034.",
    refuses=refuses,
    gaps=gaps,
    counted=(),
    review_months=lambda _entry: None,
    derived=("review_on", "must_go_on"),
    settle=settle,
    reads=(retention.REGISTER.slug,),
    same_by=("name", "kind"),
)
