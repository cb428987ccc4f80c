"""Writes down what came in, in the words in which it came."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from guardbook.actions.intake import deciding
from guardbook.actions.shell import Change, action
from guardbook.kernel.dates import in_words
from guardbook.kernel.errors import Refused
from guardbook.kernel.identifiers import uuid7
from guardbook.queries.rights import reading
from guardbook.records.models import RightsCase
from guardbook.rules.access import Permission
from guardbook.rules.intake.reports import Became
from guardbook.rules.rights.cases import Received
from guardbook.rules.rights.vocabulary import How, Kind


@action(Permission.REQUEST_EDIT)
def receive(change: Change, *, received: Received, report_id: UUID | None = None, site_id: UUID | None = None) -> UUID:
    """Open a case; return its key. ``report_id`` names the report from the public page that it came from.

    Raises:
        Refused: something is missing, its day cannot be, or somebody has dealt with this report already.
        NotFound: there is no such report for this person.
    """
    if faults := tuple(_faults(received, change.today)):
        raise Refused(*faults)
    rows = RightsCase.objects.of(change.organisation_id)
    year = received.on.year
    last = rows.filter(kind=received.kind, year=year).order_by("-number").values_list("number", flat=True).first()
    case_id = uuid7()
    if report_id is not None:
        became = Became.COMPLAINT if received.kind is Kind.COMPLAINT else Became.REQUEST
        deciding.take_up(change, report_id, became, case_id)
    row = change.create(
        RightsCase,
        id=case_id,
        site_id=site_id,
        kind=received.kind,
        year=year,
        number=(last or 0) + 1,
        received_on=received.on,
        how=received.how,
        heard_by=received.heard_by.strip(),
        words=received.words.strip(),
        person=received.person.strip(),
        requester=received.requester,
        requester_name=received.requester_name.strip(),
        contact=received.contact.strip(),
        asked=received.asked or "",
        asker=received.asker or "",
        power=received.power.strip(),
        report_id=report_id,
        recorded_at=change.now,
        recorded_by=change.by.name,
    )
    name = reading.reference(received.kind, row.year, row.number)
    change.record(f"rights.{received.kind}.received", subject=row, details={"reference": name})
    return case_id


def _faults(received: Received, today: date) -> Iterator[str]:
    if received.on > today:
        yield "The day on which it came in cannot be in the future."
    if not received.words.strip():
        yield "Write down what they asked or said, in their own words."
    if not received.person.strip():
        yield "Say whose information it is about."
    if received.kind is Kind.REQUEST and received.asked is None:
        yield "Choose what they ask for."
    if received.kind is Kind.DISCLOSURE and received.asker is None:
        yield "Choose who asks."
    if received.how is How.SPOKEN and not received.heard_by.strip():
        yield f"Say who heard it on {in_words(received.on)}: what somebody says counts from that day."
