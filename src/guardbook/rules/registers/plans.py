"""Plans for emergencies: what each covers, who approved it when, and where the paper copy is (rule E-06)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

GOOD_FOR = 12
"""Months for which an approval is good (item 7.1.2: reviewed every year)."""


class Scenario(Choice):
    """What can go wrong: the seven losses of rule E-06, and the two more that the toolkit names."""

    RECORDS = "records", "The care records or the system they are in are gone"
    CYBER = "cyber", "A cyber attack: somebody gets in, or locks our files"
    DEVICE = "device", "A computer, tablet or phone is broken, lost or stolen"
    INTERNET = "internet", "No internet"
    PHONES = "phones", "No phones"
    POWER = "power", "A power cut"
    BUILDING = "building", "We cannot use the building or the office"
    PEOPLE = "people", "Too few staff, or the one who knows how is away"
    SUPPLIER = "supplier", "A supplier or their system is down"


TOOLKIT = frozenset(Scenario) - {Scenario.PEOPLE}
"""What the toolkit asks a plan to cover: its six events and the loss of data (item 7.1.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Entry):
    """One plan. ``look_due_on`` is the last day on which its approval is good."""

    name: str = questions.line(
        "Plan", required=True, listed=True, also_called=("plan name", "business continuity plan", "document")
    )
    owner: UUID | None = questions.person(
        "Who looks after this plan?", also_called=("owner", "responsible", "responsible person", "lead")
    )
    covers: tuple[Scenario, ...] = questions.some(
        "What does the plan cover?",
        Scenario,
        hint="Tick only what it has a page or a paragraph for.",
        required=True,
        also_called=("covers", "scenarios", "risks covered"),
    )
    says_who_tells: bool | None = questions.yes_no(
        "Does it say who tells whom, and what to do about the data?",
        hint="For example: who rings families, and who decides whether the regulator must know.",
    )
    approved_on: date | None = questions.day(
        "When was it last read through and approved?",
        required=True,
        listed=True,
        also_called=("approved", "date approved", "last reviewed", "review date", "date of last review"),
    )
    staff_shown_on: date | None = questions.day(
        "When were staff last shown it?", also_called=("staff briefed", "shared with staff")
    )
    offline_copy: str = questions.line(
        "Where is the copy that you can read with no computer?",
        hint="For example: red folder in the office, and one in the on-call bag.",
        listed=True,
        also_called=("paper copy", "offline copy", "location", "where kept"),
    )
    printed_on: date | None = questions.day(
        "When was that copy printed?", listed=True, also_called=("printed", "print date", "date printed")
    )
    look_due_on: date | None = None


def good_until(entry: Plan) -> date | None:
    """The last day on which a plan's approval is good; None where it was never approved."""
    return None if entry.approved_on is None else dates.add_months(entry.approved_on, GOOD_FOR)


def covered(plans: Iterable[Plan]) -> frozenset[Scenario]:
    """What plans cover between them."""
    return frozenset(scenario for plan in plans for scenario in plan.covers)


def in_order(scenarios: Iterable[Scenario]) -> str:
    """Scenarios in words for a sentence, in the order they are asked."""
    wanted = set(scenarios)
    return "; ".join(each.label[0].lower() + each.label[1:] for each in Scenario if each in wanted)


def gaps(entry: Plan, on: date) -> Iterator[Gap]:
    """What is missing in one plan. Source: rule E-06 and item 7.1.2."""
    until = good_until(entry)
    if until is not None and until < on:
        last = dates.in_words(entry.approved_on or until)
        yield Gap(
            f"Read the plan through again. It was last approved on {last}.", Severity.MEDIUM, "approved_on", "E-06"
        )
    if not entry.offline_copy:
        text = "Print the plan and say where the paper is. You cannot open a file when the computers are down."
        yield Gap(text, Severity.HIGH, "offline_copy", "E-06", Confidence.READ)
    elif entry.printed_on is None:
        yield Gap("Say when the paper copy was printed.", Severity.LOW, "printed_on", "E-06")
    elif entry.approved_on is not None and entry.printed_on < entry.approved_on:
        yield Gap("The paper copy is older than the plan. Print it again.", Severity.MEDIUM, "printed_on", "E-06")
    if not entry.says_who_tells:
        text = "Add to the plan who tells whom, and what to do about information that is lost or stolen."
        yield Gap(text, Severity.LOW, "says_who_tells", "E-06", Confidence.INFERRED)
    if entry.staff_shown_on is None:
        yield Gap("Show staff the plan and note the day.", Severity.LOW, "staff_shown_on", "E-06", Confidence.INFERRED)


def findings(rows: Sequence[Counted[Plan]], on: date) -> Iterator[Gap]:
    """What no plan covers, once there is one. Source: rule E-06."""
    del on
    missing = frozenset(Scenario) - covered(each.entry for each in rows)
    if rows and missing:
        severity = Severity.HIGH if missing & TOOLKIT else Severity.LOW
        yield Gap(f"No plan covers this yet: {in_order(missing)}.", severity, "covers", "E-06", Confidence.READ)


def settle(entry: Plan, _reference: Reference) -> Plan:
    """Fill in the last day on which the approval is good."""
    return replace(entry, look_due_on=good_until(entry))


REGISTER: Register[Plan] = Register(
    slug="plans",
    entry=Plan,
    title="Plans for emergencies",
    one="plan",
    many="plans",
    section=Section.RISKS,
    why="Care goes on when the screens are dark. Staff need to know what to do about medicines and care plans that day.",
    example="Plan for emergencies, covers a power cut and eight more, approved in March, paper copy in the red folder.",
    gaps=gaps,
    findings=findings,
    counted=(
        "name",
        "covers",
        "approved_on",
        "staff_shown_on",
        "offline_copy",
    ),
    review_months=lambda _entry: None,  # its approval is the look, and has a date of its own
    derived=("look_due_on",),
    settle=settle,
)
