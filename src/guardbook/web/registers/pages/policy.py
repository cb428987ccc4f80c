"""Who has accepted a policy, and what somebody is to read."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from guardbook.queries.access import Context
from guardbook.queries.registers.acceptances import MOST, Mine, Reader, Standing
from guardbook.rules.access import Permission
from guardbook.rules.registers import policies
from guardbook.rules.registers.policies import Policy
from guardbook.web import words
from guardbook.web.components import Column, Link, Table, Tag, Tone
from guardbook.web.registers.look import Address, go


@dataclass(frozen=True, slots=True)
class Box:
    """One name to tick."""

    id: UUID
    name: str
    about: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class ReadersPage:
    """Who has accepted the current version, and who has not yet."""

    title: str
    back: Link
    said: str
    accepted: int
    total: int
    search: str
    why_not: tuple[str, ...]
    all: Tag
    done: Table
    has_done: bool
    open: tuple[Box, ...]
    wrong: tuple[Box, ...]
    is_cut: bool
    may_record: bool
    off_href: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document to read."""

    name: str
    tag: Tag
    version: str
    place: str
    link: Link | None
    read_href: str


@dataclass(frozen=True, slots=True)
class ToReadPage:
    """What somebody is to read."""

    name: str
    documents: tuple[Document, ...]
    perhaps: str
    claim_href: str


def accepted_words(accepted: int, total: int, policy: Policy) -> str:
    """How many accepted it, as a person says it: "18 of 22 staff have accepted version 3"."""
    return f"{accepted} of {total} staff have accepted {policy.edition_in_words}"


def readers(ctx: Context, of: Standing, search: str, ticked: Collection[UUID]) -> ReadersPage:
    """Put the page of a policy's readers together."""
    policy = of.found.entry
    to = Address(ctx.organisation_id, policies.REGISTER)
    return ReadersPage(
        title=f"Who has accepted: {policy.name}",
        back=Link(policy.name, to.entry(of.found.id)),
        said=accepted_words(of.accepted, of.total, policy),
        accepted=of.accepted,
        total=of.total,
        search=search,
        why_not=policies.not_to_be_accepted(policy),
        all=Tag("Everybody has accepted it", Tone.DONE),
        done=_done(of.done),
        has_done=bool(of.done),
        open=tuple(Box(each.id, each.name, each.job_title, each.id in ticked) for each in of.open),
        wrong=tuple(Box(each.id, each.name, each.job_title, is_ticked=False) for each in of.done if not each.is_own),
        is_cut=MOST in {len(of.open), len(of.done)},
        may_record=Permission.REGISTER_EDIT in ctx.by.permissions and of.found.archived_at is None,
        off_href=go(ctx, "policy-take-off", entry_id=of.found.id),
    )


def to_read(ctx: Context, of: Mine) -> ToReadPage:
    """Put the page of what somebody is to read together."""
    return ToReadPage(
        name=of.person or "",
        documents=tuple(
            Document(
                name=each.policy.name,
                tag=_tag(each.accepted_on is not None),
                version=_version(each.policy),
                place=each.policy.kept,
                link=Link("Open it", each.policy.link, each.policy.name) if each.policy.link else None,
                read_href="" if each.accepted_on else go(ctx, "policy-read", entry_id=each.id),
            )
            for each in of.documents
        ),
        perhaps=", ".join(part for part in (of.perhaps.name, of.perhaps.job_title) if part) if of.perhaps else "",
        claim_href=go(ctx, "name-claim", person_id=of.perhaps.id) if of.perhaps else "",
    )


def _tag(is_accepted: bool) -> Tag:
    return Tag("You have accepted it", Tone.DONE) if is_accepted else Tag("To read", Tone.WAITING)


def _version(policy: Policy) -> str:
    said = policy.edition_in_words
    return f"{said[0].upper()}{said[1:]}"


def _done(of: tuple[Reader, ...]) -> Table:
    rows = [[each.name, words.day(each.accepted_on) if each.accepted_on else "", _how(each)] for each in of]
    return Table("Who has accepted it", [Column("Name"), Column("When"), Column("How")], rows)


def _how(reader: Reader) -> str:
    return "Said so themselves" if reader.is_own else f"Signed sheet, recorded by {reader.recorded_by}"
