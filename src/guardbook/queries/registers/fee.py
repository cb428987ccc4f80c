"""What the records say of the data protection fee: who pays, since when the year runs, and how many staff there were."""

from dataclasses import dataclass
from datetime import date

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.records.models import Person, Profile
from guardbook.rules import organisations
from guardbook.rules.access import Permission
from guardbook.rules.people import Kind
from guardbook.rules.registers import fee
from guardbook.rules.registers.fee import Spell

_NOT_STAFF = (Kind.VOLUNTEER, Kind.STUDENT, Kind.AGENCY)
"""Volunteers and students are not in the law's list; agency workers are the agency's."""


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays. ``runs_out_on`` is the last day that is paid; ``staff`` how many there were in each month of a year."""

    public_authority: bool | None
    number: str
    runs_out_on: date | None
    year_starts_on: date
    staff: tuple[int, ...]


@question(Permission.PEOPLE_VIEW)
def payer(context: Context, first_month: int) -> Payer:
    """Who pays, for a financial year that begins with the month given (1 to 12). Two queries."""
    columns = ("owned_by", "public_authority", "ico_number", "ico_expires_on")
    owner, public, number, until = Profile.objects.of(context.organisation_id).values_list(*columns).get()
    today = clock.uk_today(context.now)
    begins = fee.last_year(first_month, min(fee.next_period(until) or today, today))
    spells = _spells(context)  # nobody on the list is a list that was not begun, not a year without staff
    return Payer(
        _is_public(owner, public), number, until, begins, fee.each_month(spells, begins, today) if spells else ()
    )


def _is_public(owner: str, said: bool | None) -> bool | None:
    match owner and organisations.Owner(owner):
        case organisations.Owner.COUNCIL | organisations.Owner.NHS:
            return True
        case organisations.Owner.INDEPENDENT:
            return False
        case _:
            return said


def _spells(context: Context) -> list[Spell]:
    people = Person.objects.of(context.organisation_id).exclude(kind__in=_NOT_STAFF)
    return [Spell(*days) for days in people.values_list("started_on", "left_on")]
