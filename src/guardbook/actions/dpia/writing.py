"""Writes an assessment: its answers, what it is about, its risks and its measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.actions.dpia import stepping
from guardbook.actions.shell import Change, action, fresh, seen
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.dpia import assessments
from guardbook.records.models import ImpactMeasure, ImpactRisk, Person
from guardbook.rules.access import Permission
from guardbook.rules.dpia import questions, risk, versions
from guardbook.rules.dpia.questions import Screen
from guardbook.rules.dpia.risk import Likelihood, Severity
from guardbook.rules.dpia.states import ENDED

_COLUMNS = {"processing": "uses", "systems": "systems", "suppliers": "suppliers"}


@dataclass(frozen=True, slots=True)
class Risk:
    """What somebody says of a risk."""

    kind: risk.Kind
    what: str
    harm: str = ""
    cause: str = ""
    source: str = ""
    likelihood: Likelihood | None = None
    severity: Severity | None = None
    likelihood_after: Likelihood | None = None
    severity_after: Severity | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What somebody says of a measure; ``risks`` are those it is against."""

    name: str
    about: str = ""
    risks: tuple[UUID, ...] = ()
    owner: str = ""
    due_on: date | None = None
    is_before_start: bool = False


@action(Permission.DPIA_EDIT)
def answer(change: Change, *, assessment_id: UUID, screen: Screen, answers: Mapping[str, str], seen_mark: str) -> None:
    """Answer the questions of one screen; they may be left empty for now.

    Raises:
        Refused: it is not open for changes.
        Conflict: somebody else changed these answers since they were opened.
    """
    row, _ = stepping.in_draft(change, assessment_id)
    keys = [each.key for each in questions.on(screen)]
    stored = {key: row.answers.get(key, "") for key in keys}
    _unchanged(seen_mark, versions.mark(stored), stored)
    row.answers = {**row.answers, **{key: answers.get(key, "").strip() for key in keys}}
    change.save(row)
    change.record("dpia.answers.written", subject=row, details={"screen": screen.label})


@action(Permission.DPIA_EDIT)
def link(change: Change, *, assessment_id: UUID, links: Mapping[str, Sequence[UUID]]) -> None:
    """Say which entries of some registers it is about; what is said of other registers stays.

    Raises:
        NotFound: an entry is not here.
        Refused: it is not open for changes.
    """
    row, _ = stepping.in_draft(change, assessment_id)
    offered = assessments.choices(stepping.context_of(change))
    for slug, keys in links.items():
        if not set(keys) <= {key for key, _ in offered[slug]}:
            raise NotFound
        setattr(row, _COLUMNS[slug], [str(key) for key in keys])
    change.save(row)
    change.record("dpia.links.chosen", subject=row)


@action(Permission.DPIA_EDIT)
def say_who_chose(change: Change, *, assessment_id: UUID, person_id: UUID | None) -> None:
    """Say who chose what is assessed, or decides how it is used: they cannot advise on it as the officer (A-04).

    Raises:
        NotFound: there is nobody of that kind here.
        Refused: it is not open for changes.
    """
    row, _ = stepping.in_draft(change, assessment_id)
    row.chosen_by = fresh(Person, change.organisation_id, person_id) if person_id else None
    change.save(row)
    change.record("dpia.chooser.named", subject=row)


@action(Permission.DPIA_EDIT)
def keep_risk(
    change: Change, *, assessment_id: UUID, said: Risk, risk_id: UUID | None = None, seen_mark: str = ""
) -> UUID:
    """Write down a risk, or change one.

    Raises:
        NotFound: there is no such risk here.
        Refused: it is not open for changes, or does not say what may go wrong.
        Conflict: somebody else changed it since it was opened.
    """
    row, found = stepping.in_draft(change, assessment_id)
    if not said.what.strip():
        raise Refused("Say in a few words what may go wrong.")
    values = {name: getattr(said, name) or "" for name in Risk.__slots__} | {"kind": said.kind.value}
    if risk_id is None:
        kept = change.create(ImpactRisk, assessment=row, **values)
    else:
        stored = next((each for each in found.impact.risks if each.id == risk_id), None)
        if stored is None:
            raise NotFound
        _unchanged(seen_mark, versions.mark(*(getattr(stored, name) for name in Risk.__slots__)), stored)
        kept = fresh(ImpactRisk, change.organisation_id, risk_id)
        for name, value in values.items():
            setattr(kept, name, value)
        change.save(kept)
    change.record("dpia.risk.written", subject=kept)
    return kept.pk


@action(Permission.DPIA_EDIT)
def remove_risk(change: Change, *, assessment_id: UUID, risk_id: UUID) -> None:
    """Take a risk out of an assessment that is being written.

    Raises:
        NotFound: there is no such risk here.
        Refused: it is not open for changes.
    """
    _, found = stepping.in_draft(change, assessment_id)
    if all(each.id != risk_id for each in found.impact.risks):
        raise NotFound
    kept = fresh(ImpactRisk, change.organisation_id, risk_id)
    change.delete(kept)
    change.record("dpia.risk.removed", subject=kept)


@action(Permission.DPIA_EDIT)
def keep_measure(change: Change, *, assessment_id: UUID, said: Measure, measure_id: UUID | None = None) -> UUID:
    """Write down a measure against risks, or change one.

    Raises:
        NotFound: there is no such measure or risk here.
        Refused: it is not open for changes, or it does not say what is done, by whom and by when.
    """
    row, found = stepping.in_draft(change, assessment_id)
    lacking = {"Say what you do about it.": said.name.strip(), "Say who does it.": said.owner.strip()}
    faults = [text for text, given in lacking.items() if not given]
    if said.due_on is None:
        faults.append("Say by when it is done.")
    if faults:
        raise Refused(*faults)
    if not set(said.risks) <= {each.id for each in found.impact.risks}:
        raise NotFound
    values = {name: getattr(said, name) for name in Measure.__slots__} | {"risks": [str(each) for each in said.risks]}
    if measure_id is None:
        kept = change.create(ImpactMeasure, assessment=row, **values)
    else:
        kept = _measure(change, found, measure_id)
        for name, value in values.items():
            setattr(kept, name, value)
        change.save(kept)
    change.record("dpia.measure.written", subject=kept)
    return kept.pk


@action(Permission.DPIA_EDIT)
def finish_measure(change: Change, *, assessment_id: UUID, measure_id: UUID) -> None:
    """Say that a measure is in place.

    Raises:
        NotFound: there is no such measure here.
        Refused: it was said already, or nothing is open any more.
    """
    _, found = stepping.opened(change, assessment_id)
    kept = _measure(change, found, measure_id)
    if kept.done_on is not None or found.standing.state in ENDED:
        raise Refused("This measure is not open any more.")
    kept.done_on, kept.done_by = change.today, change.by.name
    change.save(kept)
    change.record("dpia.measure.finished", subject=kept)


def _measure(change: Change, of: assessments.Whole, measure_id: UUID) -> ImpactMeasure:
    if all(each.id != measure_id for each in of.impact.measures):
        raise NotFound
    return fresh(ImpactMeasure, change.organisation_id, measure_id)


def _unchanged(seen_mark: str, stored: str, theirs: object) -> None:
    seen(int(seen_mark == stored), 1, theirs)
