"""Where each thing to do is done, and where its own page is."""

from uuid import UUID

from django.urls import reverse

from guardbook.rules.agenda.todo import Kind, Place, Todo

_OF_A_LIST = {
    Kind.START: "toolkit-start",
    Kind.TOOLKIT: "toolkit-overview",
    Kind.FREEZE: "toolkit-publish",
    Kind.COPY: "toolkit-companion",
    Kind.RECORD: "toolkit-published",
    Kind.QUESTION: "toolkit-item",
}
_OF_A_LIST_PARTS: tuple[str, ...] = ("framework", "version", "ref")
_OTHERS: dict[Kind, tuple[str, tuple[str, ...]]] = {
    Kind.SERVICE: ("wizard", ()),
    Kind.STAFF: ("people", ()),
    Kind.STAFF_CHECK: ("people-confirm", ()),
    Kind.APPOINT: ("appoint", ("role",)),
    Kind.DECIDE: ("role-decide", ("role",)),
    Kind.ROLES: ("roles", ()),
    Kind.DETAILS: ("details", ()),
    Kind.REGISTER: ("register-list", ("slug",)),
    Kind.ENTRY: ("register-entry", ("slug", "entry_id")),
    Kind.DUTY: ("duty", ("slug",)),
    Kind.CHANGE: ("dpia", ("assessment",)),
    Kind.NOTICE: ("notice", ("audience",)),
    Kind.INCIDENT: ("incident", ("incident",)),
    Kind.RIGHTS: ("rights-case", ("case_id",)),
}


def to(organisation: UUID, todo: Todo) -> str:
    """The page on which a thing is done; a task that somebody wrote is done on its own."""
    if todo.place.kind is Kind.TASK:
        return own(organisation, todo.cause)
    return _place(organisation, todo.place)


def own(organisation: UUID, cause: str, name: str = "todo") -> str:
    """The page about a thing on the list, or one of those beside it."""
    return reverse(name, kwargs={"organisation": organisation, "cause": cause})


def _place(organisation: UUID, place: Place) -> str:
    of_a_list = place.kind in _OF_A_LIST
    name, names = (_OF_A_LIST[place.kind], _OF_A_LIST_PARTS) if of_a_list else _OTHERS[place.kind]
    parts = dict(zip(names, place.parts, strict=False))
    return reverse(name, kwargs={"organisation": organisation, **parts})
