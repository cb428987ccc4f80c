"""Two pages beside a question: the records behind a suggestion, and two versions of one answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.assessment.questions import Question
from guardbook.queries.assessment.rows import Behind, Line
from guardbook.rules.assessment.answers import Answer
from guardbook.web.assessment.pages.item import in_words
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.components import Column, Link, Table, source


@dataclass(frozen=True, slots=True)
class WhyPage:
    """The rows behind a suggestion."""

    title: str
    back: Link
    reason: str
    rule: str
    source: Link | str
    tables: Sequence[Table]
    more: Sequence[str]


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """Two versions of one answer side by side."""

    ref: str
    title: str
    theirs_by: str
    theirs: str
    theirs_comment: str
    mine: str
    mine_comment: str
    keep_href: str


def why_page(context: Context, found: Question, behind: Sequence[Behind]) -> WhyPage:
    """Make the page from the rows that were loaded."""
    go = Addresses.of(context, found.pack)
    suggestion = found.judged.standing.suggestion
    return WhyPage(
        title=f"Why we say this about {found.item.ref}",
        back=Link(f"Question {found.item.ref}", go.item(found.item)),
        reason=suggestion.reason.text if suggestion else "No record is read for this question.",
        rule=suggestion.reason.rule if suggestion else "",
        source=source(suggestion.reason.source) if suggestion else "",
        tables=[_table(context, each) for each in behind],
        more=[
            f"{each.title}: the first {len(each.lines)} of {each.total}."
            for each in behind
            if each.total > len(each.lines)
        ],
    )


def conflict_page(context: Context, found: Question, by: str, theirs: Answer, mine: Answer) -> ConflictPage:
    """Make the page that shows a colleague's version beside one's own."""
    return ConflictPage(
        ref=found.item.ref,
        title=found.item.question,
        theirs_by=by,
        theirs=in_words(theirs),
        theirs_comment=theirs.comment,
        mine=in_words(mine),
        mine_comment=mine.comment,
        keep_href=Addresses.of(context, found.pack).item(found.item),
    )


def _table(context: Context, behind: Behind) -> Table:
    rows = [[_name(context, line), line.recorded] for line in behind.lines]
    return Table(f"{behind.title} ({behind.total})", [Column("Who or what"), Column("Recorded")], rows)


def _name(context: Context, line: Line) -> Link | str:
    if line.entry_id is not None:
        parts = {"organisation": context.organisation_id, "slug": line.register, "entry_id": line.entry_id}
        return Link(line.name, reverse("register-entry", kwargs=parts))
    if line.person_id is None:
        return line.name
    return Link(
        line.name, reverse("person", kwargs={"organisation": context.organisation_id, "person_id": line.person_id})
    )
