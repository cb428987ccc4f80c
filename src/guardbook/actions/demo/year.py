"""The year of the made-up provider, as scenes in the order in which they happened."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from guardbook.actions import organisations, people
from guardbook.actions.demo import story, words
from guardbook.actions.demo.story import Member
from guardbook.actions.training import completions, needs
from guardbook.queries.access import Context
from guardbook.rules.organisations import Funding, Monitoring, Owner, Question, RecordVolume
from guardbook.rules.training.needs import Level
from guardbook.rules.training.records import Stored, national
from guardbook.rules.training.validity import Proof

LENGTH = 365
FROZEN = 155  # days ago that this year's answers were frozen
Said = str | int | tuple[str, ...]


@dataclass(slots=True)
class Cast:
    """Who is who, once they are on the staff list; ``today`` is the last day of the year told."""

    today: date
    people: dict[str, UUID] = field(default_factory=dict)
    appointments: dict[str, UUID] = field(default_factory=dict)

    def ago(self, days: int) -> date:
        """The day that many days before the end."""
        return self.today - timedelta(days=days)


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that somebody did on a day."""

    on: date
    by: str
    play: Callable[[Context], object]


def staffing(cast: Cast) -> Iterator[Scene]:
    """The staff list as it was, everybody who came since, and everybody who went."""
    begins = cast.ago(LENGTH)
    for member in story.staff(cast.today):
        yield Scene(max(begins, member.started_on), story.MANAGER, _adding(cast, member))
        if member.left_on is not None:
            yield Scene(member.left_on, story.MANAGER, _leaving(cast, member, member.left_on))
    for days in (330, 240, 165, 90, 20, 2):
        yield Scene(cast.ago(days), story.MANAGER, people.confirm_list)


def profile(cast: Cast) -> Iterator[Scene]:
    """What the provider is: one home, small, paid for by the council, the NHS and people themselves."""
    said: tuple[tuple[Question, Said], ...] = (
        (Question.OWNED_BY, Owner.INDEPENDENT),
        (Question.SITES, 1),
        (Question.DEDICATED, ()),
        (Question.RECORD_VOLUME, RecordVolume.SMALL),
        (Question.FUNDING, (Funding.COUNCIL_COMMISSIONED, Funding.NHS_FNC, Funding.SELF_FUNDED)),
        (Question.MONITORING, (Monitoring.COMMUNAL_CCTV,)),
    )
    begins = cast.ago(LENGTH)
    for question, answer in said:
        yield Scene(begins, story.OWNER, _saying(question, answer))
    yield Scene(begins, story.OWNER, organisations.finish_questions)
    details: dict[str, str | date | int | bool | None] = {
        "legal_name": "Foxglove House Ltd (made up)",
        "ods_code": "VZZ99",
        "cqc_provider_id": "1-000000000",
        "ico_number": "ZZ000000",
        "ico_legal_name": "Foxglove House Ltd (made up)",
        "ico_expires_on": cast.today + timedelta(days=75),
        "people_supported": 41,
        "cyber_essentials_plus_until": cast.today + timedelta(days=140),
    }
    yield Scene(cast.ago(225), story.OWNER, lambda ctx: organisations.say_details(ctx, details=details))


def learning(cast: Cast) -> Iterator[Scene]:
    """Training of this year and the one before, the four who lead, and the yearly analysis of needs."""
    begins = cast.ago(LENGTH)
    for place, member in enumerate(story.staff(cast.today)):
        done = member.trained_on(cast.today, place)
        if done is not None and (member.left_on is None or done < member.left_on):
            yield Scene(
                max(begins, done), story.MANAGER, _training(cast, member.name, national(done, Proof.CERTIFICATE))
            )
        before = cast.ago(60 + place * 5 + 340)
        if before > member.started_on and member.name != story.ON_LONG_LEAVE:
            yield Scene(begins, story.MANAGER, _training(cast, member.name, national(before, Proof.SYSTEM_RECORD)))
    for name, level in ((story.MANAGER, Level.LEAD), (story.NURSE, Level.SPECIALIST), (story.OWNER, Level.SPECIALIST)):
        yield Scene(cast.ago(175), story.MANAGER, _training(cast, name, _course(level, cast.ago(178))))
    for ago in (358, 44):
        yield Scene(cast.ago(ago), story.OWNER, _approving(cast, ago))


def _adding(cast: Cast, member: Member) -> Callable[[Context], None]:
    signed = None if member.name == story.NEWEST else member.started_on
    inducted = min(member.started_on + timedelta(days=4), cast.today)

    def play(ctx: Context) -> None:
        details = people.Details(
            member.name,
            member.kind,
            member.job,
            started_on=member.started_on,
            clause_signed_on=signed,
            induction_on=inducted,
        )
        cast.people[member.name] = people.add(ctx, details=details)

    return play


def _leaving(cast: Cast, member: Member, left_on: date) -> Callable[[Context], None]:
    removed = None if member.name == story.HAS_NOT_GIVEN_BACK else left_on
    leaving = people.Leaving(left_on, access_removed_on=removed, has_kit=True, kit_returned_on=removed)
    return lambda ctx: people.leave(ctx, person_id=cast.people[member.name], leaving=leaving)


def _saying(question: Question, answer: Said) -> Callable[[Context], None]:
    return lambda ctx: organisations.answer_question(ctx, question=question, answer=answer)


def _training(cast: Cast, name: str, record: Stored) -> Callable[[Context], object]:
    return lambda ctx: completions.record(ctx, person_ids=[cast.people[name]], training=record)


def _course(level: Level, on: date) -> Stored:
    return Stored("Leading on data security (a day course)", on, Proof.CERTIFICATE, level=level, is_mapped=True)


def _approving(cast: Cast, ago: int) -> Callable[[Context], object]:
    jobs = {member.job for member in story.staff(cast.today)}
    levels = {job: Level(words.LEVELS.get(job, Level.CORE)) for job in sorted(jobs)}
    on = cast.ago(ago)
    return lambda ctx: needs.approve(ctx, levels=levels, approved_on=on, approved_by=story.OWNER)
