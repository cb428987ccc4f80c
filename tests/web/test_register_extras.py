"""Links that a register brings to its own pages."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions.registers import entries
from guardbook.rules.access import Permission
from guardbook.rules.registers.contacts import REGISTER
from guardbook.web.registers import extras
from guardbook.web.registers.extras import Extra
from tests.cast import Cast, user
from tests.web.test_registers import at, example, made, text

EXPORT = {"slug": REGISTER.slug, "form": "csv"}


@pytest.fixture
def brought(monkeypatch: pytest.MonkeyPatch) -> None:
    """The register of contacts brings a link to its list, and one to each entry called Example."""
    listed = Extra("Take it with you", "register-export", Permission.EXPORT, EXPORT)
    on_one = Extra(
        "Look behind it", "register-entry", parts={"slug": REGISTER.slug}, fits=lambda it: it.name == "Example"
    )
    monkeypatch.setattr(extras, "LIST", {REGISTER.slug: (listed,)})
    monkeypatch.setattr(extras, "ENTRY", {REGISTER.slug: (on_one,)})


@pytest.fixture
def key(cast: Cast) -> UUID:
    return made(cast, REGISTER)


def test_a_register_brings_links_to_its_list_and_its_entries(
    asha: Client, cast: Cast, brought: None, key: UUID
) -> None:
    there = reverse("register-export", kwargs={"organisation": cast.asha.organisation_id, **EXPORT})

    listed, entry = asha.get(at(cast.asha, "list", REGISTER)), asha.get(at(cast.asha, "entry", REGISTER, entry_id=key))

    assert "Take it with you" in text(listed)
    assert there in text(listed)
    assert "Look behind it" in text(entry)


def test_a_link_is_shown_only_where_it_fits(asha: Client, cast: Cast, brought: None, key: UUID) -> None:
    other = entries.add(cast.asha, register=REGISTER, entry=example(REGISTER, "Another"))
    entries.archive(cast.asha, register=REGISTER, entry_id=key, reason="Gone")

    shown = [text(asha.get(at(cast.asha, "entry", REGISTER, entry_id=each))) for each in (other, key)]

    assert not [each for each in shown if "Look behind it" in each]


def test_somebody_without_the_permission_is_shown_no_link(
    still_clock: None, client: Client, cast: Cast, brought: None, key: UUID
) -> None:
    client.force_login(user(cast.rhea))

    assert "Take it with you" not in text(client.get(at(cast.rhea, "list", REGISTER)))
    assert "Look behind it" in text(client.get(at(cast.rhea, "entry", REGISTER, entry_id=key)))
