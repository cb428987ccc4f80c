"""Asking, advising, answering and reporting: what is kept, and who is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guardbook.actions.deciders import advising, asking, reports
from guardbook.actions.deciders.advising import Said
from guardbook.actions.deciders.asking import Asked, Whom
from guardbook.actions.deciders.reports import Signed
from guardbook.actions.registers import entries, whole
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused
from guardbook.queries import audit
from guardbook.queries.access import Context
from guardbook.queries.deciders import gathering, mine, reporting, working
from guardbook.queries.registers import counting, listing, overview
from guardbook.queries.registers import entries as asked_entries
from guardbook.queries.registers.listing import Asked as Wanted
from guardbook.queries.registers.reading import Found
from guardbook.records.models import AuditEvent
from guardbook.rules.deciders.reports import Kind
from guardbook.rules.registers import advice, audits, caldicott, catalogue, observations, risks
from guardbook.rules.registers.advice import Answer, OfficerAdvice
from guardbook.rules.registers.caldicott import CaldicottDecision
from guardbook.rules.registers.observations import Observation
from guardbook.rules.registers.risks import Impact, Likelihood, Risk
from guardbook.rules.roles.vocabulary import Role
from tests.cast import Cast
from tests.factories import dpia, incidents
from tests.web.test_rights import REQUEST, a_case

DAY = date(2026, 11, 20)
ADVICE = OfficerAdvice(
    name="Camera in the lounge",
    kind=advice.Kind.ASKED,
    asked_on=DAY,
    asked_by="The manager",
    advised_on=DAY,
    advice="No",
    is_against=True,
)
NO = Said(Answer.NOT_FOLLOWED, "Somebody fell there twice.", "Asha Owner")


def advised(cast: Cast) -> UUID:
    return entries.add(cast.dee, register=advice.REGISTER, entry=ADVICE)


def with_risk(cast: Cast) -> None:
    entry = Risk(name="Phishing", likelihood=Likelihood.LIKELY, impact=Impact.HARMFUL)
    entries.add(cast.asha, register=risks.REGISTER, entry=entry)


# ---- asking ----


@pytest.mark.parametrize("who", ["ben", "cole", "asha"])
@pytest.mark.parametrize("whom", Whom)
def test_anybody_who_works_here_may_ask_and_the_question_waits(cast: Cast, who: str, whom: Whom) -> None:
    ctx: Context = getattr(cast, who)

    asking.ask(ctx, whom=whom, asked=Asked("May I tell the daughter?", "She rang.", DAY + timedelta(days=9)))

    waiting: list[Found[Any]] = []
    waiting += working.officers(cast.dee).waiting if whom is Whom.OFFICER else working.guardians(cast.gail).waiting
    (found,) = waiting
    assert (found.entry.name, found.entry.asked_by) == ("May I tell the daughter?", ctx.by.name)


@pytest.mark.parametrize(
    ("asked", "why"), [(Asked(" "), "Write your question"), (Asked("x", needed_by=DAY), "from today on")]
)
def test_a_question_that_says_nothing_or_is_due_already_is_refused(cast: Cast, asked: Asked, why: str) -> None:
    with pytest.raises(Refused, match=why):
        asking.ask(cast.ben, whom=Whom.GUARDIAN, asked=asked)


def test_a_stranger_asks_nobody(cast: Cast) -> None:
    with pytest.raises(NotFound):
        asking.ask(cast.stranger(cast.asha), whom=Whom.GUARDIAN, asked=Asked("May I?"))


# ---- advice: the officer advises, the service decides ----


def test_the_service_says_that_advice_is_not_followed_and_why(cast: Cast) -> None:
    key = advised(cast)

    advising.answer(cast.asha, entry_id=key, said=NO, seen_version=1)

    (found,) = working.officers(cast.dee).answered
    assert (found.entry.answer, found.entry.answered_because) == ("not_followed", NO.because)
    assert gathering.logs(cast.dee, DAY).not_followed == 1


def test_changing_the_advice_later_keeps_what_the_service_answered(cast: Cast) -> None:
    key = advised(cast)
    advising.answer(cast.asha, entry_id=key, said=NO, seen_version=1)

    changed = replace(ADVICE, advice="No, and put a sign up", answer="followed")
    entries.amend(cast.dee, register=advice.REGISTER, entry_id=key, entry=changed, seen_version=2)

    found = asked_entries.one(cast.dee, advice.REGISTER, key).found.entry
    assert (found.advice, found.answer) == ("No, and put a sign up", "not_followed")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (replace(NO, because=" "), "Say why the advice is not followed"),
        (replace(NO, decided_by=" "), "the name of who decided"),
    ],
)
def test_an_answer_that_does_not_say_enough_is_refused(cast: Cast, said: Said, why: str) -> None:
    with pytest.raises(Refused, match=why):
        advising.answer(cast.asha, entry_id=advised(cast), said=said, seen_version=1)


def test_nothing_is_decided_before_the_officer_has_advised(cast: Cast) -> None:
    key = asking.ask(cast.ben, whom=Whom.OFFICER, asked=Asked("May I?"))

    with pytest.raises(Refused, match="not advised yet"):
        advising.answer(cast.asha, entry_id=key, said=NO, seen_version=1)


def test_archived_advice_is_brought_back_first(cast: Cast) -> None:
    key = advised(cast)
    entries.archive(cast.dee, register=advice.REGISTER, entry_id=key, reason="Twice")

    with pytest.raises(Refused, match="Bring it back first"):
        advising.answer(cast.asha, entry_id=key, said=NO, seen_version=2)


def test_an_answer_to_words_that_have_changed_is_a_conflict(cast: Cast) -> None:
    with pytest.raises(Conflict):
        advising.answer(cast.asha, entry_id=advised(cast), said=NO, seen_version=7)


# ---- the officer decides nothing: every action of this area ----


def _answer(ctx: Context, key: UUID) -> object:
    advising.answer(ctx, entry_id=key, said=NO, seen_version=1)
    return None


DECIDES: dict[str, Callable[[Context, UUID], object]] = {
    "answer advice": _answer,
    "decide for the Guardian": lambda ctx, _: entries.add(
        ctx, register=caldicott.REGISTER, entry=CaldicottDecision(name="x", asked_on=DAY, asked_by="y")
    ),
    "agree to a change": lambda ctx, _: entries.add(
        ctx, register=catalogue.BY_SLUG["contributions"], entry=catalogue.BY_SLUG["contributions"].entry(name="x")
    ),
    "report to senior managers": lambda ctx, _: reports.keep(ctx, kind=Kind.MONTHLY),
    "sign for information risk": lambda ctx, _: reports.keep(ctx, kind=Kind.STATEMENT),
    "say that a log is whole": lambda ctx, _: whole.confirm(ctx, register=advice.REGISTER, is_none=False),
    "change a risk": lambda ctx, _: entries.add(ctx, register=risks.REGISTER, entry=Risk(name="x")),
}
MAY: dict[str, Callable[[Context, UUID], object]] = {
    "advise": lambda ctx, _: entries.add(ctx, register=advice.REGISTER, entry=ADVICE),
    "plan an audit": lambda ctx, _: entries.add(ctx, register=audits.REGISTER, entry=audits.OfficerAudit(name="x")),
    "notice something": lambda ctx, _: entries.add(
        ctx,
        register=observations.REGISTER,
        entry=Observation(name="x", kind=observations.Kind.GOOD, seen_on=DAY),
    ),
    "report to the highest level": lambda ctx, _: reports.keep(ctx, kind=Kind.OFFICER),
    "ask": lambda ctx, _: asking.ask(ctx, whom=Whom.GUARDIAN, asked=Asked("May I?")),
}


@pytest.mark.parametrize("act", DECIDES.values(), ids=DECIDES)
def test_the_officer_decides_nothing(cast: Cast, act: Callable[[Context, UUID], object]) -> None:
    with pytest.raises(NotPermitted):
        act(cast.dee, advised(cast))


@pytest.mark.parametrize("act", MAY.values(), ids=MAY)
def test_the_officer_advises_checks_asks_and_reports(cast: Cast, act: Callable[[Context, UUID], object]) -> None:
    assert act(cast.dee, advised(cast)) or act is _answer


@pytest.mark.parametrize("who", ["rhea", "cole", "gail", "sid", "ben"])
def test_nobody_else_keeps_the_officers_log(cast: Cast, who: str) -> None:
    with pytest.raises(NotPermitted):
        entries.add(getattr(cast, who), register=advice.REGISTER, entry=ADVICE)


def test_the_guardian_keeps_the_decisions_and_not_the_advice(cast: Cast) -> None:
    entry = CaldicottDecision(name="May the police?", asked_on=DAY, asked_by="The deputy")

    assert entries.add(cast.gail, register=caldicott.REGISTER, entry=entry)


# ---- who sees the logs ----

UNSEEN = [each for each in catalogue.ALL if each.is_sensitive]


@pytest.mark.parametrize("register", UNSEEN, ids=lambda each: each.slug)
@pytest.mark.parametrize("who", ["rhea", "cole"])
def test_a_reader_and_a_contributor_see_nothing_of_a_log_that_is_not_theirs(
    cast: Cast, register: object, who: str
) -> None:
    ctx: Context = getattr(cast, who)
    key = advised(cast)

    for ask in (
        lambda: listing.page(ctx, advice.REGISTER, Wanted()),
        lambda: asked_entries.one(ctx, advice.REGISTER, key),
        lambda: overview.state(ctx, advice.REGISTER),
        lambda: counting.counted(ctx, advice.REGISTER),
    ):
        with pytest.raises(NotPermitted):
            ask()
    assert register not in [each.register for each in overview.states(ctx)]
    assert register in [each.register for each in overview.states(cast.dee)]
    assert all(each.register is not register for each in overview.waiting(ctx, 50))


def test_the_history_of_advice_is_for_those_who_see_advice(cast: Cast) -> None:
    key = advised(cast)

    assert [each.event for each in audit.history(cast.dee, key)] == ["registers.entry.added"]
    with pytest.raises(NotFound):
        audit.history(cast.rhea, key)
    assert all(each.subject_id != key for each in audit.journal(cast.rhea))
    assert any(each.subject_id == key for each in audit.journal(cast.asha))


# ---- reports ----


def test_a_report_stays_as_it_was_when_the_records_move_on(cast: Cast) -> None:
    key = reports.keep(cast.mina, kind=Kind.MONTHLY, own_words="  All well. ")
    before = reporting.one(cast.asha, key)

    with_risk(cast)
    advised(cast)

    assert reporting.one(cast.asha, key) == before
    assert (before.period, before.made_by, before.content.own_words) == ("2026-11", "Mina Manager", "All well.")
    assert reporting.draft(cast.asha, Kind.MONTHLY).blocks != before.content.blocks
    assert AuditEvent.objects.filter(event="deciders.report.kept").count() == 1


def test_the_officers_report_names_advice_that_was_not_followed(cast: Cast) -> None:
    advising.answer(cast.asha, entry_id=advised(cast), said=NO, seen_version=1)
    entries.add(
        cast.dee,
        register=audits.REGISTER,
        entry=audits.OfficerAudit(name="Phones", done_on=DAY, result=audits.Result.GOOD, summary="Fine"),
    )

    said = repr(reporting.draft(cast.dee, Kind.OFFICER))

    assert "Camera in the lounge: Somebody fell there twice." in said
    assert "Phones: Fine" in said


def test_the_owner_signs_the_yearly_statement_and_a_colleague_says_how_they_know(cast: Cast) -> None:
    with_risk(cast)
    owner = Signed(str(cast.asha.by.user_id))

    own = reporting.one(cast.asha, reports.keep(cast.asha, kind=Kind.STATEMENT, signed=owner))
    theirs = replace(owner, how="Signed on paper.")
    other = reporting.one(cast.asha, reports.keep(cast.sid, kind=Kind.STATEMENT, signed=theirs))

    assert (own.signed_by, own.signed_on, other.signed_by) == ("Asha Owner", cast.asha.now.date(), "Asha Owner")
    with pytest.raises(Refused, match="how you know"):
        reports.keep(cast.sid, kind=Kind.STATEMENT, signed=owner)


def test_a_statement_is_not_signed_by_nobody_nor_for_an_empty_register(cast: Cast) -> None:
    with pytest.raises(Refused, match="nothing in the register"):
        reports.keep(cast.asha, kind=Kind.STATEMENT, signed=Signed(str(cast.asha.by.user_id)))
    with_risk(cast)
    with pytest.raises(Refused, match="Only the Lead or an owner"):
        reports.keep(cast.asha, kind=Kind.STATEMENT)


def test_a_report_that_is_too_long_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="400 letters"):
        reports.keep(cast.asha, kind=Kind.MONTHLY, own_words="x" * 401)


def test_a_report_of_another_provider_is_not_found(cast: Cast) -> None:
    key = reports.keep(cast.asha, kind=Kind.MONTHLY)

    with pytest.raises(NotFound):
        reporting.one(cast.carol, key)
    with pytest.raises(NotFound):
        reporting.one(cast.stranger(cast.asha), key)


# ---- what is asked of the records ----


def test_the_state_of_play_costs_the_same_however_much_is_recorded(cast: Cast) -> None:
    _record(cast, 1)
    few = _cost(cast.asha)

    for number in range(2, 8):
        _record(cast, number)

    assert _cost(cast.asha) == few


def _record(cast: Cast, number: int) -> None:
    with_risk(cast)
    entries.add(cast.dee, register=advice.REGISTER, entry=replace(ADVICE, name=f"Matter {number}"))
    asking.ask(cast.ben, whom=Whom.GUARDIAN, asked=Asked(f"May I, {number}?"))


def _cost(ctx: Context) -> int:
    with CaptureQueriesContext(connection) as seen:
        gathering.now(ctx)
        working.officers(ctx)
        working.guardians(ctx)
        working.leads(ctx)
        working.risk_owners(ctx)
        reporting.draft(ctx, Kind.MONTHLY)
    return len(seen)


def test_clocks_that_run_or_ran_out_and_assessments_are_counted(cast: Cast) -> None:
    for hours in (10, 80):
        incidents.logged(cast.asha, hours_ago=hours)
    incidents.triaged(cast.asha, incidents.NEARLY, hours_ago=90)
    incidents.notified(cast.asha, hours_ago=50)
    dpia.told(cast.asha)
    dpia.live(cast.asha)

    for received in (date(2026, 11, 20), date(2026, 9, 1)):
        a_case(cast.asha, replace(REQUEST, on=received))

    found = gathering.now(cast.asha).facts.events

    assert (found.requests_open, found.requests_late) == (2, 1)
    assert (found.breaches_open, found.breaches_late, found.breaches_month) == (4, 1, 4)
    assert (found.assessments_open, found.assessments_due) == (1, 0)


@pytest.mark.parametrize(
    ("who", "roles"),
    [
        ("dee", (Role.DPO,)),
        ("gail", (Role.CALDICOTT_GUARDIAN,)),
        ("sid", (Role.SIRO,)),
        ("rhea", ()),
        ("ben", ()),
        ("asha", ()),
    ],
)
def test_whose_working_page_is_whose(cast: Cast, who: str, roles: tuple[Role, ...]) -> None:
    assert mine.roles(getattr(cast, who)) == roles
