"""The page of one person: details, what is missing, training, roles, and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from guardbook.kernel import clock
from guardbook.queries import people, training
from guardbook.queries.people import Entry
from guardbook.queries.roles.held import Holding
from guardbook.queries.training import Completion
from guardbook.rules import people as rules
from guardbook.rules.access import Permission
from guardbook.rules.training import induction
from guardbook.rules.training.validity import Proof
from guardbook.web import words
from guardbook.web.components import Cell, Column, Lines, Link, Row, Table, Tag, Tone
from guardbook.web.door import Request, page

_DUE = {
    induction.State.IN_DATE: Tag("In date", Tone.DONE),
    induction.State.DUE: Tag("Due", Tone.WARNING),
    induction.State.OVERDUE: Tag("Overdue", Tone.PROBLEM),
}
_COLUMNS = (Column("Course"), Column("Finished"), Column("Shown by"), Column("Counts"), Column("Change"))


@dataclass(frozen=True, slots=True)
class Person:
    """Everything the page of one person shows."""

    organisation: UUID
    id: UUID
    name: str
    state: Tag
    details: tuple[Row, ...]
    findings: tuple[str, ...]
    training_tag: Tag | None
    training_reasons: tuple[str, ...]
    completions: Table | None
    roles: tuple[str, ...]
    has_left: bool
    may_edit: bool


@page(Permission.PEOPLE_VIEW, "GET")
def person(request: Request, person_id: UUID) -> HttpResponse:
    """One person."""
    ctx = request.ctx
    shown = put_together(
        ctx.organisation_id,
        people.person(ctx, person_id),
        training.of_person(ctx, person_id),
        training.roles_of(ctx, person_id),
        clock.uk_today(request.now),
        may_edit=Permission.PEOPLE_EDIT in ctx.by.permissions,
    )
    return render(request, "training/person.html", {"page": shown})


def put_together(
    organisation: UUID,
    entry: Entry,
    completions: Sequence[Completion],
    roles: Sequence[Holding],
    today: date,
    *,
    may_edit: bool,
) -> Person:
    """Say about one person what their records say today."""
    facts = entry.facts(today)
    counted = [one.stored.completed_on for one in completions if one.withdrawn_at is None and one.validity.counts]
    past = [on for on in counted if on <= today]
    due = induction.induction(induction.InductionFacts(today, facts, max(past, default=None)))
    here = rules.is_active(facts, today)
    return Person(
        organisation=organisation,
        id=entry.id,
        name=entry.name,
        state=_state(entry, today),
        details=_details(entry),
        findings=tuple(found.reason.text for found in rules.findings(rules.StaffFacts(today, (facts,))).findings),
        training_tag=_DUE[due.state] if here else None,
        training_reasons=tuple(reason.text for reason in due.reasons) if here else (),
        completions=_completions(organisation, completions, may_edit=may_edit) if completions else None,
        roles=tuple(f"{one.shown_title}{' (deputy)' if one.is_deputy else ''}" for one in roles),
        has_left=entry.left_on is not None,
        may_edit=may_edit,
    )


def _state(entry: Entry, today: date) -> Tag:
    if entry.left_on is not None and entry.left_on < today:
        return Tag("Left", Tone.QUIET)
    if entry.started_on is not None and entry.started_on > today:
        return Tag("Not started yet", Tone.WAITING)
    if entry.is_away(today):
        return Tag("Away", Tone.WAITING)
    return Tag("Leaving", Tone.WARNING) if entry.left_on else Tag("Works here", Tone.DONE)


def _details(entry: Entry) -> tuple[Row, ...]:
    known: list[tuple[str, str]] = [
        ("Job title", entry.job_title or "Not recorded"),
        ("Kind", entry.kind.label),
        ("Staff number", entry.works_number or "Not recorded"),
        ("Email", entry.email or "Not recorded"),
        ("Can see records about people", "Yes" if entry.has_data_access else "No"),
        ("Started", _day(entry.started_on)),
        ("Induction", _day(entry.induction_on)),
        ("Data security clause signed", _day(entry.clause_signed_on)),
    ]
    if entry.absent_from:
        until = f" until {words.day(entry.absent_until)}" if entry.absent_until else ""
        known.append(("Away since", words.day(entry.absent_from) + until))
    if entry.left_on:
        known += [("Last day", words.day(entry.left_on)), ("Access removed", _day(entry.access_removed_on))]
        known.append(("Devices and keys", _kit(entry)))
        known += [("Remember", entry.leaving_note)] if entry.leaving_note else []
    return tuple(Row(key, value) for key, value in known)


def _kit(entry: Entry) -> str:
    if entry.kit_returned_on:
        return f"Back on {words.day(entry.kit_returned_on)}"
    return {True: "Not back yet", False: "Had none", None: "Not recorded"}[entry.has_kit]


def _day(on: date | None) -> str:
    return words.day(on) if on else "Not recorded"


def _completions(organisation: UUID, completions: Sequence[Completion], *, may_edit: bool) -> Table:
    columns = _COLUMNS if may_edit else _COLUMNS[:-1]
    return Table(
        "Training records", columns, [_completion(organisation, one, may_edit=may_edit) for one in completions]
    )


def _completion(organisation: UUID, one: Completion, *, may_edit: bool) -> list[Cell]:
    stored = one.stored
    shown = [Proof(stored.proof).label, *([stored.note] if stored.note else [])]
    cells: list[Cell] = [stored.course, words.day(stored.completed_on), Lines(shown), _worth(one)]
    if may_edit:
        href = reverse("training-correct", kwargs={"organisation": organisation, "completion_id": one.id})
        about = f"{stored.course}, {words.day(stored.completed_on)}"
        cells.append("" if one.withdrawn_at else Link("Correct or take out", href, about))
    return cells


def _worth(one: Completion) -> Cell:
    if one.withdrawn_at is not None:
        return Lines(["Taken out", one.withdrawn_reason])
    return Tag("Yes", Tone.DONE) if one.validity.counts else Lines(["No", one.validity.reason.text])
