"""Agrees a privacy notice as it would be written today, and keeps the check of one that a provider wrote itself."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.actions.registers import entries
from guardbook.actions.shell import Change, action
from guardbook.kernel import dates
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import notices
from guardbook.queries.access import Context
from guardbook.queries.registers import entries as questions
from guardbook.records.models import NoticeCheck, PrivacyNotice
from guardbook.rules.access import Permission
from guardbook.rules.notices import builder
from guardbook.rules.notices.builder import Section, Written
from guardbook.rules.notices.checker import MONTHS
from guardbook.rules.notices.vocabulary import Line
from guardbook.rules.registers.policies import REGISTER, Policy
from guardbook.rules.registers.policy_words import Audience, DocumentKind, Topic


@dataclass(frozen=True, slots=True)
class Agreed:
    """What somebody says when they agree a notice."""

    found_at: str
    automated: str = ""
    more: str = ""


@action(Permission.DPIA_EDIT)
def agree(change: Change, *, audience: Audience, said: Agreed) -> UUID:
    """Agree the notice as it would be written today; it replaces the one before, and joins the list of policies.

    Raises:
        Refused: nothing in the record of processing is about these people, or it does not say where they can read it.
    """
    if not said.found_at.strip():
        raise Refused("Say where people can read it.")
    context = Context(change.by, change.organisation_id, change.now)
    facts = notices.facts(context, audience, said.automated, said.more)
    if not facts.uses:
        raise Refused("Nothing in your list “What we do with information” is about these people yet. Add that first.")
    before = _replaced(change, audience)
    written = builder.build(facts)
    version = before.version + 1 if before else 1
    row = change.create(
        PrivacyNotice,
        audience=audience.value,
        version=version,
        title=written.title,
        plain=_stored(written.plain),
        easy=_stored(written.easy),
        contains=sorted(each.value for each in written.contains),
        automated=said.automated.strip(),
        more=said.more.strip(),
        approved_by=change.by.name,
        approved_on=change.today,
        found_at=said.found_at.strip()[:200],
        policy_id=_in_policies(context, change, audience, version, written, said, before.policy_id if before else None),
    )
    change.record("notices.notice.agreed", subject=row)
    return row.pk


@action(Permission.DPIA_EDIT)
def check(change: Change, *, audience: Audience, has: Collection[Line], updated_on: date | None, text: str) -> None:
    """Keep what somebody found in a notice that the provider wrote itself.

    Raises:
        Refused: the day is in the future.
    """
    if updated_on is not None and updated_on > change.today:
        raise Refused("The day it was brought up to date is in the future.")
    row = change.create(
        NoticeCheck,
        audience=audience.value,
        has=sorted(each.value for each in has),
        updated_on=updated_on,
        text=text.strip(),
        checked_by=change.by.name,
        checked_on=change.today,
    )
    change.record("notices.notice.checked", subject=row)


def _replaced(change: Change, audience: Audience) -> PrivacyNotice | None:
    rows = PrivacyNotice.objects.of(change.organisation_id).select_for_update(of=("self",))
    before = rows.filter(audience=audience.value, replaced_on=None).first()
    if before is not None:
        before.replaced_on = change.today
        change.save(before)
    return before


def _stored(sections: Sequence[Section]) -> list[dict[str, Any]]:
    return [{"title": each.title, "sentences": list(each.sentences), "points": list(each.points)} for each in sections]


def _in_policies(
    context: Context,
    change: Change,
    audience: Audience,
    version: int,
    written: Written,
    said: Agreed,
    policy_id: UUID | None,
) -> UUID:
    """Keep its entry in the list of policies and notices in step: toolkit answers rest on that."""
    found = _entry(context, policy_id)
    entry = replace(
        found[0] if found else Policy(name=f"Privacy notice: {audience.label.lower()}", kind=DocumentKind.NOTICE),
        covers=(Topic.OPT_OUT,) if Line.OPT_OUT in written.contains else (),
        audience=(audience,),
        version=str(version),
        approved_by=change.by.name,
        approved_on=change.today,
        review_on=dates.add_months(change.today, MONTHS),
        given_out_on=change.today,
        kept=said.found_at.strip()[:200],
    )
    if found is None or policy_id is None:
        return entries.add(context, register=REGISTER, entry=entry)
    entries.amend(context, register=REGISTER, entry_id=policy_id, entry=entry, seen_version=found[1])
    return policy_id


def _entry(context: Context, policy_id: UUID | None) -> tuple[Policy, int] | None:
    """The entry as it is, with its version; None where there is none, or it was archived."""
    if policy_id is None:
        return None
    try:
        found = questions.one(context, REGISTER, policy_id).found
    except NotFound:
        return None
    return None if found.archived_at else (found.entry, found.number)
