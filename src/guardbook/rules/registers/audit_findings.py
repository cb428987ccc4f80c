"""What audits found, what the service said to it, and whether it was put right (rule A-04)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.access import Permission
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence


class Weight(Choice):
    """How much a finding matters."""

    SERIOUS = "serious", "Serious: somebody could be harmed, or the law is not kept"
    NOTABLE = "notable", "To be put right"
    SMALL = "small", "Small: an improvement"


class Answer(Choice):
    """What the service said to a finding."""

    AGREED = "agreed", "Agreed"
    NOT_AGREED = "not_agreed", "Not agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFinding(Entry):
    """One finding, followed up until the officer has checked it."""

    name: str = questions.line(
        "What was found?",
        hint="Do not name anybody. For example: two log-ins of leavers still worked.",
        required=True,
        listed=True,
        also_called=("finding", "issue"),
    )
    audit: tuple[UUID, ...] = questions.links("Which audit found it?", "audits", also_called=("audit",))
    found_on: date | None = questions.day("When?", required=True, also_called=("date", "date found"))
    weight: Weight | None = questions.one(
        "How much does it matter?", Weight, required=True, listed=True, also_called=("priority", "severity")
    )
    advice: str = questions.words("What does the officer advise?", also_called=("recommendation", "advice"))
    answer: Answer | None = questions.one("What did the service say?", Answer, part="What the service does about it")
    answered_by: str = questions.line("Who said so?", hint="Not the officer: the service decides.")
    actions: str = questions.words("What will they do or, if they do not agree, why not?", also_called=("action",))
    due_on: date | None = questions.day("By when?", listed=True, also_called=("due", "target date"))
    done_on: date | None = questions.day("When was it done?", also_called=("done", "completed"), part="Follow-up")
    checked_on: date | None = questions.day(
        "When did the officer check that it is done, or close it?", listed=True, also_called=("closed", "checked")
    )
    follow_up: str = questions.words("What did that check show?")


def refuses(entry: AuditFinding) -> Iterator[str]:
    """What may not be saved."""
    if entry.answer is not None and not entry.answered_by.strip():
        yield "Say who answered for the service."
    if entry.answer is Answer.NOT_AGREED and not entry.actions.strip():
        yield "Say why they do not agree."
    if entry.checked_on and entry.answer is None:
        yield "It can only be closed once the service has answered."
    if entry.checked_on and entry.answer is Answer.AGREED and entry.done_on is None:
        yield "It can only be closed once it is done. Give the day on which it was done."


def gaps(entry: AuditFinding, on: date) -> Iterator[Gap]:
    """The next step of a finding that is not closed. Source: rule A-04 (UK GDPR Art 39(1)(b))."""
    severity = Severity.HIGH if entry.weight is Weight.SERIOUS else Severity.MEDIUM
    if entry.answer is None:
        yield _gap("The service has not said yet what it will do.", severity, "answer")
    elif entry.answer is Answer.NOT_AGREED:
        yield _gap("They do not agree. Tell the highest level of management, then close it.", severity, "checked_on")
    elif entry.done_on is not None:
        yield _gap("It is done. Check it, and close it.", Severity.LOW, "checked_on")
    elif entry.due_on is None:
        yield _gap("Agree by when it is put right.", Severity.MEDIUM, "due_on")
    elif entry.due_on < on:
        text = f"It was to be put right by {dates.in_words(entry.due_on)}."
        yield _gap(text, severity, "done_on")


def _gap(text: str, severity: Severity, question: str) -> Gap:
    return Gap(text, severity, question, "A-04", Confidence.DEFAULT)


REGISTER: Register[AuditFinding] = Register(
    slug="audit-findings",
    entry=AuditFinding,
    title="What audits found",
    one="finding",
    many="findings",
    section=Section.DECIDING,
    why="A finding is worth something once it is put right and somebody has looked again.",
    example="Two log-ins of leavers still worked. The manager agreed, they were closed in March, checked in April.",
    refuses=refuses,
    gaps=gaps,
    review_months=lambda _entry: None,
    same_by=("name", "found_on"),
    ends="checked_on",
    seen_by=Permission.OVERSIGHT_VIEW,
    kept_by=Permission.ADVICE_RECORD,
)
