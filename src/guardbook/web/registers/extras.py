"""Links that a register brings to its own pages, beside those that every register has. One line brings one link."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.registers import disposing
from guardbook.web.components import Link


@dataclass(frozen=True, slots=True)
class Extra:
    """One link: its words, the name of its address, and who may follow it.

    The address takes the organisation, the ``parts`` given here, and ``entry_id`` where it is about one entry.
    ``fits`` says for which entries the link is shown.
    """

    text: str
    address: str
    permission: Permission = Permission.REGISTER_VIEW
    parts: Mapping[str, str] | None = None
    fits: Callable[[Any], bool] = lambda _entry: True


_LEAD = Extra("Working page of the Lead", "deciding-lead", Permission.OVERSIGHT_VIEW)
_OFFICER = Extra("Working page of the officer", "deciding-officer", Permission.OVERSIGHT_VIEW)

LIST: Mapping[str, tuple[Extra, ...]] = {
    "advice": (_OFFICER, Extra("Ask the officer", "deciding-ask", Permission.MISTAKE_REPORT, {"whom": "officer"})),
    "audit-findings": (_OFFICER,),
    "audits": (_OFFICER,),
    "caldicott": (
        Extra("Working page of the Guardian", "deciding-guardian", Permission.OVERSIGHT_VIEW),
        Extra("Ask the Guardian", "deciding-ask", Permission.MISTAKE_REPORT, {"whom": "guardian"}),
    ),
    "contributions": (_LEAD,),
    "observations": (_LEAD,),
    "regulator-contacts": (_OFFICER,),
    "risks": (Extra("Working page for information risk", "deciding-risks", Permission.OVERSIGHT_VIEW),),
    "access": (Extra("Look through who can use what", "access-review", Permission.REGISTER_EDIT),),
    "contacts": (Extra("Print the phone list", "phone-list"),),
    "disposals": (Extra("What is due for review", "disposals-due"),),
    "flows": (Extra("See it as a map", "flow-map"),),
    "policies": (Extra("What you are to read", "to-read", Permission.POLICY_READ),),
    "spot-checks": (Extra("Walk round now", "walk-start", Permission.REGISTER_EDIT),),
    "processing": tuple(
        Extra(f"The whole record as {name}", "record-download", Permission.EXPORT, {"form": form})
        for form, name in (("docx", "Word"), ("xlsx", "Excel"), ("pdf", "PDF"))
    ),
}
"""By register: links on the page of its list."""

ENTRY: Mapping[str, tuple[Extra, ...]] = {
    "advice": (
        Extra(
            "Say whether it is followed",
            "advice-answer",
            Permission.ADVICE_ANSWER,
            fits=lambda matter: matter.advised_on is not None,
        ),
    ),
    "disposals": (
        Extra("Write down that they went", "disposal-gone", Permission.REGISTER_EDIT, fits=disposing.is_to_go),
        Extra(
            "Decide what becomes of them",
            "disposal-decide",
            Permission.REGISTER_EDIT,
            fits=lambda batch: batch.is_checked and batch.went_on is None,
        ),
        *(
            Extra(
                f"Certificate of destruction as {name}",
                "disposal-certificate",
                Permission.EXPORT,
                {"form": form},
                disposing.is_destroyed,
            )
            for form, name in (("docx", "Word"), ("pdf", "PDF"))
        ),
    ),
    "risks": (
        Extra(
            "Live with it for now",
            "risk-accept",
            Permission.RISK_ACCEPT,
            fits=lambda risk: risk.is_checked and risk.score is not None,
        ),
    ),
    "spot-checks": (
        Extra("Walk round now", "walk", Permission.REGISTER_EDIT, fits=lambda walk: not walk.answers),
        Extra("See what was found", "walk", fits=lambda walk: bool(walk.answers)),
    ),
}
"""By register: links on the page of one entry. An archived entry shows none."""


def of_list(ctx: Context, slug: str) -> tuple[Link, ...]:
    """The links on a register's list that this person may follow."""
    return tuple(_link(ctx, each) for each in LIST.get(slug, ()) if each.permission in ctx.by.permissions)


def of_entry(ctx: Context, slug: str, found: Found[Any]) -> tuple[Link, ...]:
    """The links on the page of one entry that this person may follow."""
    if found.archived_at is not None:
        return ()
    offered = (each for each in ENTRY.get(slug, ()) if each.permission in ctx.by.permissions)
    return tuple(_link(ctx, each, entry_id=found.id) for each in offered if each.fits(found.entry))


def _link(ctx: Context, of: Extra, **about: UUID) -> Link:
    parts = {"organisation": ctx.organisation_id, **(of.parts or {}), **about}
    return Link(of.text, reverse(of.address, kwargs=parts))
