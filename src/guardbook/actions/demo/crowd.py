"""Many plain providers at once, for measuring: staff, training, one appointment, registers and most of the answers."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from guardbook.actions import accounts
from guardbook.actions.demo import story
from guardbook.actions.demo.plain import filling
from guardbook.actions.demo.plain.draw import Draw
from guardbook.actions.people import add_many
from guardbook.actions.shell import Change, action
from guardbook.kernel.identifiers import uuid7
from guardbook.queries import access, frameworks
from guardbook.queries.assessment import latest
from guardbook.records.models import Answer, Appointment, Assessment, Person, StaffListCheck, TrainingCompletion
from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.frameworks.items import AnswerKind
from guardbook.rules.roles.vocabulary import Role
from guardbook.rules.training.needs import Level
from guardbook.rules.training.validity import Course, Proof

BY = "Measurement"
AHEAD = timedelta(days=120)
_ANSWERED = 76  # of a hundred questions that want no document: with these, seven of ten of all


def build(number: int, now: datetime) -> UUID:
    """Make one provider, number ``number`` of the crowd, flagged as made up; return its identifier."""
    organisation_id = uuid7()
    _build(access.system(BY, organisation_id, now), number=number)
    return organisation_id


def fill(organisation_id: UUID, now: datetime, number: int = 1) -> None:
    """Give an empty provider the records of provider ``number`` of the crowd."""
    _fill(access.system(BY, organisation_id, now), number=number)


@action(None)
def _build(change: Change, *, number: int) -> None:
    accounts.create_organisation(change, f"Measured provider {number}", is_demo=True)
    _records(change, number)


@action(None)
def _fill(change: Change, *, number: int) -> None:
    _records(change, number)


def _records(change: Change, number: int) -> None:
    members = [member for member in story.staff(change.today) if member.left_on is None]
    people = add_many(change, (_columns(member, change.today) for member in members))
    change.create_many(_training(change, people, members))
    change.create(StaffListCheck, checked_on=change.today - timedelta(days=9), checked_by=story.MANAGER)
    _appoint(change, people[1])
    filling.fill(change, number, people)
    _answer(change, number)
    change.record("demo.crowd.filled")


def _columns(member: story.Member, today: date) -> dict[str, object]:
    return {
        "name": member.name,
        "job_title": member.job,
        "kind": member.kind.value,
        "started_on": member.started_on,
        "clause_signed_on": member.started_on,
        "induction_on": min(member.started_on + timedelta(days=5), today),
    }


def _training(change: Change, people: list[Person], members: list[story.Member]) -> Iterator[TrainingCompletion]:
    for place, (person, member) in enumerate(zip(people, members, strict=True)):
        done = member.trained_on(change.today, place)
        if done is not None:
            yield TrainingCompletion(
                organisation_id=change.organisation_id,
                person=person,
                course=Course.ELEARNING,
                level=Level.CORE,
                completed_on=done,
                evidence=Proof.CERTIFICATE,
                modules_done=4,
            )


def _appoint(change: Change, person: Person) -> None:
    change.create(
        Appointment,
        role=Role.DSP_LEAD,
        person=person,
        from_on=person.started_on,
        accepted_on=person.started_on,
        confirmed_on=change.today,
        next_review_on=change.today + timedelta(days=365),
    )


def _answer(change: Change, number: int) -> None:
    """Seven of ten questions confirmed, as it was when their records supported them."""
    pack, luck = frameworks.newest(), Draw(number, change.today, ())
    assessment = change.create(
        Assessment,
        framework=pack.code,
        version=pack.version,
        planned_publication_on=change.today + AHEAD,
        started_at=change.now,
    )
    wanted = (item for item in pack.items if item.mandatory and item.answer is not AnswerKind.DOCUMENT)
    change.create_many(
        Answer(
            organisation_id=change.organisation_id,
            assessment=assessment,
            item=item.ref,
            number=1,
            kind=latest.ANSWERED,
            is_yes=item.answer is AnswerKind.CONFIRM or None,
            text="We do this, and the office keeps the record." if item.answer is AnswerKind.TEXT else "",
            is_confirmed=True,
            rests_on={"outcome": Outcome.MET, "rule": item.rule} if item.rule else None,
            given_at=change.now - timedelta(days=luck.luck.randint(1, 60)),
            given_by=story.MANAGER,
        )
        for item in wanted
        if luck.chance(_ANSWERED)
    )
