"""The columns of a register's spreadsheet, out of its description alone: what is written is what reads back."""

from functools import cache
from typing import Any

from guardbook.rules.imports.cells import Sort
from guardbook.rules.imports.layouts import Column, Layout, Need
from guardbook.rules.imports.vocabulary import Term
from guardbook.rules.registers.questions import MOST_THINGS, Kind, Question
from guardbook.rules.registers.register import Register

SITE = "site"
REFERENCE = "reference"
_LONGEST_NAMES = 20_000  # characters of a cell that names entries of another register

SORTS = {
    Kind.LINE: Sort.TEXT,
    Kind.WORDS: Sort.WORDS,
    Kind.DAY: Sort.DATE,
    Kind.YES_NO: Sort.YES_NO,
    Kind.CHECK: Sort.ONE,
    Kind.ONE: Sort.ONE,
    Kind.SOME: Sort.SOME,
    Kind.NUMBER: Sort.NUMBER,
    Kind.MONEY: Sort.MONEY,
    Kind.THINGS: Sort.THINGS,
    Kind.PERSON: Sort.TEXT,
    Kind.WEB: Sort.WEB,
    Kind.LINKS: Sort.WORDS,
}
_LONGEST = {Kind.THINGS: MOST_THINGS, Kind.LINKS: _LONGEST_NAMES, Kind.PERSON: 200}


@cache
def of(register: Register[Any]) -> Layout:
    """Every question of a register as a column; the site and our reference stand last.

    A file must have what makes two rows the same entry. Everything else that an entry needs is said
    row by row, because a file may bring only what is new about entries that are in already.
    """
    columns = [_column(register, question) for question in register.questions]
    if register.with_sites:
        own = {name for column in columns for name in column.names}
        also = tuple(name for name in ("location", "home", "care home", "branch", "site name") if name not in own)
        columns.append(Column(SITE, "Site", synonyms=also, hint="One of your sites."))
    columns.append(Column(REFERENCE, "Guardbook reference", hint="Leave this as it is: it tells us which entry it is."))
    needs = [_need(register, name) for name in register.same_by]
    return Layout(register.slug, tuple(columns), tuple(needs), is_about_staff=False)


def _column(register: Register[Any], question: Question) -> Column:
    names = question.also_called
    if question.name == "name":
        names = (*names, "name", register.one, f"{register.one} name", register.title)
    return Column(
        key=question.name,
        label=question.label,
        sort=SORTS[question.kind],
        synonyms=tuple(dict.fromkeys(names)),
        hint=question.hint,
        longest=_LONGEST.get(question.kind, question.most),
        terms=tuple(Term(each.value, each.label, each.also) for each in question.chosen_from),
        once=question.required and question.kind in {Kind.YES_NO, Kind.ONE, Kind.CHECK},
    )


def _need(register: Register[Any], name: str) -> Need:
    asked = register.question(name)
    label = asked.label if asked else name
    return Need(
        (frozenset({name}), frozenset({REFERENCE})),
        f"Choose which column has “{label}”. It tells us which {register.one} a row is about.",
    )
