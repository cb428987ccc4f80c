"""Sends each reminder once: what was said goes into the outbox in the same transaction that remembers it."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction

from guardbook.actions.shell import Change, action, post, upkeep
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound
from guardbook.queries import access
from guardbook.queries.agenda.listing import Agenda
from guardbook.queries.agenda.reminding import DIGEST, ToRemind, Waiting
from guardbook.records.models import AgendaRound, Organisation, ReminderChoice, ReminderSent
from guardbook.rules.access import Permission
from guardbook.rules.agenda import letter as letters
from guardbook.rules.agenda.letter import Line, Links
from guardbook.rules.agenda.reminders import Choice, Due
from guardbook.rules.agenda.todo import Todo

_SALT = "guardbook.reminders.off"


@action(Permission.ORGANISATION_VIEW)
def choose(change: Change, *, choice: Choice) -> None:
    """Say how one wants to be reminded oneself."""
    if change.by.user_id is None:
        raise NotFound
    _choose(change, change.by.user_id, choice)


def remind(of: Waiting, agenda: Agenda, to: ToRemind, now: datetime) -> int:
    """Put somebody's letters into the outbox, each thing once at each window; return how many were put there.

    Call it in the provider's scope. Doing it twice at once puts them there once: the table refuses
    the second, and then nothing of that letter is kept.
    """
    todos = {each.todo.cause: each.todo for each in agenda.listed}
    return sum(_send(of, to, each, todos, now) for each in to.letters)


@upkeep
def note_round(of: Waiting, on: date) -> None:
    """Remember that a provider's list was looked through, and how often its facts had moved by then."""
    AgendaRound.objects.update_or_create(
        organisation_id=of.organisation_id, defaults={"looked_on": on, "facts_seq": of.facts_seq}
    )


def off_token(organisation_id: UUID, user_id: UUID) -> str:
    """The signed part of the address that stops somebody's reminders. It can do nothing else."""
    return signing.Signer(salt=_SALT).sign(f"{organisation_id}.{user_id}")


def off_for(token: str) -> tuple[UUID, UUID]:
    """The provider and the person that such an address is for.

    Raises:
        NotFound: we did not sign it.
    """
    try:
        organisation_id, _, user_id = signing.Signer(salt=_SALT).unsign(token).partition(".")
        return UUID(organisation_id), UUID(user_id)
    except (signing.BadSignature, ValueError):
        raise NotFound from None


def turn_off(token: str, now: datetime) -> None:
    """Stop somebody's reminder emails, for whoever opens the address in one of them.

    Raises:
        NotFound: we did not sign it, or the person or the provider is gone.
    """
    organisation_id, user_id = off_for(token)
    with access.scoped(organisation_id, None):
        reach = access.reach_of(user_id, organisation_id, now)
        if not reach.is_member or not Organisation.objects.filter(pk=organisation_id).exists():
            raise NotFound
        _turn_off(access.system("Link in a reminder", organisation_id, now), user_id=user_id)


@action(None)
def _turn_off(change: Change, *, user_id: UUID) -> None:
    _choose(change, user_id, Choice.OFF)


def _choose(change: Change, user_id: UUID, choice: Choice) -> None:
    row = ReminderChoice.objects.of(change.organisation_id).filter(user_id=user_id).first()
    if row is None:
        row = change.create(ReminderChoice, user_id=user_id, choice=choice.value, chosen_at=change.now)
    else:
        row.choice, row.chosen_at = choice.value, change.now
        change.save(row)
    change.record("agenda.reminders.chosen", subject=row)


@upkeep
def _send(of: Waiting, to: ToRemind, due: tuple[Due, ...], todos: Mapping[str, Todo], now: datetime) -> int:
    on = clock.uk_today(now)
    marks = [(each.cause, each.due_on, each.window) for each in due]
    if to.choice in {Choice.DAILY, Choice.WEEKLY}:
        marks.append((DIGEST, on, 0))
    rows = [
        ReminderSent(
            organisation_id=of.organisation_id,
            user_id=to.user_id,
            cause=cause,
            due_on=due_on,
            window=window,
            sent_at=now,
        )
        for cause, due_on, window in marks
    ]
    try:
        with transaction.atomic():
            ReminderSent.objects.bulk_create(rows)
    except IntegrityError:  # another worker is just doing the same
        return 0
    lines = [Line(todos[each.cause].outside, each.due_on, todos[each.cause].minutes) for each in due]
    written = letters.letter(lines, of.name, on, _links(of, to))
    post(of.organisation_id, to.email, written.subject, written.body, now)
    return 1


def _links(of: Waiting, to: ToRemind) -> Links:
    """Addresses of pages, spelt out because pages lie above this layer; a test opens each."""
    here = f"{settings.BASE_URL}/o/{of.organisation_id}/next/"
    return Links(
        list=here,
        choice=f"{here}reminders/",
        off=f"{settings.BASE_URL}/reminders/off/{off_token(of.organisation_id, to.user_id)}/",
    )
