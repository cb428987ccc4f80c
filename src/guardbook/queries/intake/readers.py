"""Who will read a report, so that they get mail, and so that a reporter is told when nobody but the person named would."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.records.models import Grant, Person
from guardbook.rules import access
from guardbook.rules.access import AccessRole, Held, Permission
from guardbook.rules.intake.reports import Kind


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who may read reports of a kind; ``email`` may be empty."""

    user_id: UUID
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody on the staff list who is named in a report, and who they sign in as, if it is known."""

    person_id: UUID
    name: str
    user_id: UUID | None

    def is_(self, reader: Reader) -> bool:
        """Whether this reader is the person named: as linked on the staff list, or else by the same name."""
        if self.user_id is not None:
            return reader.user_id == self.user_id
        return reader.name.casefold() == self.name.casefold()


def readers(organisation_id: UUID, kind: Kind, site_id: UUID | None, now: datetime) -> tuple[Reader, ...]:
    """Everybody who may read a report of this kind from this site, by name. One query."""
    rows = (
        Grant.objects.of(organisation_id)
        .filter(user__is_active=True)
        .exclude(until__lte=now)
        .order_by("user__name", "user_id")
        .values_list("user_id", "user__name", "user__email", "access_role", "until", "site_id")
    )
    held: dict[Reader, list[Held]] = {}
    for user_id, name, email, role, until, site in rows:
        held.setdefault(Reader(user_id, name, email or ""), []).append(Held(AccessRole(role), until, site))
    return tuple(each for each, grants in held.items() if _may_read(grants, kind, site_id, now))


def named(organisation_id: UUID, person_id: UUID | None) -> Named | None:
    """Somebody on this provider's staff list, or None. One query at most."""
    if person_id is None:
        return None
    row = Person.objects.of(organisation_id).filter(pk=person_id).values_list("id", "name", "user_id").first()
    return Named(*row) if row else None


@question(Permission.MISTAKE_REPORT)
def colleagues(context: Context) -> tuple[tuple[UUID, str, str], ...]:
    """Identifier, name and job of everybody who works here, by name, to say whom a report is about. One query."""
    today = clock.uk_today(context.now)
    here = Person.objects.of(context.organisation_id).exclude(left_on__lt=today)
    return tuple(here.order_by("name", "id").values_list("id", "name", "job_title"))


def besides(found: Iterable[Reader], person: Named | None) -> tuple[Reader, ...]:
    """The readers other than the person named."""
    return tuple(each for each in found if person is None or not person.is_(each))


def _may_read(grants: list[Held], kind: Kind, site_id: UUID | None, now: datetime) -> bool:
    reach = access.reach(grants, now)
    return kind.needs in reach.permissions and (reach.sites is None or site_id is None or site_id in reach.sites)
