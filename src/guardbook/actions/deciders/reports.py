"""Keeping a report as it stands today. A kept report is never changed."""

from dataclasses import asdict, dataclass, replace
from uuid import UUID

from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.queries.deciders import reporting
from guardbook.queries.registers import deciding
from guardbook.records.models import KeptReport
from guardbook.rules.access import Permission
from guardbook.rules.deciders.reports import Kind
from guardbook.rules.registers.risk_acceptance import Accepter


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs: the key of a ``Decider`` for the yearly statement, and how others know that they did."""

    decider: str = ""
    how: str = ""


def kept_by(*, kind: Kind, **_more: object) -> Permission:
    """What somebody needs to keep a report of this kind."""
    return kind.kept_by


@action(kept_by)
def keep(change: Change, *, kind: Kind, own_words: str = "", signed: Signed = Signed()) -> UUID:
    """Make a report from the records as they are now, and keep it; return its identifier.

    Raises:
        Refused: the words are too long, or somebody signs who may not.
    """
    context = Context(change.by, change.organisation_id, change.now)
    if len(own_words) > kind.most_words:
        raise Refused(f"Use {kind.most_words:,} letters or fewer.")
    content = replace(reporting.draft(context, kind), own_words=own_words.strip())
    signer = _signer(change, context, kind, signed)
    row = change.create(
        KeptReport,
        kind=kind.value,
        period=f"{change.today:%Y-%m}" if kind is Kind.MONTHLY else f"{change.today:%Y}",
        content=asdict(content),
        made_at=change.now,
        made_by=change.by.name,
        signed_by=signer,
        signed_on=change.today,
    )
    change.record("deciders.report.kept", subject=row, details={"signed_by": signer})
    return row.pk


def _signer(change: Change, context: Context, kind: Kind, signed: Signed) -> str:
    """The name under the report. The yearly statement is signed by whoever may take a risk, looked up today."""
    if kind is not Kind.STATEMENT:
        return change.by.name
    decider = deciding.today(change.organisation_id, change.today).named(signed.decider)
    found = reporting.risks_now(context, decider.decides_as if decider else Accepter.NOBODY)
    reasons = [each.text for each in found.refusals]
    if decider and decider.user_id != change.by.user_id and not signed.how.strip():
        reasons.append(f"Say how you know that {decider.name} signs this, for example: signed on paper on 3 March.")
    if reasons or decider is None:
        raise Refused(*(reasons or ["Choose who signs."]))
    return decider.name
