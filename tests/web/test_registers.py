"""The pages of every register, made from its description: each register inherits these."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions.registers import entries, whole
from guardbook.content import registers as content
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.queries.registers import listing
from guardbook.queries.registers.listing import Asked, Show
from guardbook.rules.registers import catalogue, questions
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Register
from tests.cast import Cast, user

EVERY = pytest.mark.parametrize("register", catalogue.ALL, ids=lambda each: each.slug)
OPEN = pytest.mark.parametrize(
    "register", [each for each in catalogue.ALL if not each.is_sensitive], ids=lambda each: each.slug
)


def example(register: Register[Any], name: str = "Example") -> Any:
    """A plain entry: what is required, and nothing else."""
    said = {each.name: _answer(each) for each in register.questions if each.required and each.name != "name"}
    return register.entry(name=name, **said)


def _answer(question: Question) -> Any:
    match question.kind:
        case Kind.YES_NO:
            return True
        case Kind.ONE | Kind.CHECK:
            return question.chosen_from[0]
        case Kind.SOME:
            return question.chosen_from[:1]
        case Kind.THINGS:
            return ("One thing",)
        case Kind.NUMBER | Kind.MONEY:
            return 1
        case Kind.DAY:
            return date(2026, 11, 1)
        case _:
            return "Something"


def typed(register: Register[Any], entry: Any) -> dict[str, Any]:
    """What a browser sends for an entry."""
    sent: dict[str, Any] = {}
    for each in register.questions:
        value = getattr(entry, each.name)
        if value == questions.nothing(each):
            continue
        match each.kind:
            case Kind.DAY:
                sent |= {f"{each.name}-{part}": getattr(value, part) for part in ("day", "month", "year")}
            case Kind.YES_NO:
                sent[each.name] = "yes" if value else "no"
            case Kind.SOME:
                sent[each.name] = [one.value for one in value]
            case Kind.THINGS:
                sent[each.name] = "\n".join(value)
            case _:
                sent[each.name] = str(value)
    return sent


def at(context: Context, name: str, register: Register[Any], **more: object) -> str:
    return reverse(f"register-{name}", kwargs={"organisation": context.organisation_id, "slug": register.slug, **more})


def text(response: Any) -> str:
    return str(response.content.decode())


def made(cast: Cast, register: Register[Any]) -> UUID:
    return entries.add(cast.asha, register=register, entry=example(register))


def test_the_page_of_all_registers_lists_each(asha: Client, cast: Cast) -> None:
    response = asha.get(reverse("registers", kwargs={"organisation": cast.asha.organisation_id}))

    assert [each.title for each in catalogue.ALL if each.title not in text(response)] == []


@EVERY
def test_an_empty_register_says_what_it_is_for(asha: Client, cast: Cast, register: Register[Any]) -> None:
    response = asha.get(at(cast.asha, "list", register))

    assert "Nothing here yet" in text(response)
    assert register.example[:20] in text(response)


@EVERY
def test_an_entry_is_added_on_a_form(asha: Client, cast: Cast, register: Register[Any]) -> None:
    sent = typed(register, example(register, "Added on a form"))

    response = asha.post(at(cast.asha, "add", register), sent)

    assert response.status_code == 302, text(response)
    assert "Added on a form" in text(asha.get(response["Location"]))
    assert "Added on a form" in text(asha.get(at(cast.asha, "list", register)))


@EVERY
def test_an_empty_form_says_what_is_missing_and_saves_nothing(
    asha: Client, cast: Cast, register: Register[Any]
) -> None:
    response = asha.post(at(cast.asha, "add", register), {})

    assert response.status_code == 200
    assert "There is a problem" in text(response)
    assert listing.page(cast.asha, register, Asked()).total == 0


@EVERY
def test_an_entry_is_changed_archived_and_brought_back(asha: Client, cast: Cast, register: Register[Any]) -> None:
    key = made(cast, register)
    sent = typed(register, example(register, "Another name")) | {"seen_version": "1"}

    asha.post(at(cast.asha, "change", register, entry_id=key), sent)
    assert "Another name" in text(asha.get(at(cast.asha, "entry", register, entry_id=key)))

    asha.post(at(cast.asha, "archive", register, entry_id=key), {"reason": "Gone"})
    assert "Archived on 22 November 2026: Gone" in text(asha.get(at(cast.asha, "entry", register, entry_id=key)))

    asha.post(at(cast.asha, "restore", register, entry_id=key))
    assert listing.page(cast.asha, register, Asked()).total == 1


@EVERY
def test_two_people_changing_one_entry_see_both_versions(asha: Client, cast: Cast, register: Register[Any]) -> None:
    key = made(cast, register)
    theirs = example(register, "From a colleague")
    entries.amend(cast.mina, register=register, entry_id=key, entry=theirs, seen_version=1)
    sent = typed(register, example(register, "Mine")) | {"seen_version": "1"}

    response = asha.post(at(cast.asha, "change", register, entry_id=key), sent)

    assert response.status_code == 409
    assert "From a colleague" in text(response)
    assert "Mine" in text(response)


@OPEN
def test_a_reader_sees_and_is_offered_no_change(
    still_clock: None, client: Client, cast: Cast, register: Register[Any]
) -> None:
    key = made(cast, register)
    client.force_login(user(cast.rhea))

    assert client.get(at(cast.asha, "entry", register, entry_id=key)).status_code == 200
    assert "Archive" not in text(client.get(at(cast.asha, "entry", register, entry_id=key)))
    assert client.get(at(cast.asha, "change", register, entry_id=key)).status_code == 403


@EVERY
def test_somebody_elses_entry_is_not_found(
    still_clock: None, client: Client, cast: Cast, register: Register[Any]
) -> None:
    key = made(cast, register)
    client.force_login(user(cast.carol))

    assert client.get(at(cast.asha, "entry", register, entry_id=key)).status_code == 404
    assert client.get(at(cast.carol, "entry", register, entry_id=key)).status_code == 404


@EVERY
def test_a_starter_row_counts_for_nothing_until_somebody_says_that_it_is_true(
    asha: Client, cast: Cast, register: Register[Any]
) -> None:
    offered = content.starters(register.slug)
    if not offered:
        pytest.skip("this register offers no starter rows")

    asha.post(at(cast.asha, "starters", register), {"key": [offered[0].key]})
    (waiting,) = listing.page(cast.asha, register, Asked(show=Show.UNCHECKED)).found

    assert "Not checked here" in text(asha.get(at(cast.asha, "list", register)))
    assert text(asha.get(at(cast.asha, "settle", register))).count(waiting.entry.name) >= 1
    with pytest.raises(Refused, match="not checked yet"):
        whole.confirm(cast.asha, register=register, is_none=False)


@EVERY
def test_a_list_is_searched_filtered_sorted_and_shown_by_any_question(
    asha: Client, cast: Cast, register: Register[Any]
) -> None:
    entries.add(cast.asha, register=register, entry=example(register, "Alpha"))
    entries.add(cast.asha, register=register, entry=example(register, "Beta"))
    here = at(cast.asha, "list", register)

    found = text(asha.get(here, {"search": "alp"}))
    assert "Alpha" in found
    assert "Beta" not in found
    for each in register.questions:
        shown = asha.get(here, {"sort": f"-{each.name}", "column": each.name, f"is-{each.name}": "no such answer"})
        assert "Alpha" in text(shown)
    for show in Show:
        assert asha.get(here, {"show": show.value}).status_code == 200
