"""Reports at Rose House, made by real actions."""

from uuid import UUID

from guardbook.actions import people
from guardbook.actions.intake import addresses, receiving
from guardbook.actions.intake.receiving import Sent, Words
from guardbook.queries.access import Context
from guardbook.queries.intake import addresses as address_questions
from guardbook.queries.intake import reports as questions
from guardbook.queries.intake.addresses import Opened
from guardbook.records import scope
from guardbook.records.models import Person, Report, ReportAddress
from guardbook.rules.intake.reports import Purpose, Sort, State
from guardbook.rules.people import Kind as WorkerKind
from tests.cast import Cast, user_id

WORDS = Words(sort=Sort.MISTAKE, what="A care plan went to the wrong family by email.")


def opened(cast: Cast, purpose: Purpose = Purpose.MISTAKES, site_id: UUID | None = None) -> Opened:
    address_id = addresses.switch_on(cast.mina, purpose=purpose, site_id=site_id)
    row = ReportAddress.objects.get(pk=address_id)
    return address_questions.opened(row.code, cast.mina.now)


def reported(cast: Cast, words: Words = WORDS, mark: str = "a") -> Report:
    receiving.signed_in(cast.cole, words, Sent(mark), keeps_name=True)
    return Report.objects.latest("received_at", "id")


def on_the_staff_list(cast: Cast, who: Context, *, linked: bool = True) -> UUID:
    person_id = people.add(cast.asha, details=people.Details(name=who.by.name, kind=WorkerKind.EMPLOYEE))
    if linked:
        with scope.writing("action"):
            Person.objects.filter(pk=person_id).update(user_id=user_id(who))
    return person_id


def ids(context: Context, state: State = State.WAITING) -> list[UUID]:
    return [each.id for each in questions.listing(context, state).rows]
