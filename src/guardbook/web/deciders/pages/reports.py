"""Reports in words: as they would be made, and as they were kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from guardbook.queries.access import Context
from guardbook.queries.deciders.reporting import Kept
from guardbook.rules.deciders.reports import Content, Kind
from guardbook.web import words
from guardbook.web.components import Column, Link, Table
from guardbook.web.deciders.pages import parts
from guardbook.web.deciders.pages.look import Part, WorkingPage, go

BACK = {
    Kind.MONTHLY: ("Working page of the Lead", "deciding-lead"),
    Kind.OFFICER: ("Working page of the Data Protection Officer", "deciding-officer"),
    Kind.STATEMENT: ("Working page for information risk", "deciding-risks"),
}
_TITLES = {
    Kind.MONTHLY: "Monthly reports",
    Kind.OFFICER: "Reports of the Data Protection Officer",
    Kind.STATEMENT: "Yearly statements about information risk",
}


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report, with where its figures come from."""

    title: str
    made: str
    lead: str
    parts: Sequence[Part]
    own_words: str
    downloads: Sequence[Link]
    back: Link


def listing(ctx: Context, found: Sequence[Kept]) -> WorkingPage:
    """Every report that was kept, by kind."""
    return WorkingPage(
        title="Reports that were kept",
        held="",
        lead="Each stands as it was on its day. Nobody can change it afterwards.",
        figures=(),
        parts=[parts.kept(ctx, kind, found, _TITLES[kind], "") for kind in Kind],
        buttons=(),
        back=Link("People who decide", go(ctx, "deciding")),
    )


def making(ctx: Context, kind: Kind, content: Content) -> ReportPage:
    """A report as it would be made today."""
    return ReportPage(
        kind.named, "This is how it would stand today.", content.lead, _parts(content), "", (), _back(ctx, kind)
    )


def kept(ctx: Context, found: Kept, *, may_export: bool) -> ReportPage:
    """A report as it was kept."""
    signed = f" Signed by {found.signed_by} on {words.day(found.signed_on)}." if found.signed_on else ""
    downloads = [
        Link(f"As {name}", go(ctx, "deciding-report-download", kept_id=found.id, form=form))
        for form, name in (("pdf", "PDF"), ("docx", "Word"))
    ]
    return ReportPage(
        title=found.kind.named,
        made=f"Made on {words.moment(found.made_at)} by {found.made_by}.{signed}",
        lead=found.content.lead,
        parts=_parts(found.content),
        own_words=found.content.own_words,
        downloads=downloads if may_export else [],
        back=_back(ctx, found.kind),
    )


def _parts(content: Content) -> list[Part]:
    heads = [Column("What"), Column("How many"), Column("From")]
    return [
        Part(
            each.title,
            table=Table(
                each.title,
                heads,
                [[line.label, line.value, line.source] for line in each.lines],
                is_caption_hidden=True,
            )
            if each.lines
            else None,
            sentences=each.sentences,
        )
        for each in content.blocks
    ]


def _back(ctx: Context, kind: Kind) -> Link:
    text, name = BACK[kind]
    return Link(text, go(ctx, name))
