"""Bringing last year's answers: they become starting words, and count for nothing until confirmed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from guardbook.actions.assessment import starting
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Refused
from guardbook.outside import spreadsheets, uploads
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.records.models import PriorAnswer
from guardbook.rules.access import Permission
from guardbook.rules.assessment import carry
from guardbook.rules.assessment.carry import Brought

LONGEST = 10_000


@action(Permission.ITEM_ANSWER)
def bring(change: Change, *, framework: str, version: str, from_version: str, words: Mapping[str, str]) -> Brought:
    """Keep last year's words beside this year's questions; bringing the same words again changes nothing.

    Raises:
        NotFound: no such version, or the assessment has not started.
        Refused: no words with question numbers were found.
    """
    old, new = frameworks.pack(framework, from_version), frameworks.pack(framework, version)
    brought = carry.bring(old, new, {ref: text[:LONGEST] for ref, text in words.items()})
    if not brought.answers:
        raise Refused("We found no answers under question numbers such as 1.1.1. Check what you sent.")
    assessment = starting.locked(change, framework, version)
    held = {row.item: row for row in PriorAnswer.objects.of(change.organisation_id).filter(assessment=assessment)}
    for each in brought.answers:
        before = held.get(each.ref)
        if before is not None and (before.text, before.from_item) == (each.text, each.old_ref):
            continue
        if before is not None:
            change.delete(before)
        change.create(
            PriorAnswer,
            assessment=assessment,
            item=each.ref,
            from_version=from_version,
            from_item=each.old_ref,
            text=each.text,
            brought_at=change.now,
        )
    change.record(
        "assessment.answers.brought",
        subject=assessment,
        details={"from": from_version, "answers": len(brought.answers), "without a place": list(brought.homeless)},
    )
    return brought


@dataclass(frozen=True, slots=True)
class Sent:
    """Last year's answers as somebody sends them: pasted words, or a spreadsheet."""

    pasted: str = ""
    upload: Any = None


def bring_sent(context: Context, *, framework: str, version: str, from_version: str, sent: Sent) -> Brought:
    """Read what was sent and bring it. Raises as ``bring`` does, and Refused where the file may not come in."""
    words = carry.read_paste(sent.pasted)
    if sent.upload:
        accepted = uploads.accept(sent.upload.name, sent.upload)
        words |= carry.read_rows(_rows(accepted))
    return bring(context, framework=framework, version=version, from_version=from_version, words=words)


def _rows(accepted: uploads.Accepted) -> Iterator[tuple[spreadsheets.Cell, ...]]:
    for name in spreadsheets.names(accepted.content, accepted.kind):
        yield from (line.cells for line in spreadsheets.read(accepted.content, accepted.kind, name).lines)
