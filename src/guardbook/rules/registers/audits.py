"""The Data Protection Officer's programme of audits: what is looked at, when, and how it went (rule A-04)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.access import Permission
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence


class Result(Choice):
    """How an audit went."""

    GOOD = "good", "In order"
    SMALL = "small", "Small things to put right"
    SERIOUS = "serious", "Something serious to put right"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerAudit(Entry):
    """One audit, planned or done."""

    name: str = questions.line(
        "What is looked at?",
        hint="For example: how requests to see records are answered.",
        required=True,
        listed=True,
        also_called=("audit", "scope", "area"),
    )
    method: str = questions.words("What will you look at, and how?", also_called=("method", "how"))
    planned_on: date | None = questions.day("When is it planned?", listed=True, also_called=("planned", "due"))
    done_on: date | None = questions.day("When was it done?", listed=True, also_called=("done", "date", "completed"))
    result: Result | None = questions.one("How did it go?", Result, listed=True, also_called=("outcome",))
    summary: str = questions.words("What was found, in a few sentences?", also_called=("summary", "findings"))


def refuses(entry: OfficerAudit) -> Iterator[str]:
    """What may not be saved."""
    if entry.result is not None and entry.done_on is None:
        yield "Give the day on which it was done, or leave the result open."


def gaps(entry: OfficerAudit, on: date) -> Iterator[Gap]:
    """What is missing for one audit. Source: rule A-04 (UK GDPR Art 39(1)(b): the officer monitors, with audits)."""
    if entry.done_on is None and entry.planned_on is None:
        yield _gap("Say when it is planned.", Severity.LOW, "planned_on")
    elif entry.done_on is None and entry.planned_on and entry.planned_on < on:
        text = f"It was planned for {dates.in_words(entry.planned_on)}. Do it, or move it."
        yield _gap(text, Severity.MEDIUM, "done_on")
    elif entry.done_on is not None and not (entry.result and entry.summary.strip()):
        yield _gap("Say how it went, and what was found.", Severity.MEDIUM, "result")


def _gap(text: str, severity: Severity, question: str) -> Gap:
    return Gap(text, severity, question, "A-04", Confidence.DEFAULT)


REGISTER: Register[OfficerAudit] = Register(
    slug="audits",
    entry=OfficerAudit,
    title="Audits",
    one="audit",
    many="audits",
    section=Section.DECIDING,
    why="The officer looks at some part of the work every month or two, so that in a year most of it was seen.",
    example="Who can open care records: ten log-ins compared with the staff list in March; two were closed.",
    refuses=refuses,
    gaps=gaps,
    counted=("done_on", "result"),
    review_months=lambda _entry: None,
    same_by=("name", "planned_on"),
    seen_by=Permission.OVERSIGHT_VIEW,
    kept_by=Permission.ADVICE_RECORD,
)
