"""The Caldicott Guardian's log: what was asked, which of the eight principles it touches, what was decided and why.

Rule A-06. The principles are those of 2020, in our own words.
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
from guardbook.rules.roles import caldicott, sources
from guardbook.rules.verdict import Confidence


class Kind(Choice):
    """What a question for the Guardian is usually about."""

    POLICE = "police", "Police, court or council ask for something"
    FAMILY = "family", "Family or friends ask for something"
    CARE = "care", "Sharing with others who give care"
    RECORD = "record", "Changing or removing something in a record"
    CONFIDENCE = "confidence", "Somebody may have broken a confidence"
    RESEARCH = "research", "Research, audit or teaching"
    NEW_USE = "new_use", "A new system or a new use"
    OTHER = "other", "Something else"


class Principle(Choice):
    """The eight principles, each in a few words of ours; the values are those of ``roles.caldicott``."""

    JUSTIFY = "P1", "Say why it is needed"
    NECESSARY = "P2", "Use it only if there is no other way"
    MINIMUM = "P3", "Use as little as will do"
    NEED_TO_KNOW = "P4", "Only those who need it see it"
    EVERYONE = "P5", "Everybody who sees it knows their duty"
    LAW = "P6", "Keep to the law"
    DUTY_TO_SHARE = "P7", "Sharing for somebody’s own care matters as much as keeping a confidence"
    NO_SURPRISES = "P8", "Tell people how it is used, so that nothing surprises them"


class Outcome(Choice):
    """What the Guardian decided."""

    YES = "yes", "Yes"
    PART = "part", "Yes, but less than was asked"
    NO = "no", "No"
    OTHER = "other", "Something else"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaldicottDecision(Entry):
    """One question for the Guardian, waiting or decided."""

    name: str = questions.line(
        "What is the question?",
        hint="Do not name anybody. For example: may the police see one resident’s file?",
        required=True,
        listed=True,
        also_called=("question", "query", "request"),
    )
    kind: Kind | None = questions.one("What is it about?", Kind, listed=True, also_called=("type", "category"))
    asked_on: date | None = questions.day("When was it asked?", required=True, listed=True, also_called=("date asked",))
    asked_by: str = questions.line("Who asked?", required=True, also_called=("asked by", "requested by"))
    background: str = questions.words("What does the Guardian need to know?", hint="Leave out names.")
    needed_by: date | None = questions.day("When is an answer needed?", also_called=("needed by",))
    principles: tuple[Principle, ...] = questions.some(
        "Which principles does it touch?",
        Principle,
        part="The decision",
        also_called=("principles", "caldicott principles"),
    )
    outcome: Outcome | None = questions.one("What is the answer?", Outcome, listed=True, also_called=("outcome",))
    decision: str = questions.words("What was decided?", also_called=("decision",))
    reason: str = questions.words("Why?", also_called=("reason", "reasons"))
    decided_on: date | None = questions.day("When was it decided?", also_called=("date", "date decided"))
    decided_by: str = questions.line("Who decided?", hint="The Guardian, or the deputy.")
    told_on: date | None = questions.day("When was whoever asked told?", also_called=("told",))

    @property
    def is_waiting(self) -> bool:
        """True while nothing is decided."""
        return self.decided_on is None


def refuses(entry: CaldicottDecision) -> Iterator[str]:
    """What may not be saved: half a decision. Source: rule A-06 (question, principles, decision, reason, date)."""
    said = (entry.principles, entry.outcome, entry.decision.strip(), entry.reason.strip(), entry.decided_on)
    if not any(said):
        return
    touched = frozenset(caldicott.Principle(each.value) for each in entry.principles)
    log = caldicott.LogEntry(entry.name, touched, entry.decision, entry.reason, entry.decided_on)
    yield from caldicott.decision_log(log).faults
    if entry.decided_on and entry.asked_on and entry.decided_on < entry.asked_on:
        yield "It cannot be decided before it was asked."


def gaps(entry: CaldicottDecision, on: date) -> Iterator[Gap]:
    """What a question waits for. Source: rule A-06."""
    if entry.is_waiting:
        late = entry.needed_by is not None and entry.needed_by < on
        due = f" The answer was needed by {dates.in_words(entry.needed_by)}." if late and entry.needed_by else ""
        text = f"This question waits for the Guardian.{due}"
        yield _gap(text, Severity.HIGH if late else Severity.MEDIUM, "decision")
        return
    if entry.told_on is None:
        yield _gap("Tell whoever asked, and note the day.", Severity.MEDIUM, "told_on")
    if not entry.decided_by.strip():
        yield _gap("Write down who decided.", Severity.LOW, "decided_by")


def _gap(text: str, severity: Severity, question: str) -> Gap:
    return Gap(text, severity, question, "A-06", Confidence.DEFAULT, sources.NDG_GUIDANCE)


REGISTER: Register[CaldicottDecision] = Register(
    slug="caldicott",
    entry=CaldicottDecision,
    title="Decisions of the Caldicott Guardian",
    one="question",
    many="questions",
    section=Section.DECIDING,
    why="Whoever asks later why something was shared, or was not, finds the reason here.",
    example="May the police see a resident’s file? One page, because of a crime, and the resident was told.",
    refuses=refuses,
    gaps=gaps,
    review_months=lambda _entry: None,
    same_by=("name", "asked_on"),
    seen_by=Permission.OVERSIGHT_VIEW,
    kept_by=Permission.CALDICOTT_RECORD,
)
