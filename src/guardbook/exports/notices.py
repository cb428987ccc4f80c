"""A privacy notice as a document: in plain English, or in easy read."""

from collections.abc import Iterator

from guardbook.exports.documents import Block, Bullets, Document, Paragraph, Section
from guardbook.queries.notices import Version
from guardbook.rules.notices import builder


def plain(organisation: str, of: Version) -> Document:
    """The notice in plain English."""
    return _document(organisation, of, of.title, of.plain)


def easy(organisation: str, of: Version) -> Document:
    """The notice in easy read: short lines, one idea each."""
    return _document(organisation, of, "How we use facts about you", of.easy, is_easy=True)


def _document(
    organisation: str, of: Version, title: str, sections: tuple[builder.Section, ...], *, is_easy: bool = False
) -> Document:
    kind = "easy read, " if is_easy else ""
    return Document(
        title=title,
        organisation=organisation,
        issued_on=of.approved_on,
        reference=f"Privacy notice, {kind}version {of.version}",
        sections=tuple(Section(each.title, tuple(_blocks(each))) for each in sections),
    )


def _blocks(section: builder.Section) -> Iterator[Block]:
    yield from (Paragraph(each) for each in section.sentences)
    if section.points:
        yield Bullets(section.points)
