"""Brings in an assessment from a PIA file: read it, look at it, and only then take it over whole."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from guardbook.actions.dpia import stepping
from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import Refused
from guardbook.kernel.reading import Unreadable
from guardbook.records.models import ImpactAssessment, ImpactFile, ImpactMeasure, ImpactRisk
from guardbook.rules.access import Permission
from guardbook.rules.dpia import pia_reading
from guardbook.rules.dpia.pia import Content, Measure, Risk
from guardbook.rules.dpia.states import Event

LARGEST = 5_000_000
_WEIGHED = ("likelihood", "severity", "likelihood_after", "severity_after")


@action(Permission.DPIA_EDIT)
def read_file(change: Change, *, name: str, content: bytes) -> UUID:
    """Read a file and keep it to be looked at; nothing is brought in yet.

    Raises:
        Refused: it is too large, or not a file of this kind; says what is wrong with it.
    """
    if len(content) > LARGEST:
        raise Refused("This file is too large to be an assessment: more than 5 megabytes.")
    try:
        parsed = pia_reading.parsed(content.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise Refused(
            "This is not a JSON file. Export the assessment from the PIA software, and choose JSON."
        ) from fault
    except Unreadable as fault:
        raise Refused(str(fault)) from fault
    for old in ImpactFile.objects.of(change.organisation_id).filter(read_by=change.by.name):
        change.delete(old)
    row = change.create(ImpactFile, name=name[:200], content=parsed, read_by=change.by.name, read_at=change.now)
    change.record("dpia.file.read", subject=row)
    return row.pk


@action(Permission.DPIA_EDIT)
def bring_in(change: Change, *, file_id: UUID) -> UUID:
    """Take over the whole assessment of a file that was looked at, as a draft.

    Raises:
        NotFound: there is no such file, or it was decided on already.
    """
    file = fresh(ImpactFile, change.organisation_id, file_id)
    content = pia_reading.read(file.content)
    row = change.create(
        ImpactAssessment,
        name=content.name,
        told=f"Brought in from the file {file.name}.",
        told_by=change.by.name,
        told_at=change.now,
        answers=dict(content.answers),
        consulted=content.consulted,
        not_consulted_because=content.not_consulted_because,
        came_from_file=file.content,
    )
    _risks_and_measures(change, row, content)
    stepping.step(change, row, Event.BROUGHT_IN, f"From the file {file.name}")
    change.delete(file)
    change.record("dpia.file.brought_in", subject=row)
    return row.pk


@action(Permission.DPIA_EDIT)
def leave_file(change: Change, *, file_id: UUID) -> None:
    """Decide not to bring a file in.

    Raises:
        NotFound: there is no such file, or it was decided on already.
    """
    file = fresh(ImpactFile, change.organisation_id, file_id)
    change.delete(file)
    change.record("dpia.file.left", subject=file)


def _risks_and_measures(change: Change, row: ImpactAssessment, content: Content) -> None:
    keys: dict[str, list[str]] = {}
    for each in content.risks:
        kept = change.create(ImpactRisk, assessment=row, **_risk(each))
        for name in each.measures:
            keys.setdefault(name, []).append(str(kept.pk))
    for one in content.measures:
        change.create(ImpactMeasure, assessment=row, risks=keys.get(one.name, []), **_measure(one))


def _risk(risk: Risk) -> Mapping[str, str]:
    lines = {name: "\n".join(getattr(risk, name)) for name in ("harm", "cause", "source")}
    return {
        "kind": risk.kind.value,
        "what": (risk.what or risk.kind.label)[:300],
        **lines,
        **{name: getattr(risk, name) or "" for name in _WEIGHED},
    }


def _measure(measure: Measure) -> Mapping[str, str | date | None]:
    try:
        due_on = date.fromisoformat(measure.due_on)
    except ValueError:
        due_on = None
    return {"name": measure.name[:200], "about": measure.about, "owner": measure.owner[:120], "due_on": due_on}
