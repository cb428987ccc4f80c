"""An organisation with staff, training, a lead and an assessment under way."""

from datetime import date, datetime, timedelta
from uuid import UUID

from guardbook.actions.assessment import answering, proving, starting
from guardbook.actions.assessment.answering import Place
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.records import scope
from guardbook.records.models import (
    Appointment,
    Organisation,
    Person,
    Profile,
    StaffListCheck,
    TrainingCompletion,
    TrainingNeeds,
)
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.frameworks.items import AnswerKind, Item

TODAY = date(2026, 11, 22)
PLANNED = date(2027, 1, 31)
PLACE = ("dspt", "8")


def staffed(organisation_id: UUID, *, staff: int = 20, trained: int = 19, trained_on: date = date(2026, 6, 1)) -> None:
    """Everything the nine suggestions read, written straight into the tables."""
    with scope.writing("action"):
        Profile.objects.filter(organisation_id=organisation_id).update(
            legal_name="Rose House Ltd", ico_number="ZA123456", ico_expires_on=date(2027, 3, 31)
        )
        people = Person.objects.bulk_create(_person(organisation_id, number) for number in range(staff))
        TrainingCompletion.objects.bulk_create(
            _completion(organisation_id, person, trained_on) for person in people[:trained]
        )
        Person.objects.bulk_create([_leaver(organisation_id)])
        lead = people[0]
        TrainingCompletion.objects.create(
            organisation_id=organisation_id, person=lead, course="Lead training", level="L3",
            completed_on=trained_on + timedelta(days=1), evidence="certificate",
        )  # fmt: skip
        _lead(organisation_id, lead)
        StaffListCheck.objects.create(organisation_id=organisation_id, checked_on=TODAY, checked_by="Asha")
        TrainingNeeds.objects.create(
            organisation_id=organisation_id,
            approved_on=date(2026, 9, 1),
            approved_by="the director",
            levels={"carer": "L1"},
        )


def crowd(number: int, now: datetime) -> list[UUID]:
    """Many organisations with staff, for tests of batches."""
    with scope.writing("action"):
        made = Organisation.objects.bulk_create(
            Organisation(name=f"Home {each}", created_at=now) for each in range(number)
        )
        Profile.objects.bulk_create(Profile(organisation=each) for each in made)
    for each in made:
        staffed(each.pk, staff=3, trained=3)
    return [each.pk for each in made]


def started(context: Context, planned_on: date = PLANNED) -> None:
    """Start version 8 through the real action."""
    starting.start(context, framework=PLACE[0], version=PLACE[1], planned_on=planned_on)


def answer_for(item: Item) -> Answer:
    """A complete answer of the question's own kind."""
    match item.answer:
        case AnswerKind.CONFIRM | AnswerKind.DOCUMENT:
            return Answer(item.answer, yes=True)
        case AnswerKind.TEXT:
            return Answer(item.answer, text="Our registered manager sees to it every week.")
        case AnswerKind.DATE:
            return Answer(item.answer, on=TODAY)
        case AnswerKind.NUMBER:
            return Answer(item.answer, number=100)


def answered(context: Context, *, without: tuple[str, ...] = ()) -> None:
    """Answer every mandatory question of version 8 through the real actions."""
    for item in frameworks.pack(*PLACE).mandatory:
        if item.ref in without:
            continue
        place = Place(*PLACE, item.ref)
        if item.answer is AnswerKind.DOCUMENT:
            proving.attach(context, place=place, proofs=proving.Proofs(kept_at="The blue folder in the office"))
        answering.answer_item(context, place=place, answer=answer_for(item), seen_version=0)


def _person(organisation_id: UUID, number: int) -> Person:
    return Person(
        organisation_id=organisation_id,
        name=f"Person {number:03}",
        job_title="carer",
        kind="employee",
        started_on=date(2026, 5, 1) if number % 5 == 0 else date(2024, 1, 8),
        induction_on=date(2026, 5, 2),
        clause_signed_on=date(2024, 1, 8),
    )


def _leaver(organisation_id: UUID) -> Person:
    left = date(2026, 10, 1)
    return Person(
        organisation_id=organisation_id, name="Gone Away", kind="employee", job_title="carer",
        started_on=date(2020, 1, 1), left_on=left, access_removed_on=left,
    )  # fmt: skip


def _completion(organisation_id: UUID, person: Person, on: date) -> TrainingCompletion:
    return TrainingCompletion(
        organisation_id=organisation_id, person=person, course="E-learning", level="L1",
        completed_on=on, evidence="certificate", modules_done=4,
    )  # fmt: skip


def _lead(organisation_id: UUID, person: Person) -> None:
    Appointment.objects.create(
        organisation_id=organisation_id, role="dsp_lead", person=person, from_on=date(2026, 1, 5),
        evidence_kind="APPOINTMENT_LETTER", accepted_on=date(2026, 1, 6), confirmed_on=date(2026, 1, 6),
        next_review_on=date(2027, 1, 6),
    )  # fmt: skip
