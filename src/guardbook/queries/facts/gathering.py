"""Puts the facts of each organisation together. Eight queries, whatever the number of organisations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import DateField, OuterRef, Subquery

from guardbook.queries.facts import incidents, posts, registers, staff
from guardbook.queries.facts.within import Batch
from guardbook.records.models import Profile, StaffListCheck
from guardbook.rules.facts import (
    AccessFacts,
    Facts,
    IncidentFacts,
    ProfileFacts,
    RegisterFacts,
    RoleFacts,
    StaffFacts,
    TrainingFacts,
)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What each part says, by organisation."""

    people: Mapping[UUID, StaffFacts]
    roles: Mapping[UUID, RoleFacts]
    training: Mapping[UUID, TrainingFacts]
    access: Mapping[UUID, AccessFacts]
    registers: Mapping[UUID, RegisterFacts]
    incidents: Mapping[UUID, IncidentFacts]


def gather(batch: Batch, as_of: date, publish_on: Mapping[UUID, date]) -> dict[UUID, Facts]:
    """Gather the facts of every organisation in the batch on ``as_of`` (UK date).

    ``publish_on`` holds each organisation's planned day of publication, where it has one.
    An organisation without any records still gets facts, empty ones.
    """
    profiles, checked = _profiles(batch)
    parts = _parts(batch, as_of, checked)
    return {
        organisation_id: Facts(
            as_of=as_of,
            publish_on=publish_on.get(organisation_id),
            profile=profile,
            roles=parts.roles.get(organisation_id, RoleFacts()),
            staff=parts.people.get(organisation_id, StaffFacts()),
            training=parts.training.get(organisation_id, TrainingFacts()),
            access=parts.access.get(organisation_id, AccessFacts()),
            registers=parts.registers.get(organisation_id, RegisterFacts()),
            incidents=parts.incidents.get(organisation_id, IncidentFacts()),
        )
        for organisation_id, profile in profiles.items()
    }


def _parts(batch: Batch, as_of: date, checked: Mapping[UUID, date]) -> _Gathered:
    cohorts = staff.cohorts(batch, as_of)
    movers = staff.movers(batch, as_of)
    still = staff.Movers()
    known = cohorts.keys() | movers.keys() | checked.keys()
    return _Gathered(
        people={
            key: StaffFacts(cohorts.get(key, ()), checked.get(key), movers.get(key, still).starters) for key in known
        },
        roles={key: RoleFacts(held) for key, held in posts.posts(batch, as_of).items()},
        training={key: TrainingFacts(found) for key, found in staff.needs(batch, as_of).items()},
        access={key: AccessFacts(moved.leavers) for key, moved in movers.items()},
        registers=registers.registers(batch),
        incidents=incidents.incidents(batch),
    )


def _profiles(batch: Batch) -> tuple[dict[UUID, ProfileFacts], dict[UUID, date]]:
    """Every profile, and with it the day somebody last said that the staff list is right. One query."""
    checks = StaffListCheck.objects.filter(organisation_id=OuterRef("organisation_id")).order_by("-checked_on")
    rows = (
        Profile.objects.filter(batch.rows())
        .annotate(checked=Subquery(checks.values("checked_on")[:1], output_field=DateField()))
        .values_list(
            "organisation_id",
            "checked",
            "legal_name",
            "ico_number",
            "ico_expires_on",
            "ico_exempt_reason",
            "cyber_essentials_plus_until",
            "nhsmail_only",
        )
    )
    profiles: dict[UUID, ProfileFacts] = {}
    checked: dict[UUID, date] = {}
    for row in rows:
        organisation_id, checked_on = row[:2]
        profiles[organisation_id] = ProfileFacts(*row[2:])
        if checked_on is not None:
            checked[organisation_id] = checked_on
    return profiles, checked
