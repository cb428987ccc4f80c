"""What somebody noticed about how information is kept: what goes well, and what could go better (rule A-08)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.rules.access import Permission
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence


class Kind(Choice):
    """Whether it is something to praise or something to change."""

    GOOD = "good", "Something done well"
    BETTER = "better", "Something that could be better"


class Topic(Choice):
    """What was noticed about."""

    TALK = "talk", "What is said, and who can hear it"
    PAPER = "paper", "Paper and notes"
    SCREENS = "screens", "Screens, phones and tablets"
    PASSWORDS = "passwords", "Passwords and log-ins"
    MESSAGES = "messages", "Email and messages"
    DOORS = "doors", "Doors, visitors and deliveries"
    RECORDS = "records", "How records are written and kept"
    TRAINING = "training", "What staff know"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Entry):
    """One thing that was noticed."""

    name: str = questions.line(
        "What did you notice?",
        hint="Do not name anybody. For example: handover sheets left on the hall table.",
        required=True,
        listed=True,
        also_called=("observation", "noticed"),
    )
    kind: Kind | None = questions.one("Which is it?", Kind, required=True, listed=True, also_called=("type",))
    seen_on: date | None = questions.day("When?", required=True, listed=True, also_called=("date", "date seen"))
    topic: Topic | None = questions.one("What is it about?", Topic, listed=True, also_called=("category", "theme"))
    done: str = questions.words("What was done about it, or what should be?", also_called=("action", "actions"))
    for_seniors: bool | None = questions.yes_no(
        "Should senior managers hear of it?", hint="Then it stands in this month’s report."
    )
    settled_on: date | None = questions.day("When was it settled?", also_called=("closed", "date closed"))


def gaps(entry: Observation, on: date) -> Iterator[Gap]:
    """What is missing about something that could be better. Source: rule A-08 (see that good practice is carried out)."""
    del on
    if entry.kind is Kind.BETTER and not entry.done.strip():
        yield _gap("Say what should be done about it.", Severity.MEDIUM, "done")
    elif entry.kind is Kind.BETTER:
        yield _gap("Is it settled? Then give the day.", Severity.LOW, "settled_on")


def _gap(text: str, severity: Severity, question: str) -> Gap:
    return Gap(text, severity, question, "A-08", Confidence.DEFAULT)


REGISTER: Register[Observation] = Register(
    slug="observations",
    entry=Observation,
    title="Observations",
    one="observation",
    many="observations",
    section=Section.DECIDING,
    why="What the Lead sees on an ordinary day, good and not so good. Senior managers hear of it every month.",
    example="Handover sheets lay on the hall table at three. They are now kept in the office.",
    gaps=gaps,
    review_months=lambda _entry: None,
    ends="settled_on",
    same_by=("name", "seen_on"),
    seen_by=Permission.OVERSIGHT_VIEW,
    kept_by=Permission.OVERSIGHT_EDIT,
)
