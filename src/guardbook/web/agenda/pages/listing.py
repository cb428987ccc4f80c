"""The page of everything to do, with its filters, and the page of one thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.agenda.decided import Done
from guardbook.queries.agenda.listing import Agenda
from guardbook.queries.agenda.members import Member
from guardbook.rules.access import Permission
from guardbook.rules.agenda import tasks
from guardbook.rules.agenda.deciding import Listed
from guardbook.rules.agenda.todo import Consequence, Kind
from guardbook.web import words
from guardbook.web.agenda import addresses
from guardbook.web.agenda.pages import lines
from guardbook.web.agenda.pages.lines import Around, Line
from guardbook.web.components import Paging, Row

SIZE = 25


class Show(StrEnum):
    """Which part of the list to show."""

    NOW = "now"
    MINE = "mine"
    PUT_OFF = "put-off"
    DONE = "done"


_TITLES = {Show.NOW: "To do now", Show.MINE: "Mine", Show.PUT_OFF: "Put off", Show.DONE: "Done lately"}
_NOTHING = {
    Show.NOW: "Nothing is waiting. Look at the calendar for what comes later.",
    Show.MINE: "Nothing is yours at the moment.",
    Show.PUT_OFF: "Nothing is put off.",
    Show.DONE: "No task was done yet. Toolkit questions and registers keep their own history.",
}


@dataclass(frozen=True, slots=True)
class Switch:
    """One way to look at the list."""

    text: str
    href: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class DoneLine:
    """A task that was done, and where to take it back."""

    text: str
    about: str
    undo_href: str


@dataclass(frozen=True, slots=True)
class ListPage:
    """Everything to do, a page at a time. ``undo`` is the task that was just done."""

    organisation: UUID
    switches: Sequence[Switch]
    lines: Sequence[Line]
    done: Sequence[DoneLine]
    undo: DoneLine | None
    nothing: str
    paging: Paging
    may_edit: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: which part, which page, and the task that was just done."""

    show: Show = Show.NOW
    page: int = 1
    just_done: str = ""


def asked(query: Mapping[str, str]) -> Asked:
    """Read an address; anything it cannot mean is left out."""
    show, page = query.get("show", ""), query.get("page", "")
    return Asked(
        Show(show) if show in set(Show) else Show.NOW,
        min(int(page), 1000) if page.isascii() and page.isdigit() and int(page) else 1,
        query.get("done", ""),
    )


def list_page(context: Context, of: Asked, found: Agenda, people: Sequence[Member], done: Sequence[Done]) -> ListPage:
    """Put the list together."""
    around = Around(context.organisation_id, found.on, {each.user_id: each.name for each in people})
    parts = {Show.NOW: found.now, Show.MINE: found.of(context.by.user_id), Show.PUT_OFF: found.put_off}
    part = parts.get(of.show, ())
    start = (of.page - 1) * SIZE
    finished = [_done(context.organisation_id, each) for each in done]
    here = [lines.line(each, around) for each in part[start : start + SIZE]]
    return ListPage(
        organisation=context.organisation_id,
        switches=[_switch(context.organisation_id, each, of.show, parts) for each in Show],
        lines=here,
        done=finished if of.show is Show.DONE else (),
        undo=next((line for line, each in zip(finished, done, strict=True) if str(each.task_id) == of.just_done), None),
        nothing="" if here or (of.show is Show.DONE and finished) else _NOTHING[of.show],
        paging=_paging(context.organisation_id, of, len(part), len(here)),
        may_edit=Permission.TASK_EDIT in context.by.permissions,
    )


def address(organisation: UUID, show: Show = Show.NOW, page: int = 1) -> str:
    """The address of a part of the list."""
    query = ({"show": show.value} if show is not Show.NOW else {}) | ({"page": page} if page > 1 else {})
    return reverse("next", kwargs={"organisation": organisation}) + (f"?{urlencode(query)}" if query else "")


def _switch(organisation: UUID, show: Show, here: Show, parts: Mapping[Show, Sequence[Listed]]) -> Switch:
    number = f" ({len(parts[show])})" if show in parts else ""
    return Switch(f"{_TITLES[show]}{number}", address(organisation, show), show is here)


def _paging(organisation: UUID, of: Asked, total: int, shown: int) -> Paging:
    if total <= SIZE and of.page == 1:
        return Paging(words.count(total, "thing", "things") if total else "")
    first = (of.page - 1) * SIZE + 1
    told = f"{first} to {first + shown - 1} of {total}" if shown else f"There are only {total}"
    before = address(organisation, of.show, of.page - 1) if of.page > 1 else ""
    return Paging(told, before, address(organisation, of.show, of.page + 1) if of.page * SIZE < total else "")


def _done(organisation: UUID, done: Done) -> DoneLine:
    href = reverse("task-undo", kwargs={"organisation": organisation, "task_id": done.task_id})
    return DoneLine(done.title, f"Done by {done.done_by} on {words.day(done.done_at)}", href)


@dataclass(frozen=True, slots=True)
class TodoPage:
    """One thing to do: what, why, when, who, and what can be decided about it."""

    line: Line
    rows: Sequence[Row]
    back_href: str
    is_task: bool
    may_decide: bool
    may_put_off: bool
    may_finish: bool
    assign_href: str
    put_off_href: str
    change_href: str
    done_href: str


def todo_page(context: Context, found: Agenda, cause: str, people: Sequence[Member]) -> TodoPage:
    """Put the page of one thing together. NotFound where it is not on the list."""
    listed, organisation = found.one(cause), context.organisation_id
    around = Around(organisation, found.on, {each.user_id: each.name for each in people})
    may = Permission.TASK_EDIT in context.by.permissions
    key = tasks.key_of(cause)
    is_clock = listed.todo.consequence is Consequence.LEGAL_CLOCK
    return TodoPage(
        line=lines.line(listed, around),
        rows=list(_rows(listed, around)),
        back_href=address(organisation),
        is_task=listed.todo.place.kind is Kind.TASK,
        may_decide=may,
        may_put_off=may and not is_clock and listed.put_off is None,
        may_finish=bool(key) and (may or listed.user_id == context.by.user_id),
        assign_href=addresses.own(organisation, cause, "todo-assign"),
        put_off_href=addresses.own(organisation, cause, "todo-put-off"),
        change_href=_task("task-change", organisation, key),
        done_href=_task("task-done", organisation, key),
    )


def _rows(listed: Listed, around: Around) -> Sequence[Row]:
    todo = listed.todo
    due = f"{words.day(todo.due_on)} ({words.days_left(todo.due_on, around.on)})" if todo.due_on else "No date"
    return (
        Row("Why", todo.why),
        Row("Its place in the list", lines.reason(listed, around)),
        Row("Due", due),
        Row("How long", lines.length(todo.minutes) or "Not known"),
        Row(
            "Who",
            around.names.get(listed.user_id, "Nobody in particular") if listed.user_id else "Nobody in particular",
        ),
    )


def _task(name: str, organisation: UUID, key: str) -> str:
    return reverse(name, kwargs={"organisation": organisation, "task_id": key}) if key else ""
