"""Remarks on a question, for colleagues and for whoever answers next year."""

from uuid import UUID

from guardbook.actions.assessment import starting
from guardbook.actions.assessment.answering import Place
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import frameworks
from guardbook.records.models import ItemComment
from guardbook.rules.access import Permission

LONGEST = 2000


@action(Permission.ITEM_COMMENT)
def comment(change: Change, *, place: Place, body: str) -> UUID:
    """Add a remark to a question.

    Raises:
        NotFound: no such question, or the assessment has not started.
        Refused: nothing was said, or too much.
    """
    if frameworks.pack(place.framework, place.version).item(place.ref) is None:
        raise NotFound
    words = body.strip()
    if not words:
        raise Refused("Write your comment.")
    if len(words) > LONGEST:
        raise Refused(f"Use {LONGEST:,} characters or fewer. You have {len(words):,}.")
    row = change.create(
        ItemComment,
        assessment=starting.locked(change, place.framework, place.version),
        item=place.ref,
        body=words,
        said_at=change.now,
        said_by=change.by.name,
    )
    change.record("assessment.comment.added", subject=row, details={"item": place.ref})
    return row.pk
