"""The description of one register, from which its pages, table, import, export and reminders follow."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from guardbook.kernel import dates
from guardbook.rules.access import Permission
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.questions import Question
from guardbook.rules.registers.reference import Reference
from guardbook.rules.verdict import Confidence

E = TypeVar("E", bound=Entry)
YEAR = 12


class Severity(StrEnum):
    """How much a gap matters, the worst first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


class Section(StrEnum):
    """Where a register stands on the page of all registers."""

    INFORMATION = "Information about people"
    SYSTEMS = "Devices, systems and suppliers"
    PAPERWORK = "Policies and places"
    RISKS = "Risks and emergencies"
    DECIDING = "Advice, checks and decisions"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing or wrong, in a sentence that says what to do.

    ``question`` names the question it is about ("" for the entry as a whole); ``rule`` and
    ``source`` say where the demand comes from, and ``confidence`` how well it is known.
    """

    text: str
    severity: Severity = Severity.MEDIUM
    question: str = ""
    rule: str = ""
    confidence: Confidence = Confidence.DEFAULT
    source: str = ""


@dataclass(frozen=True, slots=True)
class Attention:
    """From which day an entry has something to put right, and the worst of it."""

    on: date
    gap: Gap


_ORDER = tuple(Severity)


def _no_gaps(_entry: object, _on: date) -> Iterator[Gap]:
    return iter(())


def _no_findings(_rows: object, _on: date) -> Iterator[Gap]:
    return iter(())


def _nothing_refused(_entry: object) -> Iterator[str]:
    return iter(())


def _unchanged(entry: E, _reference: Reference) -> E:
    return entry


@dataclass(frozen=True, slots=True)
class Register(Generic[E]):
    """One register.

    ``one`` and ``many`` name its entries ("supplier", "suppliers"). ``why`` says what it is for,
    ``example`` what an entry looks like; both teach an empty list. ``refuses`` says what may not be
    saved at all, in sentences (a required question without an answer is refused anyway). ``gaps`` says
    what is missing in one entry on a day, ``findings`` what is wrong with the register as a whole, from counted
    entries. ``counted`` names the columns that answers read: entries alike in them are counted
    together, so keep free text out where a list is long. ``review_months`` is how often an entry
    is looked at again, by entry; None is never. ``settle`` fills worked-out columns (``derived``)
    from published reference data each time an entry is saved; ``reads`` names other registers (by slug)
    whose entries it needs for that. ``same_by`` names the questions
    that make two rows of an import the same entry. ``ends`` names the DAY question from whose answer on
    an entry is history: it stays in the list, and nothing about it is missing or counts any more.
    ``held_by`` names the PERSON question of who has the thing. When they leave, it is given back: nobody
    has it any more; where the thing ends with its holder (``ends_with_holder``), it is closed instead.
    ``seen_by`` and ``kept_by`` are the permissions to see the register and to change it, where they are not the
    usual ones: whoever keeps it sees it, and whoever sees it sees registers.
    """

    slug: str
    entry: type[E]
    title: str
    one: str
    many: str
    section: Section
    why: str
    example: str
    refuses: Callable[[E], Iterator[str]] = _nothing_refused
    gaps: Callable[[E, date], Iterator[Gap]] = _no_gaps
    findings: Callable[[Sequence[Counted[E]], date], Iterator[Gap]] = _no_findings
    counted: tuple[str, ...] = ()
    review_months: Callable[[E], int | None] = lambda _entry: YEAR
    derived: tuple[str, ...] = ()
    settle: Callable[[E, Reference], E] = _unchanged
    reads: tuple[str, ...] = ()
    same_by: tuple[str, ...] = ("name",)
    ends: str = ""
    held_by: str = ""
    ends_with_holder: bool = False
    with_sites: bool = True
    seen_by: Permission = Permission.REGISTER_VIEW
    kept_by: Permission = Permission.REGISTER_EDIT

    @property
    def is_sensitive(self) -> bool:
        """True where not everybody who sees registers sees this one; then opening an entry is noted."""
        return self.seen_by is not Permission.REGISTER_VIEW

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order they are asked."""
        entry: type[Any] = self.entry
        return questions.of(entry)  # type: ignore[arg-type]  # a class can be a key

    @property
    def has_findings(self) -> bool:
        """True where something can be wrong with the register as a whole."""
        return self.findings is not _no_findings

    def question(self, name: str) -> Question | None:
        """The question of this name, or None."""
        return next((each for each in self.questions if each.name == name), None)

    def review_due(self, entry: E) -> date | None:
        """The day an entry should be looked at again; None where never, or where it never was."""
        months = self.review_months(entry)
        return None if months is None or entry.reviewed_on is None else dates.add_months(entry.reviewed_on, months)

    def is_over(self, entry: E, on: date) -> bool:
        """True where the entry is history on a day."""
        ended: date | None = getattr(entry, self.ends) if self.ends else None
        return ended is not None and ended <= on

    def all_gaps(self, entry: E, on: date) -> tuple[Gap, ...]:
        """Everything missing or wrong in one entry on a day: its own gaps, and those that any entry can have."""
        if self.is_over(entry, on):
            return ()
        return (*self.gaps(entry, on), *_of_any(self, entry, on))

    def attention(self, entry: E, on: date) -> "Attention | None":
        """From which day, ``on`` or later, the entry has a gap, and the worst gap that day; None when never."""
        days = (on, *sorted(each for each in moves(self, entry) if each > on))
        for each in days:
            if found := self.all_gaps(entry, each):
                worst = min(found, key=lambda gap: _ORDER.index(gap.severity))
                return Attention(each, worst)
        return None


def moves(register: Register[E], entry: E) -> Iterator[date]:
    """The days on which what an entry shows may change by itself: each date, the day after it, and warnings ahead."""
    held = [getattr(entry, each.name) for each in fields(entry)]
    for found in (*held, register.review_due(entry)):
        if isinstance(found, date):
            yield found
            yield found + timedelta(days=1)
            yield from (found - timedelta(days=ahead) for ahead in WARNINGS)


WARNINGS = (180, 90, 60, 30, 14)
"""Days ahead of a date at which a gap may begin to warn. A rule that warns uses one of these."""


def blank(entry: type[E], name: str = "") -> E:
    """An entry with nothing said but its name."""
    return replace(entry(), name=name)


def _of_any(register: Register[E], entry: E, on: date) -> Iterator[Gap]:
    if not entry.is_checked:
        yield Gap("Not checked here. Say whether it is true of your service.", Severity.LOW, rule="G-02")
        return
    for question in register.questions:
        if question.required and getattr(entry, question.name) == questions.nothing(question):
            yield Gap(f"Answer: {question.label}", Severity.MEDIUM, question.name)
    if entry.owner_leaves_on is not None and entry.owner_leaves_on < on:
        text = f"The person who looks after this left on {dates.in_words(entry.owner_leaves_on)}. Name somebody else."
        yield Gap(text, Severity.MEDIUM, "owner", rule="D-02")
    due = register.review_due(entry)
    if due is not None and due < on:
        yield Gap(f"A look was due on {dates.in_words(due)}. Check that it is still right.", Severity.LOW, rule="G-01")
