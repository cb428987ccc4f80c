"""Importing a register: which entry a row is about, and putting new and changed entries in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Generic, TypeVar
from uuid import UUID

from guardbook.actions.imports.targets import Answer, Options, Planned, Target
from guardbook.actions.registers import following, keeping
from guardbook.actions.shell import Change
from guardbook.kernel import dates
from guardbook.queries.registers import naming, reading
from guardbook.queries.registers.reading import Found
from guardbook.records.registers import table
from guardbook.rules.imports.matching import State
from guardbook.rules.imports.rows import Problem, Row
from guardbook.rules.registers import checking, importing, layout
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.picking import Known
from guardbook.rules.registers.questions import Kind
from guardbook.rules.registers.register import Register, blank

E = TypeVar("E", bound=Entry)
JOB = "registers.check_import"
EVENT = "registers.import.applied"
_UNCHECKED = "Not checked here yet: say on its page whether it is true of your service."


@dataclass(frozen=True, slots=True)
class Made(Generic[E]):
    """What a row brings: the whole entry as it will stand."""

    entry: E


class RegisterPlanner(Generic[E]):
    """Plans rows against the entries of one register as they stand now."""

    def __init__(
        self, register: Register[E], organisation_id: UUID, sites: frozenset[UUID] | None, options: Options
    ) -> None:
        """Read the register, and all that its rows may name, once."""
        self._register, self._options = register, options
        rows = table(register).objects.of(organisation_id).visible_to(sites)
        leads_on = any(question.kind is Kind.LINKS for question in register.questions)
        self._known: dict[UUID | None, Found[E]] = {
            found.id: found for found in reading.read(register, rows, with_links=leads_on)
        }
        self._by_identity: dict[str, list[Found[E]]] = defaultdict(list)
        for found in self._known.values():
            self._by_identity[importing.identity(register, found.entry)].append(found)
        self._here = naming.here(register, organisation_id, sites, self._people())

    def plan(self, row: Row, answer: Answer | None) -> Planned:  # noqa: ARG002 - targets share this shape
        """Return what would become of the row."""
        if ours := self._known.get(importing.reference(row)):
            return self._about(ours, row, ())
        said = importing.said(self._register, row, self._here)
        named = replace(blank(self._register.entry), **said.answers)
        if not said.problems and not importing.is_named(self._register, named):
            return _wrong(row, f"It does not say which {self._register.one} it is about.")
        identity = importing.identity(self._register, named)
        claims: tuple[str, ...] = (f"{identity}\n{said.answers.get('site_id', '')}",)
        fitting = self._fitting(identity, said.answers)
        current = [found for found in fitting if found.archived_at is None]
        if len(current) > 1:
            return _wrong(
                row,
                f"“{named.name}” is in the register {len(current)} times. Change each on its own page, or export the "
                "register and change that file: its last column tells them apart.",
            )
        return self._about(current[0], row, claims) if current else self._new(row, claims, fitting)

    def _people(self) -> Iterator[Known]:
        """Those whom entries name now, wherever they work: an entry that says so already may go on saying it."""
        for found in self._known.values():
            for name, said in found.people.items():
                if key := getattr(found.entry, name):
                    yield Known(key, said)

    def _fitting(self, identity: str, answers: Mapping[str, Any]) -> list[Found[E]]:
        """The entries a row may mean: of those called the same, those of its site, else those of none."""
        found = self._by_identity.get(identity, [])
        if "site_id" not in answers:
            return found
        there = [each for each in found if each.entry.site_id == answers["site_id"]]
        return there or [each for each in found if each.entry.site_id is None]

    def _about(self, found: Found[E], row: Row, claims: tuple[str, ...]) -> Planned:
        if found.archived_at is not None:
            return _wrong(row, f"{found.entry.name} is archived. Bring it back first, or leave this row out.")
        said = importing.said(self._register, row, self._here, found.entry)
        if said.problems:
            return _faulty(row, said.problems)
        answers = importing.filled(self._register, said.answers, found.entry, self._options)
        if claims:  # it is the same by what it is called, so other capitals are no change
            answers = {name: answer for name, answer in answers.items() if name not in self._register.same_by}
        changes = importing.changed(self._register, found.entry, answers)
        claims = (f"entry {found.id}", *claims)
        if not changes:
            note = () if found.entry.is_checked else (_UNCHECKED,)
            return Planned(row, State.UNCHANGED, claims, found.id, note)
        entry = replace(found.entry, **changes, is_checked=True)
        if faults := checking.faults(self._register, entry):
            return _wrong(row, *faults)
        reasons = tuple(importing.differences(self._register, found.entry, changes, self._here))
        return Planned(row, State.CHANGED, claims, found.id, reasons, made=Made(entry))

    def _new(self, row: Row, claims: tuple[str, ...], archived: Sequence[Found[E]]) -> Planned:
        empty = blank(self._register.entry)
        said = importing.said(self._register, row, self._here)
        if said.problems:
            return _faulty(row, said.problems)
        entry = replace(empty, **importing.filled(self._register, said.answers, empty, self._options))
        if faults := checking.faults(self._register, entry):
            return _wrong(row, *faults)
        reasons = tuple(_was_here(each) for each in archived[:1])
        return Planned(row, State.NEW, claims, reasons=reasons, made=Made(entry))


@cache
def target(register: Register[Any]) -> Target:
    """The import of one register."""

    def carry_out(change: Change, plans: Sequence[Planned]) -> None:
        _carry_out(change, register, plans)

    return Target(
        kind=register.slug,
        job=JOB,
        event=EVENT,
        layout=layout.of(register),
        complete=_as_it_is,
        planner=lambda organisation_id, sites, options: RegisterPlanner(register, organisation_id, sites, options),
        carry_out=carry_out,
    )


def _carry_out(change: Change, register: Register[Any], plans: Sequence[Planned]) -> None:
    """Put in what is new and what changed: read today by whoever imports it, and so checked and looked at."""
    about = {"register": register.title}
    new: list[tuple[Any, dict[str, Any]]] = [
        (_read_today(change, plan), {}) for plan in plans if plan.outcome is State.NEW
    ]
    for row in keeping.make_many(change, register, new):
        change.record("registers.entry.added", subject=row, details=about)
    changed = {plan.target_id: _read_today(change, plan) for plan in plans if plan.outcome is State.CHANGED}
    for row in keeping.keep_many(change, register, {key: entry for key, entry in changed.items() if key}):
        change.record("registers.entry.changed", subject=row, details=about)
    following.follow(change, register)


def _read_today(change: Change, plan: Planned) -> Any:
    return replace(plan.made.entry, is_checked=True, reviewed_on=change.today)


def _as_it_is(row: Row, today: date) -> Row:  # noqa: ARG001 - targets share this shape
    return row


def _was_here(found: Found[Any]) -> str:
    when = f" on {dates.in_words(found.archived_at.date())}" if found.archived_at else ""
    return f"{found.entry.name} was archived{when}. If this is the same, drop this import and bring that back."


def _wrong(row: Row, *texts: str) -> Planned:
    return _faulty(row, tuple(Problem(row.number, "", text) for text in texts))


def _faulty(row: Row, problems: Sequence[Problem]) -> Planned:
    return Planned(row, State.WRONG, reasons=tuple(problem.sentence for problem in problems))
