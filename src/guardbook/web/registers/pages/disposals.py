"""The list of records that are due for review, and the words about where a batch stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.text import slugify

from guardbook.queries.registers.disposals import Due
from guardbook.queries.registers.reading import Found
from guardbook.rules.registers import disposing
from guardbook.rules.registers.disposals import REGISTER, Disposal
from guardbook.rules.registers.keeping import Standing
from guardbook.rules.registers.terms import Term
from guardbook.web import words
from guardbook.web.components import Cell, Column, Lines, Link, Table
from guardbook.web.registers.look import Address


@dataclass(frozen=True, slots=True)
class Part:
    """Some batches of which the same is to be done."""

    title: str
    lead: str
    table: Table


@dataclass(frozen=True, slots=True)
class DuePage:
    """The whole list; without parts nothing is due."""

    back: Link
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    undated: Link | None


def due_page(organisation: UUID, of: Due, *, may_edit: bool) -> DuePage:
    """Put the list together."""
    to = Address(organisation, REGISTER)
    parts = (
        ("To write down", "You decided that these go. Write down when and how they went.", of.to_go, "disposal-gone"),
        (
            "To decide",
            "Their time is over. Look at each, and decide what becomes of it.",
            of.to_decide,
            "disposal-decide",
        ),
        ("On hold", "Their time is over, but a hold stops it. They stay until the hold is over.", of.held, ""),
        ("In the next six months", "Nothing to do yet.", of.soon, ""),
    )
    undated = f"{words.count(of.undated, REGISTER.one, REGISTER.many)} without a day yet"
    return DuePage(
        back=to.back,
        parts=tuple(
            Part(title, lead, _table(to, title, rows, then if may_edit else ""))
            for title, lead, rows, then in parts
            if rows
        ),
        notes=(f"And {of.left_out} more after these.",) if of.left_out else (),
        undated=Link(undated, to.to("list") + "?show=attention") if of.undated else None,
    )


def standing(entry: Disposal, published: Term, on: date) -> str:
    """Where a batch stands on a day, in a sentence or two."""
    day = words.day(entry.review_on) if entry.review_on else ""
    match disposing.standing(entry, published, on):
        case Standing.IN_USE:
            return "These records are in use again."
        case Standing.UNKNOWN:
            return "It is not known yet how long these records must be kept."
        case Standing.RUNNING:
            return f"These records must be kept until {day}."
        case Standing.HELD:
            return f"These records are on hold: {words.listing([each.label for each in entry.holds])}."
        case Standing.DUE:
            return f"Look at these records first. They may go since {day}." if _is_over(entry, on) else "They may go."


def file_name(entry: Disposal) -> str:
    """What the file of a certificate is called, without its ending."""
    return f"certificate-of-destruction-{slugify(entry.name)[:60] or 'records'}"


def _is_over(entry: Disposal, on: date) -> bool:
    return entry.review_on is not None and entry.review_on <= on


def _table(to: Address, title: str, rows: Sequence[Found[Disposal]], then: str) -> Table:
    heads = ["Which records", "Kind", "May go since" if then else "Day to look", "Must go by", "Site"]
    return Table(
        title,
        [Column(each) for each in (*heads, *(["What to do"] if then else []))],
        [[*_row(to, each), *_do(to, each, then)] for each in rows],
        is_caption_hidden=True,
    )


def _row(to: Address, found: Found[Disposal]) -> Iterator[Cell]:
    entry = found.entry
    yield Link(entry.name, to.entry(found.id))
    yield entry.kind.label if entry.kind else "Not recorded"
    held = [each.label for each in entry.holds]
    yield Lines([words.day(entry.review_on), *held] if entry.review_on else held)
    yield words.day(entry.must_go_on) if entry.must_go_on else "No such day"
    yield found.site or "The whole organisation"


def _do(to: Address, found: Found[Disposal], then: str) -> Iterator[Cell]:
    if then:
        text = "Decide" if then == "disposal-decide" else "Write it down"
        href = reverse(then, kwargs={"organisation": to.organisation, "entry_id": found.id})
        yield Link(text, href, f"about {found.entry.name}")
