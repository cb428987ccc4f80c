"""What the Data Protection Officer was asked and advised, and what the service did with it (rule A-04).

The officer advises; the service decides. So what the service did is written by the act of answering
(``actions.deciders.advising``), never by the officer's own form.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.access import Permission
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.roles import sources
from guardbook.rules.verdict import Confidence


class Kind(Choice):
    """How it came about."""

    ASKED = "asked", "Somebody asked for advice"
    OWN = "own", "The officer spoke up without being asked"
    INSTRUCTION = "instruction", "Somebody told the officer what to conclude"


class Answer(Choice):
    """What the service did with advice."""

    FOLLOWED = "followed", "Followed"
    PARTLY = "partly", "Followed in part"
    NOT_FOLLOWED = "not_followed", "Not followed"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerAdvice(Entry):
    """One matter on which the officer advised, or was told what to conclude."""

    name: str = questions.line(
        "What is it about?",
        hint="Do not name anybody. For example: a camera in the lounge.",
        required=True,
        listed=True,
        also_called=("matter", "subject", "topic"),
    )
    kind: Kind | None = questions.one("How did it come about?", Kind, required=True, listed=True)
    asked_on: date | None = questions.day(
        "When was that?", required=True, listed=True, also_called=("date", "date asked")
    )
    asked_by: str = questions.line("Who asked, or who told the officer?", also_called=("asked by", "requested by"))
    asked: str = questions.words("What did they ask, or say?", also_called=("question", "request"))
    wanted_by: date | None = questions.day("When is an answer needed?", also_called=("needed by", "deadline"))
    advised_on: date | None = questions.day("When did the officer advise?", part="The advice")
    advice: str = questions.words("What did the officer advise?", also_called=("advice", "advice given"))
    is_against: bool | None = questions.yes_no("Does it advise against what was wanted?")
    withdrawn_on: date | None = questions.day(
        "When was it taken back in writing?", part="If somebody told the officer what to conclude"
    )
    answer: str = ""
    answered_on: date | None = None
    answered_by: str = ""
    answered_because: str = ""

    @property
    def is_open_instruction(self) -> bool:
        """True for an instruction that nobody has taken back."""
        return self.kind is Kind.INSTRUCTION and self.withdrawn_on is None

    @property
    def waits_for_answer(self) -> bool:
        """True where the officer advised, and the service has not said what it did with it."""
        return self.advised_on is not None and not self.answer


def refuses(entry: OfficerAdvice) -> Iterator[str]:
    """What may not be saved."""
    if entry.kind is Kind.INSTRUCTION and not (entry.asked_by.strip() and entry.asked.strip()):
        yield "Write down who told the officer what to conclude, and what they said. Their job is enough."
    if bool(entry.advised_on) != bool(entry.advice.strip()):
        yield "Give both the advice and its day, or neither."
    if entry.advised_on and entry.asked_on and entry.advised_on < entry.asked_on:
        yield "The advice cannot come before it was asked for."


def gaps(entry: OfficerAdvice, on: date) -> Iterator[Gap]:
    """What is missing around one piece of advice. Sources: rule A-04, UK GDPR Art 38(3) and 39."""
    if entry.is_open_instruction:
        text = (
            "Somebody told the officer what to conclude. The law forbids that. "
            "Take it back in writing, and note the day here."
        )
        yield Gap(text, Severity.HIGH, "withdrawn_on", "A-04", Confidence.READ, sources.UK_GDPR_38)
    if entry.kind is Kind.ASKED and not entry.asked_by.strip():
        yield _gap("Write down who asked.", Severity.LOW, "asked_by")
    if entry.waits_for_answer:
        yield _gap("The service has not said yet whether it follows this advice, or why not.", Severity.MEDIUM, "")
    elif entry.kind is Kind.ASKED and entry.advised_on is None:
        late = entry.wanted_by is not None and entry.wanted_by < on
        due = f" It was needed by {dates.in_words(entry.wanted_by)}." if late and entry.wanted_by else ""
        yield _gap(f"The officer has not advised yet.{due}", Severity.HIGH if late else Severity.MEDIUM, "advice")


def _gap(text: str, severity: Severity, question: str) -> Gap:
    return Gap(text, severity, question, "A-04", Confidence.DEFAULT, sources.UK_GDPR_38)


REGISTER: Register[OfficerAdvice] = Register(
    slug="advice",
    entry=OfficerAdvice,
    title="Advice of the Data Protection Officer",
    one="piece of advice",
    many="pieces of advice",
    section=Section.DECIDING,
    why="It shows that the officer is asked in time, is free to say what they think, and that somebody decides about it.",
    example="A camera in the lounge. The manager asked; the officer advised against it; the service followed that.",
    refuses=refuses,
    gaps=gaps,
    review_months=lambda _entry: None,
    derived=("answer", "answered_on", "answered_by", "answered_because"),
    same_by=("name", "asked_on"),
    with_sites=False,
    seen_by=Permission.OVERSIGHT_VIEW,
    kept_by=Permission.ADVICE_RECORD,
)
