"""What went wrong at the made-up provider: a breach that is closed, one whose clock runs, and a near miss."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from guardbook.actions.demo import story
from guardbook.actions.demo.year import FROZEN, Cast, Scene
from guardbook.actions.incidents import closing, deciding, judging, logging, telling
from guardbook.actions.incidents.deciding import Second, Wanted
from guardbook.actions.incidents.logging import Logged
from guardbook.actions.incidents.telling import Sent, Via
from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.rules.incidents import duty
from guardbook.rules.incidents.duty import Data, Holder
from guardbook.rules.incidents.triage import Answers, How, What, Whose
from guardbook.rules.incidents.vocabulary import Risk, Track

_LEFT = timedelta(hours=31, minutes=50)  # a little more, so that it still says 31 when somebody looks
_LIMIT = timedelta(hours=72)
_BAG = Answers(
    whose=frozenset({Whose.SUPPORTED, Whose.FAMILY}),
    what=frozenset({What.SEEN, What.LOST}),
    data=frozenset({Data.CARE, Data.CONTACT}),
    holder=Holder.UNKNOWN,
    danger=False,
    how=frozenset({How.STOLEN}),
    unreadable=False,
    paid=True,
)
_LETTER = Answers(
    whose=frozenset({Whose.SUPPORTED}),
    what=frozenset({What.SEEN}),
    data=frozenset({Data.CARE}),
    holder=Holder.OUTSIDER,
    danger=False,
    how=frozenset({How.WRONG_PERSON}),
    unreadable=False,
    paid=True,
)
_EMAIL = Answers(
    whose=frozenset({Whose.STAFF}),
    what=frozenset({What.STOPPED}),
    how=frozenset({How.PHISHING}),
    holder=Holder.NOBODY,
    danger=False,
    unreadable=False,
    paid=False,
)
_NOTICE = {
    "nature": "A bag with the paper handover sheets of one floor was stolen from a parked car.",
    "people": "14 people we support and 9 relatives",
    "records": "14 handover sheets with care needs, and a list of 9 phone numbers",
    "contact": "Priscilla Thornbury, registered manager, 01632 960123",
    "consequences": "Distress and embarrassment. Somebody might ring a relative and pretend to be us.",
    "measures": "Police told. Handover sheets stay in the building now. Relatives were warned of false calls.",
}


def incidents(cast: Cast, now: datetime) -> Iterator[Scene]:
    """The three incidents, each by the steps that people take; the open one has 31 hours left at ``now``."""
    bag: dict[str, UUID] = {}
    yield Scene(cast.ago(FROZEN + 40), story.MANAGER, lambda ctx: _stolen(ctx, bag))
    yield Scene(cast.ago(FROZEN + 39), story.FIRM_PERSON, lambda ctx: _advised(ctx, bag["id"]))
    yield Scene(cast.ago(FROZEN + 39), story.OWNER, lambda ctx: _decided(ctx, bag["id"]))
    yield Scene(cast.ago(FROZEN + 38), story.MANAGER, lambda ctx: _told(ctx, bag["id"]))
    yield Scene(cast.ago(FROZEN + 8), story.MANAGER, lambda ctx: _learnt(ctx, bag["id"]))
    yield Scene(cast.ago(33), story.NURSE, _nearly)
    yield Scene(cast.today, story.MANAGER, _running(now))


def _stolen(ctx: Context, kept: dict[str, UUID]) -> None:
    sure = ctx.now - timedelta(hours=14)
    said = Logged(
        "Bag with handover sheets stolen from a car",
        "The bag was on the back seat while a colleague fetched a prescription. A window was broken.",
        clock.uk_today(sure),
        certain_at=ctx.now - timedelta(hours=1),
        staff_certain_at=sure,
    )
    incident_id = kept["id"] = logging.log(ctx, said)
    judging.answer(ctx, incident_id=incident_id, answers=_BAG, is_whole=True)
    judging.note(
        ctx, incident_id=incident_id, text="Police told. Relatives rung and warned of false calls.", contains=True
    )
    prompts = duty.Facts(
        data=_BAG.data, holder=Holder.UNKNOWN, people=23, vulnerable=True, copies_taken=None, risk=Risk.HIGH_RISK
    )
    judging.judge(ctx, incident_id=incident_id, prompts=prompts, likelihood=3, impact=3)


def _advised(ctx: Context, incident_id: UUID) -> None:
    advice = "Tell the regulator and the people. The sheets show who lives here and what care they need."
    deciding.advise(ctx, incident_id=incident_id, asked_on=clock.uk_today(ctx.now), advice=advice, by=story.FIRM_PERSON)


def _decided(ctx: Context, incident_id: UUID) -> None:
    reason = (
        "Health information of people who cannot protect themselves is in unknown hands. The officer advises the same."
    )
    deciding.decide(ctx, incident_id=incident_id, wanted=Wanted(report=True, tell_people=True, rationale=reason))
    telling.write_notice(ctx, incident_id=incident_id, said=_NOTICE)
    telling.submit(ctx, incident_id=incident_id, sent=Sent(Via.TOOLKIT, ctx.now, "made-up number 4471"))


def _told(ctx: Context, incident_id: UUID) -> None:
    notes = {
        Track.INDIVIDUALS: "A letter to each person or their family, nine in easy-read words. Two were told in person.",
        Track.CQC: "Notification through the provider portal, because the police were told.",
        Track.COMMISSIONER: "Email to the contract manager at the council, as the contract asks.",
        Track.POLICE: "Rung on 101 by the colleague the same evening.",
        Track.INSURER: "Broker told by phone. The excess is more than the loss.",
    }
    for track, note in notes.items():
        telling.tell(ctx, incident_id=incident_id, track=track, at=ctx.now, note=note)


def _learnt(ctx: Context, incident_id: UUID) -> None:
    said = closing.Learnt(
        cause="Handover sheets could leave the building, and nobody had said that they must not.",
        lessons="What is on paper travels. A sheet that stays in the office cannot be stolen from a car.",
        process_changed=True,
        managers_told=story.OWNER,
        managers_told_on=clock.uk_today(ctx.now) - timedelta(days=30),
        agreed_by=story.OWNER,
    )
    closing.learn(ctx, incident_id=incident_id, said=said)
    closing.close(ctx, incident_id=incident_id)


def _nearly(ctx: Context) -> None:
    said = Logged(
        "False email asked for payroll passwords",
        "It looked like our payroll firm. Beatrix rang them before she answered. Nobody clicked.",
        clock.uk_today(ctx.now),
        certain_at=ctx.now - timedelta(hours=2),
    )
    incident_id = logging.log(ctx, said)
    judging.answer(ctx, incident_id=incident_id, answers=_EMAIL, is_whole=True)
    closing.learn(
        ctx,
        incident_id=incident_id,
        said=closing.Learnt(
            "The address was nearly right.", "Ring the number you know. Tell everybody.", process_changed=True
        ),
    )
    closing.close(
        ctx, incident_id=incident_id, rationale="Stopped in time. Forwarded to report@phishing.gov.uk; staff told."
    )


def _running(now: datetime) -> Callable[[Context], None]:
    """A letter that went to the wrong family; a night carer knew some hours before the manager did."""

    def play(ctx: Context) -> None:
        first = now - (_LIMIT - _LEFT)
        said = Logged(
            "Care plan posted to the wrong family",
            "Two envelopes were swapped. The other family rang in the night and spoke to the senior carer.",
            clock.uk_today(first),
            certain_at=first + timedelta(hours=7),
            staff_certain_at=first,
        )
        incident_id = logging.log(ctx, said)
        judging.answer(ctx, incident_id=incident_id, answers=_LETTER, is_whole=True)
        text = "The family promised not to read on. A colleague drives there today to fetch it."
        judging.note(ctx, incident_id=incident_id, text=text, contains=True)
        deciding.second_view(
            ctx,
            incident_id=incident_id,
            kind=Second.HELPLINE,
            who="Regulator’s helpline, option 4",
            said="Judge the risk once the letter is back. Write down what the family saw.",
            on=clock.uk_today(ctx.now),
        )

    return play
