"""Puts each reminder of a running clock into the outbox once, in the transaction that remembers it."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from guardbook.actions.shell import post, upkeep
from guardbook.queries.incidents.alarms import Running, ToAlarm
from guardbook.records.models import IncidentAlarm
from guardbook.rules.incidents import alarms
from guardbook.rules.incidents.alarms import Due


@upkeep
def remind(of: Running, to: ToAlarm, due: Due, now: datetime) -> int:
    """Put one reminder into the outbox; return how many letters that made. Doing it twice makes one.

    Call it in the provider's scope. Those that are passed over are remembered as such, so that none comes late.
    """
    clock = to.line.clock
    if clock is None or clock.safe_deadline is None:
        return 0
    marks = [(each, False) for each in due.passed_over] + [(due.hours, True)]
    try:
        with transaction.atomic():
            IncidentAlarm.objects.bulk_create(_mark(of, to, hours, now, sent=sent) for hours, sent in marks)
    except IntegrityError:  # another worker is just doing the same
        return 0
    page = f"{settings.BASE_URL}/o/{of.organisation_id}/incidents/{to.line.id}/"
    written = alarms.letter(to.line.reference, of.name, due.hours, clock.safe_deadline, page)
    post(of.organisation_id, to.email, written.subject, written.body, now)
    return 1


def _mark(of: Running, to: ToAlarm, hours: int, now: datetime, *, sent: bool) -> IncidentAlarm:
    incident_id: UUID = to.line.id
    return IncidentAlarm(
        organisation_id=of.organisation_id,
        incident_id=incident_id,
        user_id=to.user_id,
        hours=hours,
        at=now,
        was_sent=sent,
    )
