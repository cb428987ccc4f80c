"""The emergency contacts as a list to print, and the button that says it was printed."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse

from guardbook.actions.registers import printing
from guardbook.kernel.errors import Refused
from guardbook.queries.registers import reading
from guardbook.rules.access import Permission
from guardbook.rules.registers import contacts
from guardbook.rules.registers.contacts import Contact
from guardbook.web import words
from guardbook.web.components import Cell, Column, Lines, Link, Table
from guardbook.web.door import Request, page
from guardbook.web.registers.look import Address


@dataclass(frozen=True, slots=True)
class PhoneList:
    """The list: when it was made, whom to ring for what, and where to say that it was printed."""

    back: Link
    made: str
    table: Table | None
    printed: str


@page(Permission.REGISTER_VIEW, "GET")
def show(request: Request) -> HttpResponse:
    """The phone list."""
    rows = reading.rows(request.ctx, contacts.REGISTER).filter(archived_at=None, is_checked=True)
    held = [each.entry for each in reading.read(contacts.REGISTER, rows.order_by("name", "id"))]
    may_edit = Permission.REGISTER_EDIT in request.ctx.by.permissions and bool(held)
    here = {"organisation": request.ctx.organisation_id}
    shown = PhoneList(
        back=Address(request.ctx.organisation_id, contacts.REGISTER).back,
        made=words.day(request.now),
        table=_table(held) if held else None,
        printed=reverse("phone-list-printed", kwargs=here) if may_edit else "",
    )
    return render(request, "registers/phone_list.html", {"page": shown})


@page(Permission.REGISTER_EDIT, "POST")
def printed(request: Request) -> HttpResponse:
    """Say that the phone list was printed today."""
    try:
        number = printing.phone_list_printed(request.ctx)
    except Refused as refusal:
        messages.warning(request, refusal.reasons[0])
    else:
        messages.success(request, f"Noted: {words.count(number, 'number')} on paper from today.")
    return redirect(reverse("phone-list", kwargs={"organisation": request.ctx.organisation_id}))


def _table(held: list[Contact]) -> Table:
    columns = [
        Column("Whom to ring"),
        Column("Phone"),
        Column("What for"),
        Column("Email"),
        Column("They will ask for"),
    ]
    return Table("Whom to ring", columns, [_row(each) for each in held], is_caption_hidden=True)


def _row(of: Contact) -> list[Cell]:
    phones = [number for number in (of.phone, of.other_phone) if number]
    return [of.name, Lines(phones), Lines([each.label for each in of.rung_for]), of.email, of.account]


urlpatterns: list[URLPattern] = [
    path("o/<uuid:organisation>/phone-list/", show, name="phone-list"),
    path("o/<uuid:organisation>/phone-list/printed/", printed, name="phone-list-printed"),
]
