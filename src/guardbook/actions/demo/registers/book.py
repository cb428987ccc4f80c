"""Scenes about one register, told in plain values: names for people and entries, days ago for dates."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from guardbook.actions.demo.year import Cast, Scene
from guardbook.actions.imports import runs, staging
from guardbook.actions.registers import attaching, entries, importing, whole
from guardbook.actions.registers.attaching import Proofs
from guardbook.queries.access import Context
from guardbook.queries.registers import reading
from guardbook.records.models import ImportRun
from guardbook.rules.imports.matching import State
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Register

_DAYS = re.compile(r"(\d+) (ago|ahead)")


@dataclass(frozen=True, slots=True)
class Book:
    """One register, and who keeps it. Every ``ago`` is so many days before the end of the story."""

    cast: Cast
    slug: str
    by: str

    @property
    def register(self) -> Register[Any]:
        """The register's description."""
        return reading.named(self.slug)

    def add(self, ago: int, **said: Any) -> Scene:
        """Put an entry in."""
        return self._scene(ago, lambda ctx: entries.add(ctx, register=self.register, entry=self._entry(ctx, said)))

    def change(self, ago: int, name: str, **said: Any) -> Scene:
        """Change what the entry of this name says."""

        def play(ctx: Context) -> None:
            (found,) = reading.read(self.register, self._rows(ctx).filter(name=name), with_links=True)
            entry = replace(found.entry, **self._answers(ctx, said))
            entries.amend(ctx, register=self.register, entry_id=found.id, entry=entry, seen_version=found.number)

        return self._scene(ago, play)

    def archive(self, ago: int, name: str, reason: str) -> Scene:
        """Take the entry of this name out."""
        return self._scene(
            ago,
            lambda ctx: entries.archive(ctx, register=self.register, entry_id=self.find(ctx, name), reason=reason),
        )

    def attach(self, ago: int, name: str, kept_at: str) -> Scene:
        """Say where the papers of an entry are."""

        def play(ctx: Context) -> None:
            attaching.attach(ctx, entry_id=self.find(ctx, name), name=name, proofs=Proofs(kept_at=kept_at))

        return self._scene(ago, play)

    def offer(self, ago: int, *keys: str) -> Scene:
        """Add starter rows, which nobody has checked yet."""
        return self._scene(ago, lambda ctx: whole.add_starters(ctx, register=self.register, keys=keys))

    def settle(self, ago: int, *not_true: str) -> Scene:
        """Go through the starter rows: those named here by key are not true of the home, all others are."""

        def play(ctx: Context) -> None:
            waiting = dict(self._rows(ctx).filter(is_checked=False).values_list("starter", "id"))
            refused = [key for starter, key in waiting.items() if starter in not_true]
            true = [key for starter, key in waiting.items() if starter not in not_true]
            entries.settle_starters(ctx, register=self.register, true=true, not_true=refused)

        return self._scene(ago, play)

    def bring(self, ago: int, headings: Sequence[str], lines: Sequence[Sequence[str]]) -> Scene:
        """Bring a spreadsheet in. A cell such as "90 ago" or "30 ahead" becomes the date.

        Raises:
            ValueError: the story is mistaken: a heading means nothing, or a row cannot come in.
        """

        def play(ctx: Context) -> None:
            target = importing.target(self.register)
            cells = [tuple(_DAYS.sub(self._dated, cell) for cell in line) for line in lines]
            source = staging.Source(f"{self.slug}.xlsx", "0" * 64, tuple(headings), tuple(enumerate(cells, start=2)))
            run = ImportRun.objects.of(ctx.organisation_id).get(pk=staging.start(ctx, target, source))
            if lost := [heading for heading, key in zip(headings, run.matching, strict=True) if not key]:
                raise ValueError(f"{self.slug}: no question takes {lost}")
            runs.match(ctx, target, run_id=run.pk, matching=tuple(run.matching), options={})
            while runs.check_next(ctx, target, run_id=run.pk):
                pass
            if wrong := list(run.rows.filter(outcome=State.WRONG).values_list("reasons", flat=True)):
                raise ValueError(f"{self.slug}: {wrong}")
            runs.apply(ctx, target, run_id=run.pk)

        return self._scene(ago, play)

    def confirm(self, ago: int, *, is_none: bool = False, note: str = "") -> Scene:
        """Say that the whole register is right, or that there is nothing to keep in it."""
        return self._scene(ago, lambda ctx: whole.confirm(ctx, register=self.register, is_none=is_none, note=note))

    def find(self, ctx: Context, name: str) -> UUID:
        """The entry of this name."""
        key: UUID = self._rows(ctx).values_list("id", flat=True).get(name=name)
        return key

    def version(self, ctx: Context, entry_id: UUID) -> int:
        """The number of the version that an entry stands at."""
        number: int = self._rows(ctx).values_list("number", flat=True).get(pk=entry_id)
        return number

    def _scene(self, ago: int, play: Callable[[Context], object]) -> Scene:
        return Scene(self.cast.ago(ago), self.by, play)

    def _entry(self, ctx: Context, said: Mapping[str, Any]) -> Any:
        return self.register.entry(**self._answers(ctx, said))

    def _answers(self, ctx: Context, said: Mapping[str, Any]) -> dict[str, Any]:
        return {name: self._answer(ctx, self.register.question(name), value) for name, value in said.items()}

    def _answer(self, ctx: Context, asked: Question | None, told: Any) -> Any:
        """An answer as the entry holds it; what no question asks for (the notes of a walk-round) stays as it is."""
        match asked.kind if asked and told is not None else None:
            case Kind.DAY:
                return self.cast.ago(told)
            case Kind.PERSON:
                return self.cast.people[told]
            case Kind.LINKS if asked:
                to = replace(self, slug=asked.to)
                return tuple(to.find(ctx, each) for each in _several(told))
            case Kind.ONE | Kind.CHECK if asked:
                return next(each for each in asked.chosen_from if each.value == told)
            case Kind.SOME if asked:
                by_value = {each.value: each for each in asked.chosen_from}
                return tuple(by_value[each] for each in told.split())
            case Kind.THINGS:
                return _several(told)
            case _:
                return told

    def _rows(self, ctx: Context) -> Any:
        return reading.rows(ctx, self.register).filter(archived_at=None)

    def _dated(self, found: re.Match[str]) -> str:
        days = int(found[1]) * (1 if found[2] == "ago" else -1)
        return f"{self.cast.ago(days):%d/%m/%Y}"


def rows(text: str, *then: str) -> list[tuple[str, ...]]:
    """The rows of a sheet written as lines with bars between the cells, each followed by the same cells."""
    return [(*(part.strip() for part in line.split("|")), *then) for line in text.strip().splitlines()]


def _several(told: str | tuple[str, ...]) -> tuple[str, ...]:
    return (told,) if isinstance(told, str) else told
