"""The list of questions: its origin, its doubts, and what an official one would change."""

from collections.abc import Sequence
from dataclasses import dataclass

from guardbook.content.official.building import Proposal
from guardbook.queries.access import Context
from guardbook.rules.access import Permission
from guardbook.rules.frameworks.difference import Kind
from guardbook.rules.frameworks.packs import Framework, Pack
from guardbook.web import words
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.components import Column, Row, Table

_KINDS = {
    Kind.ADDED: "New",
    Kind.REMOVED: "Gone",
    Kind.REWORDED: "Other words",
    Kind.LEVEL_CHANGED: "Other level",
    Kind.UNCHANGED: "The same",
}


@dataclass(frozen=True, slots=True)
class ListPage:
    """What the list is."""

    back: str
    title: str
    is_rebuilt: bool
    facts: Sequence[Row]
    doubts: Sequence[Row]
    notes: Sequence[str]
    steps: Sequence[str]
    next_version: str
    may_bring: bool


def list_page(context: Context, pack: Pack, framework: Framework) -> ListPage:
    """Make the page about one list."""
    return ListPage(
        back=Addresses.of(context, pack).to("toolkit-overview"),
        title=f"The list of questions for {pack.year}",
        is_rebuilt=pack.is_rebuilt,
        facts=list(_facts(pack)),
        doubts=[Row(doubt.ref, doubt.why) for doubt in pack.doubts],
        notes=pack.notes,
        steps=framework.getting_the_list,
        next_version=framework.next_version,
        may_bring=Permission.SETTINGS_MANAGE in context.by.permissions,
    )


def _facts(pack: Pack) -> list[Row]:
    rows = [
        Row("List", pack.name),
        Row("Needed for Standards Met", words.count(len(pack.mandatory), "question")),
        Row("Needed for Approaching Standards", words.count(len(pack.approaching), "question")),
    ]
    if pack.totals is not None and pack.totals.mandatory != len(pack.mandatory):
        rows.append(
            Row("The official total", f"{pack.totals.mandatory} for Standards Met, so at least one of ours is wrong")
        )
    if pack.imported is not None:
        told = f"{pack.imported.file_name}, by {pack.imported.by}, {words.moment(pack.imported.at)}"
        rows.append(Row("Brought in from", told))
    return rows


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """What an official list would change."""

    back: str
    title: str
    summary: str
    notes: Sequence[str]
    faults: Sequence[str]
    table: Table | None
    fingerprint: str
    file_name: str
    accept_href: str


def proposal_page(context: Context, pack: Pack, proposal: Proposal) -> ProposalPage:
    """Make the page of differences."""
    go = Addresses.of(context, pack)
    imported = proposal.pack.imported
    rows = [
        (row.ref, ", ".join(_KINDS[kind] for kind in row.kinds), row.sentence)
        for row in proposal.difference.rows
        if row.kinds != (Kind.UNCHANGED,)
    ]
    columns = [Column("Number"), Column("What changes"), Column("In words")]
    return ProposalPage(
        back=go.to("toolkit-list"),
        title=f"What the official list for {proposal.pack.year} changes",
        summary=proposal.difference.summary,
        notes=proposal.notes,
        faults=[str(fault) for fault in proposal.faults],
        table=Table("Differences", columns, rows) if rows else None,
        fingerprint=imported.sha256 if imported else "",
        file_name=imported.file_name if imported else "",
        accept_href=go.to("toolkit-list-accept"),
    )
