"""One toolkit question as a value: what it asks, how it is answered, and how well each of its facts is known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.rules.frameworks import refs
from guardbook.rules.verdict import Confidence


class Level(StrEnum):
    """The lowest toolkit level that needs the question; each level includes the ones before it."""

    APPROACHING = "approaching"
    STANDARDS_MET = "standards_met"
    OPTIONAL = "optional"


class AnswerKind(StrEnum):
    """How a question is answered on the portal."""

    CONFIRM = "confirm"
    TEXT = "text"
    DOCUMENT = "document"
    DATE = "date"
    NUMBER = "number"


class Change(StrEnum):
    """What happened to a question in this version, as the publisher announced it."""

    NEW = "new"
    REWORDED = "reworded"
    HELP_CHANGED = "help_changed"
    UNCHANGED = "unchanged"


class Exemption(StrEnum):
    """A certificate that lets an ordinary care provider skip a question."""

    CE_PLUS = "ce_plus"


class TypedAs(StrEnum):
    """Where the words "Not applicable" go on the portal."""

    TICK_AND_COMMENT = "tick_and_comment"
    ANSWER_TEXT = "answer_text"
    DOCUMENT_LOCATION = "document_location"


class WindowKind(StrEnum):
    """How the dates that count are counted."""

    MONTHS_BACK = "months_back"
    SINCE = "since"
    LIVE = "live"


class Covers(StrEnum):
    """What must fall inside the window."""

    EVIDENCE = "evidence"
    EVENTS = "events"


class Unit(StrEnum):
    """What a threshold is counted in."""

    PERCENT = "percent"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Known:
    """How well one fact is known, and in words why that is."""

    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The dates that count for a question, judged at the planned publication date.

    ``months`` is set for MONTHS_BACK (counted back from publication), ``since_on`` for SINCE;
    LIVE means true on the day of publication. ``good_practice`` windows warn and never fail.
    """

    kind: WindowKind
    covers: Covers
    words: str
    months: int | None = None
    since_on: date | None = None
    good_practice: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """A figure the answer must reach, such as 95 per cent."""

    number: int
    unit: Unit
    words: str


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Whether "not applicable" is accepted, when, and where it is typed on the portal."""

    allowed: bool
    when: str = ""
    typed_as: TypedAs | None = None

    @property
    def portal_words(self) -> str:
        """What a person does on the portal, as one sentence; empty where it is not accepted."""
        if not self.allowed:
            return ""
        return _TYPED_AS[self.typed_as]


_TYPED_AS: Mapping[TypedAs | None, str] = {
    TypedAs.TICK_AND_COMMENT: "Tick the box, then type “Not applicable” in the comments box.",
    TypedAs.ANSWER_TEXT: "Type “Not applicable” in the answer box.",
    TypedAs.DOCUMENT_LOCATION: "Type “Not applicable” in the box that says where the document is kept.",
    None: "We have not seen how the portal wants this typed. Ask the toolkit helpdesk.",
}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """How well each fact about a question is known. Facts a question does not have are None."""

    ref: Known
    level: Known
    question: Known
    answer: Known
    not_applicable: Known
    exemptions: Known
    changed: Known
    group: Known | None = None
    window: Known | None = None
    threshold: Known | None = None

    def fields(self) -> tuple[tuple[str, Known], ...]:
        """Name and standing of every fact that the question has, in a fixed order."""
        pairs = (
            ("ref", self.ref),
            ("level", self.level),
            ("question", self.question),
            ("answer", self.answer),
            ("not_applicable", self.not_applicable),
            ("exemptions", self.exemptions),
            ("changed", self.changed),
            ("group", self.group),
            ("window", self.window),
            ("threshold", self.threshold),
        )
        return tuple((name, known) for name, known in pairs if known is not None)


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a pack. All words are ours, unless the pack was imported from the official list.

    ``also_accepts`` lists other kinds of answer that are taken. ``exemptions_elsewhere`` names
    certificates that excuse other kinds of organisation; they never excuse a care provider.
    ``rule`` names the rule that can suggest an answer; where it is None, ``why_no_rule`` says why.
    ``minutes`` is our estimate of the time it takes. ``prior_refs`` are (version, old number) pairs.
    ``sources`` are keys of the pack's list of sources. ``official_help`` is the publisher's own help text, which
    only an imported list has.
    """

    ref: str
    level: Level
    answer: AnswerKind
    question: str
    known: Knowledge
    group: str | None = None
    subgroup: str | None = None
    also_accepts: tuple[AnswerKind, ...] = ()
    why: str = ""
    good: tuple[str, ...] = ()
    example: str = ""
    who_helps: str = ""
    term: str = ""
    not_applicable: NotApplicable = NotApplicable(allowed=False)
    exemptions: tuple[Exemption, ...] = ()
    exemptions_elsewhere: tuple[str, ...] = ()
    threshold: Threshold | None = None
    window: Window | None = None
    register: str = ""
    rule: str | None = None
    why_no_rule: str = ""
    minutes: int = 15
    prior_refs: tuple[tuple[str, str], ...] = ()
    changed: Change = Change.UNCHANGED
    note: str = ""
    sources: tuple[str, ...] = ()
    official_help: str = ""

    @property
    def standard(self) -> int:
        """Number of the data security standard the question belongs to."""
        return refs.standard(self.ref)

    @property
    def assertion(self) -> str:
        """Number of the group of questions, such as "1.1"."""
        return refs.assertion(self.ref)

    @property
    def mandatory(self) -> bool:
        """True where Standards Met needs the question."""
        return self.level is not Level.OPTIONAL

    @property
    def accepts(self) -> tuple[AnswerKind, ...]:
        """Every kind of answer that is taken, the usual one first."""
        return (self.answer, *self.also_accepts)
