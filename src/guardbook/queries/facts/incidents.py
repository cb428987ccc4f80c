"""What the logs of many organisations say of incidents, counted by what answers read."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.db.models import Exists, OuterRef

from guardbook.queries.facts.within import Batch
from guardbook.records.models import Incident, IncidentTrack
from guardbook.rules.facts import Happened, IncidentFacts
from guardbook.rules.incidents.vocabulary import Class, Risk, State, Track, TrackState


def incidents(batch: Batch) -> Mapping[UUID, IncidentFacts]:
    """Every incident of every organisation in the batch. One query, whatever their number."""
    told = IncidentTrack.objects.filter(
        incident=OuterRef("pk"), track=Track.INDIVIDUALS, state__in=[TrackState.DONE, TrackState.EXEMPT]
    )
    rows = (
        Incident.objects.filter(batch.rows())
        .annotate(told=Exists(told))
        .order_by()
        .values_list(
            "organisation_id",
            "found_on",
            "event_class",
            "state",
            "cause_found",
            "process_changed",
            "managers_told_on",
            "actions_agreed_by",
            "risk",
            "told",
        )
    )
    found: defaultdict[UUID, Counter[Happened]] = defaultdict(Counter)
    for organisation_id, found_on, name, state, cause, looked, told_on, agreed, risk, was_told in rows:
        alike = Happened(
            found_on=found_on,
            is_breach=name == Class.PERSONAL_DATA_BREACH,
            is_open=state != State.CLOSED,
            reviewed=bool(cause.strip()) and looked is not None,
            managed=told_on is not None and bool(agreed.strip()),
            high_risk=risk == Risk.HIGH_RISK,
            told=was_told,
        )
        found[organisation_id][alike] += 1
    return {key: IncidentFacts(_counted(held)) for key, held in found.items()}


def _counted(held: Counter[Happened]) -> tuple[Happened, ...]:
    made = (replace(each, number=number) for each, number in held.items())
    return tuple(sorted(made, key=lambda one: (one.found_on, repr(one))))
