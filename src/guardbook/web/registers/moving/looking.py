"""The page on which somebody looks through who can use what, and ticks what is still right."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from guardbook.actions.registers import log_ins as actions
from guardbook.kernel.errors import Refused
from guardbook.queries.registers import log_ins
from guardbook.queries.registers.log_ins import Group
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.registers import access, systems
from guardbook.rules.registers.access import Access
from guardbook.web import words
from guardbook.web.components import Link
from guardbook.web.door import Request, page
from guardbook.web.registers.look import Address


@dataclass(frozen=True, slots=True)
class Line:
    """One log-in to tick."""

    id: UUID
    box: str
    name: str
    about: str
    change: str


@dataclass(frozen=True, slots=True)
class Part:
    """The log-ins of one system."""

    title: str
    looked: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LookThrough:
    """The page: the parts, systems that nobody is listed for, and the way to one system where all are too many."""

    back: Link
    parts: tuple[Part, ...]
    without: tuple[Link, ...]
    one_by_one: tuple[Link, ...]
    add: str


@page(Permission.REGISTER_EDIT, "GET", "POST")
def look_through(request: Request) -> HttpResponse:
    """Look through who can use what."""
    here = reverse("access-review", kwargs={"organisation": request.ctx.organisation_id})
    if request.method == "POST":
        try:
            done = actions.look_through(request.ctx, right=_ids(request.POST.getlist("right")))
        except Refused as refusal:
            messages.warning(request, " ".join(refusal.reasons))
            return redirect(request.get_full_path())
        messages.success(request, _thanks(done))
        return redirect(here)
    only = next(iter(_ids([request.GET.get("system", "")])), None)
    too_many = log_ins.number_open(request.ctx) > log_ins.MOST
    groups = log_ins.by_system(request.ctx, only)
    return render(
        request, "registers/look_through.html", {"page": _shown(request, groups, too_many=too_many, here=here)}
    )


def _thanks(done: actions.Looked) -> str:
    whole = f" All of {words.count(done.systems, 'system')} is looked through." if done.systems else ""
    return f"Thank you. {words.count(done.log_ins, 'log-in')} marked as still right.{whole}"


def _shown(request: Request, groups: tuple[Group, ...], *, too_many: bool, here: str) -> LookThrough:
    to, system = (Address(request.ctx.organisation_id, each) for each in (access.REGISTER, systems.REGISTER))
    is_all = "system" not in request.GET
    return LookThrough(
        back=to.back,
        parts=() if too_many and is_all else tuple(_part(to, each) for each in groups if each.log_ins),
        without=tuple(Link(each.name, system.entry(each.id)) for each in groups if each.id and not each.log_ins)
        if not too_many
        else (),
        one_by_one=tuple(Link(each.name, f"{here}?system={each.id}") for each in groups if each.id)
        if too_many and is_all
        else (),
        add=to.to("add"),
    )


def _part(to: Address, group: Group) -> Part:
    looked = f"Last looked through on {words.day(group.looked_on)}." if group.looked_on else "Never looked through yet."
    lines = tuple(_line(to, each, f"{group.id or 'none'}-{each.id}") for each in group.log_ins)
    return Part(group.name, looked if group.id else "", lines)


def _line(to: Address, found: Found[Access], box: str) -> Line:
    return Line(found.id, box, found.entry.name, ". ".join(_about(found)), to.entry(found.id, "change"))


def _about(found: Found[Access]) -> Iterator[str]:
    entry = found.entry
    person = found.people.get("person", "")
    if person and person != entry.name:
        yield person
    if entry.kind and entry.kind is not access.Kind.OWN:
        yield entry.kind.label
    yield entry.level.label if entry.level else "Nobody has said what it lets them do"
    if entry.person_leaves_on:
        yield f"Last day {words.day(entry.person_leaves_on)}"
    yield f"Looked at on {words.day(entry.reviewed_on)}" if entry.reviewed_on else "Not looked at yet"


def _ids(values: list[str]) -> list[UUID]:
    found = []
    for value in values:
        try:
            found.append(UUID(value))
        except ValueError:
            continue
    return found
