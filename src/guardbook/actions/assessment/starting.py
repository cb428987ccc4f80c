"""Starting an assessment, planning its publication, and moving it to another version of the list."""

from datetime import date
from uuid import UUID

from guardbook.actions.shell import Change, action
from guardbook.kernel import dates
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries import frameworks
from guardbook.queries.assessment import latest
from guardbook.records.models import Answer, Assessment, EvidenceUse
from guardbook.rules.access import Permission
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.frameworks import carry
from guardbook.rules.frameworks.packs import Pack

_FURTHEST = 24


@action(Permission.ITEM_CONFIRM)
def start(change: Change, *, framework: str, version: str, planned_on: date) -> UUID:
    """Start work on one version of the toolkit; return the assessment's identifier.

    Raises:
        NotFound: there is no such version.
        Refused: it has started already, or the planned day will not do.
    """
    pack = frameworks.pack(framework, version)
    _check_day(planned_on, change.today)
    if Assessment.objects.of(change.organisation_id).filter(framework=framework, version=version).exists():
        raise Refused("This assessment has started already.")
    row = change.create(
        Assessment,
        framework=framework,
        version=version,
        planned_publication_on=planned_on,
        started_at=change.now,
    )
    change.record("assessment.toolkit.started", subject=row, details={"year": pack.year})
    return row.pk


@action(Permission.ITEM_CONFIRM)
def plan(change: Change, *, framework: str, version: str, planned_on: date) -> None:
    """Change the planned day of publication. Date windows are judged on that day.

    Raises:
        Refused: the day has passed, or lies too far ahead.
    """
    row = locked(change, framework, version)
    _check_day(planned_on, change.today)
    row.planned_publication_on = planned_on
    change.save(row)
    change.record("assessment.toolkit.planned", subject=row)


@action(Permission.ITEM_CONFIRM)
def plan_approaching(change: Change, *, framework: str, version: str) -> None:
    """Record that the provider goes for Approaching Standards this once.

    Raises:
        Refused: it was used before.
    """
    if Assessment.objects.of(change.organisation_id).exclude(approaching_planned_at=None).exists():
        raise Refused("Approaching Standards can be used only once, and it is planned already.")
    row = locked(change, framework, version)
    row.approaching_planned_at = change.now
    change.save(row)
    change.record("assessment.approaching.planned", subject=row)


@action(Permission.ITEM_CONFIRM)
def move(change: Change, *, framework: str, version: str, to_version: str) -> int:
    """Go on with another version of the list, keeping every answer; return how many need another look.

    Answers to questions that were reworded, renumbered or given a window stay as words and
    lose their confirmation.

    Raises:
        NotFound: there is no such version or assessment.
        Refused: that version has started by itself.
    """
    old, new = frameworks.pack(framework, version), frameworks.pack(framework, to_version)
    row = locked(change, framework, version)
    if Assessment.objects.of(change.organisation_id).filter(framework=framework, version=to_version).exists():
        raise Refused(f"Version {to_version} has started already.")
    row.version = to_version
    change.save(row)
    reopened = _reopen(change, row, old, new)
    _bring_proofs(change, old, new)
    change.record("assessment.toolkit.moved", subject=row, details={"from": version, "check_again": reopened})
    return reopened


def locked(change: Change, framework: str, version: str) -> Assessment:
    """Part of an action: the assessment, locked. NotFound where it has not started."""
    found = (
        Assessment.objects.of(change.organisation_id)
        .select_for_update(of=("self",))
        .filter(framework=framework, version=version)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def _check_day(planned_on: date, today: date) -> None:
    if planned_on < today:
        raise Refused("Choose a day that has not passed.")
    if planned_on > dates.add_months(today, _FURTHEST):
        raise Refused("Choose a day within the next two years.")


def _reopen(change: Change, row: Assessment, old: Pack, new: Pack) -> int:
    weighty = {carry.Carry.REWORDED, carry.Carry.RENUMBERED, carry.Carry.DATE_WINDOW, carry.Carry.LEVEL_CHANGED}
    again = {each.ref for each in carry.carry(old, new) if each.ref and weighty & set(each.kinds)}
    rows = Answer.objects.of(change.organisation_id).filter(assessment=row, is_current=True, is_confirmed=True)
    reopened = [answer for answer in rows if answer.item in again]
    for answer in reopened:
        answer.is_confirmed = False
    change.save_many(reopened, ["is_confirmed"])
    return len(reopened)


def _bring_proofs(change: Change, old: Pack, new: Pack) -> None:
    before, after = latest.subject_key(old, ""), latest.subject_key(new, "")
    uses = EvidenceUse.objects.of(change.organisation_id).filter(
        subject_kind=SubjectKind.ITEM, subject_key__startswith=before
    )
    change.create_many(
        EvidenceUse(
            organisation_id=change.organisation_id,
            evidence_id=use.evidence_id,
            subject_kind=SubjectKind.ITEM,
            subject_key=after + use.subject_key.removeprefix(before),
        )
        for use in uses
    )
