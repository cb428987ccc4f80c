"""What reminders need to know: whose list is to be looked through, what was sent, and what is due to whom."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.queries.agenda import members
from guardbook.queries.agenda.listing import Agenda
from guardbook.queries.agenda.members import Member
from guardbook.records.models import AgendaRound, ChainHead, Organisation, ReminderChoice, ReminderSent
from guardbook.rules.access import Permission
from guardbook.rules.agenda import reminders
from guardbook.rules.agenda.deciding import Listed
from guardbook.rules.agenda.reminders import Choice, Dated, Due, Recipient

DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A provider whose list is to be looked through; ``facts_seq`` is how often its facts had moved."""

    organisation_id: UUID
    name: str
    is_demo: bool
    facts_seq: int


@dataclass(frozen=True, slots=True)
class ToRemind:
    """Somebody with reminders due: what goes into which letter, and how they are reached."""

    user_id: UUID
    email: str
    choice: Choice
    letters: tuple[tuple[Due, ...], ...]


def waiting(today: date) -> list[Waiting]:
    """Every provider not yet looked through today, or whose facts moved since. One query, in the scope of everything."""
    rounds = AgendaRound.objects.filter(organisation_id=OuterRef("pk"))
    seq = ChainHead.objects.filter(organisation_id=OuterRef("pk")).values("facts_seq")
    rows = Organisation.objects.annotate(
        seq=Subquery(seq[:1]),
        looked_on=Subquery(rounds.values("looked_on")[:1]),
        looked_seq=Subquery(rounds.values("facts_seq")[:1]),
    ).filter(Q(looked_on=None) | Q(looked_on__lt=today) | ~Q(looked_seq=F("seq")))
    return [Waiting(*row) for row in rows.order_by("id").values_list("id", "name", "is_demo", "seq")]


@question(Permission.ORGANISATION_VIEW)
def choice(context: Context) -> Choice:
    """How the person who asks wants to be reminded. One query."""
    if context.by.user_id is None:
        return Choice.OFF
    rows = ReminderChoice.objects.of(context.organisation_id).filter(user_id=context.by.user_id)
    said = rows.values_list("choice", flat=True).first()
    return Choice(said) if said else Choice.EACH


def to_remind(agenda: Agenda, organisation_id: UUID, now: datetime) -> tuple[ToRemind, ...]:
    """Everybody with reminders due now, and what goes into which letter. Three queries."""
    on = clock.uk_today(now)
    people = {each.user_id: each for each in members.everybody(organisation_id, now)}
    can = members.recipients(tuple(people.values()), members.choices(organisation_id))
    sent = _sent(organisation_id)
    theirs = _theirs(agenda, can)
    found = (_to_remind(each, people[each.user_id], theirs[each.user_id], sent[each.user_id], on) for each in can)
    return tuple(each for each in found if each.letters)


def _theirs(agenda: Agenda, can: Sequence[Recipient]) -> Mapping[UUID, list[Listed]]:
    theirs: defaultdict[UUID, list[Listed]] = defaultdict(list)
    for each in agenda.dated:
        if each.put_off is None:
            for user_id in reminders.recipients(each.user_id, each.todo.needs, can, tells_owner=each.todo.tells_owner):
                if user_id not in each.todo.hidden_from:
                    theirs[user_id].append(each)
    return theirs


Sent = Mapping[tuple[str, date], frozenset[int]]


def _to_remind(to: Recipient, member: Member, listed: Sequence[Listed], sent: Sent, on: date) -> ToRemind:
    things = [
        Dated(
            each.todo.cause,
            each.todo.due_on,
            max(to.since, each.todo.since or to.since),
            sent.get((each.todo.cause, each.todo.due_on), frozenset()),
        )
        for each in listed
        if each.todo.due_on is not None
    ]
    found = reminders.due(things, reminders.looks_to(to.choice, on))
    last = max((day for cause, day in sent if cause == DIGEST), default=None)
    return ToRemind(to.user_id, member.email, to.choice, reminders.letters(to, found, on, last))


def _sent(organisation_id: UUID) -> Mapping[UUID, Sent]:
    found: defaultdict[UUID, defaultdict[tuple[str, date], set[int]]] = defaultdict(lambda: defaultdict(set))
    rows = ReminderSent.objects.of(organisation_id).values_list("user_id", "cause", "due_on", "window")
    for user_id, cause, due_on, at in rows:
        found[user_id][cause, due_on].add(at)
    kept = {user_id: {key: frozenset(held) for key, held in each.items()} for user_id, each in found.items()}
    return defaultdict(dict, kept)
