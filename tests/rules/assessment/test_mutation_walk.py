"""Changing one fact changes the answers that read it and no others; nothing old supports an answer."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from guardbook.kernel import dates
from guardbook.rules.assessment import standing
from guardbook.rules.assessment.suggestions.suggestion import Outcome, Suggestion
from guardbook.rules.facts import Facts, Kept, RegisterFacts
from guardbook.rules.frameworks.items import Item
from guardbook.rules.registers import catalogue, columns, questions
from guardbook.rules.registers.columns import Worked
from guardbook.rules.registers.entries import SOMEBODY, Counted
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Register, blank
from tests.rules.assessment.test_suggestions import ALL, CASES

MET = {
    name: (item, facts)
    for name, (item, facts, outcome, _) in CASES.items()
    if outcome is Outcome.MET and facts.registers.by_slug
}

RESTS_ON_MORE = {"leavers_access"}
"""Rests on the staff list as well, so that no change in a register need take it away."""


class Watched(dict[str, Kept[Any]]):
    """The registers of one organisation, noting which are looked at."""

    def __init__(self, held: Any) -> None:
        super().__init__(held)
        self.read: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        self.read.add(key)
        return super().get(key, default)


def spied(entry: Any, slug: str, read: set[tuple[str, str]]) -> Any:
    """The same entry, noting which of its answers are looked at, also by its own properties."""

    def note(self: Any, name: str) -> Any:
        read.add((slug, name))
        return object.__getattribute__(self, name)

    kind = type("Spied", (type(entry),), {"__slots__": (), "__getattribute__": note})
    made: Any = object.__new__(kind)
    for each in fields(entry):
        object.__setattr__(made, each.name, getattr(entry, each.name))
    return made


def suggest(facts: Facts, item: Item) -> Suggestion:
    found = standing.suggest(facts, item)
    assert found is not None
    return found


def readers(facts: Facts) -> dict[str, set[str]]:
    """The registers that each question looks at."""
    found = {}
    for item in ALL:
        watched = Watched(facts.registers.by_slug)
        suggest(replace(facts, registers=RegisterFacts(watched)), item)
        found[item.ref] = watched.read
    return found


def others(register: Register[Any], name: str, held: Any) -> Iterator[Any]:
    """Other answers that a question could have had."""
    asked = register.question(name)
    if asked is None:
        yield from _worked_out(register, name)
        return
    yield from (each for each in _possible(asked) if each != held)


def _worked_out(register: Register[Any], name: str) -> tuple[Any, ...]:
    match columns.worked(register.entry, name):  # type: ignore[arg-type]  # a class can be a key
        case Worked.DAY:
            return (None, date(2020, 1, 1), date(2031, 5, 1))
        case Worked.YES_NO:
            return (None, True, False)
        case Worked.NUMBER:
            return (None, 0, 5)
        case _:
            return ("",)


def _possible(asked: Question) -> tuple[Any, ...]:
    nothing = questions.nothing(asked)
    match asked.kind:
        case Kind.YES_NO:
            return (True, False, None)
        case Kind.ONE | Kind.CHECK:
            return (*asked.chosen_from, None)
        case Kind.SOME:
            return ((), asked.chosen_from[:1], asked.chosen_from)
        case Kind.DAY:
            return (None, date(2019, 5, 1), date(2026, 11, 1), date(2031, 5, 1))
        case Kind.NUMBER | Kind.MONEY:
            return (None, 0, 1, 25)
        case Kind.PERSON:
            return (None, SOMEBODY, UUID(int=2))
        case Kind.LINKS:
            return ((), (SOMEBODY,))
        case _:
            return (nothing, "Something else")


def mutated(facts: Facts) -> Iterator[tuple[str, str, Facts]]:
    """The same facts with one thing changed: an answer, an entry gone, or nobody's word on the whole register."""
    for slug, kept in facts.registers.by_slug.items():
        register = catalogue.BY_SLUG[slug]
        yield slug, "whole_on", _with(facts, slug, replace(kept, whole_on=None))
        for place, row in enumerate(kept.rows):
            yield slug, "gone", _with(facts, slug, replace(kept, rows=kept.rows[:place] + kept.rows[place + 1 :]))
            for name in register.counted:
                for other in others(register, name, getattr(row.entry, name)):
                    changed = Counted(replace(row.entry, **{name: other}), row.number)
                    rows = (*kept.rows[:place], changed, *kept.rows[place + 1 :])
                    yield slug, name, _with(facts, slug, replace(kept, rows=rows))


def _with(facts: Facts, slug: str, kept: Kept[Any]) -> Facts:
    return replace(facts, registers=RegisterFacts({**facts.registers.by_slug, slug: kept}))


@pytest.mark.parametrize(("item", "facts"), MET.values(), ids=MET.keys())
def test_changing_one_fact_changes_only_the_answers_that_read_it(item: Item, facts: Facts) -> None:
    read, before = readers(facts), {each.ref: suggest(facts, each) for each in ALL}
    moved = False

    for slug, _, other in mutated(facts):
        after = {each.ref: suggest(other, each) for each in ALL}
        changed = {ref for ref, found in after.items() if found != before[ref]}
        assert changed <= {ref for ref, slugs in read.items() if slug in slugs}
        moved = moved or after[item.ref].outcome is not Outcome.MET

    assert moved or item.rule in RESTS_ON_MORE, "no change of one fact takes this answer away"


@pytest.mark.parametrize(("item", "facts"), MET.values(), ids=MET.keys())
def test_nothing_is_supported_by_records_that_nobody_looked_at_for_years(item: Item, facts: Facts) -> None:
    years_later = replace(facts, as_of=dates.add_months(facts.judged_on, 49), publish_on=None)

    assert suggest(years_later, item).outcome is not Outcome.MET


def test_every_counted_answer_is_read_by_some_question_or_finding() -> None:
    read: set[tuple[str, str]] = set()
    for facts in (case[1] for case in CASES.values()):
        watched = {
            slug: replace(kept, rows=tuple(Counted(spied(row.entry, slug, read), row.number) for row in kept.rows))
            for slug, kept in facts.registers.by_slug.items()
        }
        for item in ALL:
            suggest(replace(facts, registers=RegisterFacts(watched)), item)

    for register in catalogue.ALL:
        plain = [Counted(spied(blank(register.entry, name), register.slug, read)) for name in ("One", "Two")]
        list(register.findings(plain, date(2026, 11, 22)))

    unread = [
        f"{register.slug}.{name}"
        for register in catalogue.ALL
        for name in register.counted
        if (register.slug, name) not in read and (register.slug, columns.leaver(name)) not in read
    ]

    assert not unread, "\n".join(unread)
