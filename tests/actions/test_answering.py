"""Answering questions: versions, refusals, conflicts, confirmation."""

from dataclasses import replace
from datetime import date

import pytest

from guardbook.actions import evidence
from guardbook.actions.assessment import answering, commenting, proving, starting
from guardbook.actions.assessment.answering import Place, Theirs
from guardbook.actions.registers import entries, whole
from guardbook.kernel.errors import Conflict, NotFound, NotPermitted, Refused
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating
from guardbook.records.models import Answer as AnswerRow
from guardbook.records.models import AuditEvent, EvidenceUse, ItemComment
from guardbook.rules.access import AccessRole
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.states import State
from guardbook.rules.evidence import Subject, SubjectKind
from guardbook.rules.frameworks.items import AnswerKind
from guardbook.rules.registers import paper, policies
from guardbook.rules.registers.policies import Policy
from guardbook.rules.registers.policy_words import READERS, DocumentKind, Topic
from tests.cast import Cast, colleague
from tests.factories import assessment as factory

POLICY = Place("dspt", "8", "1.1.5")
COVERAGE = Place("dspt", "8", "3.2.1")
WORDS = Answer(AnswerKind.TEXT, text="Our registered manager, Asha Khan.")
STEPS = Policy(
    name="Keeping and destroying records",
    kind=DocumentKind.POLICY,
    covers=(Topic.DISPOSAL,),
    approved_on=date(2026, 3, 4),
)
NOTICE = Policy(
    name="Privacy notice",
    kind=DocumentKind.NOTICE,
    audience=READERS,
    covers=(Topic.OPT_OUT,),
    approved_on=date(2026, 3, 4),
    given_out_on=date(2026, 3, 4),
)


@pytest.fixture
def asha(cast: Cast) -> Context:
    factory.staffed(cast.asha.organisation_id)
    factory.started(cast.asha)
    return cast.asha


def state_of(context: Context, ref: str) -> State:
    pack = frameworks.pack("dspt", "8")
    return evaluating.one(context, pack, evaluating.run(context, "dspt", "8")).standing(ref).state


def versions(context: Context, ref: str) -> list[tuple[int, str, bool, bool]]:
    rows = AnswerRow.objects.of(context.organisation_id).filter(item=ref).order_by("number")
    return list(rows.values_list("number", "text", "is_current", "is_confirmed"))


def test_an_answer_is_saved_and_confirmed_by_somebody_who_may(asha: Context) -> None:
    saved = answering.answer_item(asha, place=POLICY, answer=WORDS, seen_version=0)

    assert (saved.number, saved.is_confirmed, saved.warnings) == (1, True, ())
    assert state_of(asha, "1.1.5") is State.CONFIRMED
    assert AuditEvent.objects.filter(event="assessment.item.answered").count() == 1


def test_a_contributors_answer_waits_for_confirmation(asha: Context) -> None:
    contributor = colleague(asha, "Cleo Contributor", AccessRole.CONTRIBUTOR)

    saved = answering.answer_item(contributor, place=POLICY, answer=WORDS, seen_version=0)
    proposed = state_of(asha, "1.1.5")
    answering.confirm_words(asha, place=POLICY, seen_version=1)

    assert not saved.is_confirmed
    assert proposed is State.SUGGESTED
    assert state_of(asha, "1.1.5") is State.CONFIRMED


def test_a_new_answer_never_overwrites_an_old_one(asha: Context) -> None:
    answering.answer_item(asha, place=POLICY, answer=WORDS, seen_version=0)

    answering.answer_item(asha, place=POLICY, answer=replace(WORDS, text="The director, Ben Ode."), seen_version=1)

    assert versions(asha, "1.1.5") == [
        (1, "Our registered manager, Asha Khan.", False, True),
        (2, "The director, Ben Ode.", True, True),
    ]


def test_two_people_at_once_lose_nothing(cast: Cast, asha: Context) -> None:
    answering.answer_item(cast.mina, place=POLICY, answer=replace(WORDS, text="Mina's words"), seen_version=0)

    with pytest.raises(Conflict) as conflict:
        answering.answer_item(asha, place=POLICY, answer=WORDS, seen_version=0)

    assert isinstance(conflict.value.theirs, Theirs)
    assert (conflict.value.theirs.by, conflict.value.theirs.answer.text) == ("Mina Manager", "Mina's words")
    assert [text for _, text, _, _ in versions(asha, "1.1.5")] == ["Mina's words"]


def test_an_incomplete_answer_is_refused_in_words_and_nothing_is_saved(asha: Context) -> None:
    with pytest.raises(Refused) as refusal:
        answering.answer_item(asha, place=POLICY, answer=replace(WORDS, text="TBC"), seen_version=0)

    assert "Write the answer itself" in refusal.value.reasons[0]
    assert versions(asha, "1.1.5") == []


def test_our_own_example_is_refused(asha: Context) -> None:
    with pytest.raises(Refused, match="still holds our example"):
        answering.answer_item(
            asha, place=POLICY, answer=replace(WORDS, text="The manager of Rowan House."), seen_version=0
        )


def test_words_about_a_resident_are_saved_with_a_warning(asha: Context) -> None:
    told = replace(WORDS, comment="Resident Mary Jones asked for her file.")

    saved = answering.answer_item(asha, place=POLICY, answer=told, seen_version=0)

    assert saved.warnings


def test_a_suggestion_is_confirmed_in_its_own_words(asha: Context) -> None:
    answering.confirm_suggestion(asha, place=COVERAGE, seen_version=0)

    row = AnswerRow.objects.get(item="3.2.1")
    assert (row.is_yes, row.is_confirmed) == (True, True)
    assert row.rests_on is not None
    assert row.rests_on["outcome"] == "met"
    assert "19 of 20" in row.comment
    assert state_of(asha, "3.2.1") is State.CONFIRMED


def test_a_suggestion_the_records_do_not_support_is_refused(cast: Cast) -> None:
    factory.started(cast.asha)

    with pytest.raises(Refused, match="do not support"):
        answering.confirm_suggestion(cast.asha, place=COVERAGE, seen_version=0)


def test_an_answer_against_the_records_is_kept_and_does_not_count(cast: Cast) -> None:
    factory.staffed(cast.asha.organisation_id, trained=10)
    factory.started(cast.asha)

    answering.answer_item(cast.asha, place=COVERAGE, answer=Answer(AnswerKind.CONFIRM, yes=True), seen_version=0)

    assert state_of(cast.asha, "3.2.1") is State.CONTRADICTED


def test_not_applicable_is_taken_only_where_the_question_allows_it(asha: Context) -> None:
    reason = "nobody uses a work phone here"
    phones = Place("dspt", "8", "1.3.14")

    answering.answer_item(
        asha, place=phones, answer=Answer(AnswerKind.TEXT, not_applicable_because=reason), seen_version=0
    )

    assert state_of(asha, "1.3.14") is State.NOT_APPLICABLE
    with pytest.raises(Refused, match="must be answered"):
        answering.answer_item(
            asha, place=COVERAGE, answer=Answer(AnswerKind.CONFIRM, not_applicable_because=reason), seen_version=0
        )


def test_a_withdrawn_confirmation_keeps_the_words(asha: Context) -> None:
    answering.answer_item(asha, place=POLICY, answer=WORDS, seen_version=0)

    answering.withdraw_confirmation(asha, place=POLICY, seen_version=1)

    assert state_of(asha, "1.1.5") is State.SUGGESTED
    assert versions(asha, "1.1.5")[-1] == (2, WORDS.text, True, False)
    with pytest.raises(Refused, match="not confirmed"):
        answering.withdraw_confirmation(asha, place=POLICY, seen_version=2)


def test_a_document_counts_once_it_is_said_where_it_is(asha: Context) -> None:
    register = Place("dspt", "8", "1.1.2")
    with pytest.raises(Refused, match="Add the document"):
        answering.answer_item(asha, place=register, answer=Answer(AnswerKind.DOCUMENT), seen_version=0)

    proving.attach(asha, place=register, proofs=proving.Proofs(kept_at="Office, the blue folder"))
    answering.answer_item(asha, place=register, answer=Answer(AnswerKind.DOCUMENT), seen_version=0)

    assert state_of(asha, "1.1.2") is State.CONFIRMED
    assert EvidenceUse.objects.get().subject_key == "dspt/8/1.1.2"


def test_a_comment_is_kept_and_an_empty_one_refused(asha: Context) -> None:
    commenting.comment(asha, place=POLICY, body=" Ask Ben for the minutes. ")

    assert ItemComment.objects.get().body == "Ask Ben for the minutes."
    with pytest.raises(Refused, match="Write your comment"):
        commenting.comment(asha, place=POLICY, body="  ")


def test_readers_may_not_answer_and_strangers_find_nothing(cast: Cast, asha: Context) -> None:
    with pytest.raises(NotPermitted):
        answering.answer_item(cast.rhea, place=POLICY, answer=WORDS, seen_version=0)
    with pytest.raises(NotFound):
        answering.answer_item(cast.stranger(asha), place=POLICY, answer=WORDS, seen_version=0)


def test_an_advisor_may_comment_and_not_decide(cast: Cast, asha: Context) -> None:
    commenting.comment(cast.dee, place=POLICY, body="Name the deputy too.")

    with pytest.raises(NotPermitted):
        answering.confirm_suggestion(cast.dee, place=COVERAGE, seen_version=0)


def test_no_answer_before_the_start_and_none_to_a_question_that_is_not_there(cast: Cast) -> None:
    with pytest.raises(NotFound):
        answering.answer_item(cast.asha, place=POLICY, answer=WORDS, seen_version=0)
    factory.started(cast.asha)
    with pytest.raises(NotFound):
        answering.answer_item(cast.asha, place=Place("dspt", "8", "9.9.9"), answer=WORDS, seen_version=0)


def test_an_assessment_starts_once_on_a_day_to_come(cast: Cast) -> None:
    factory.started(cast.asha)

    with pytest.raises(Refused, match="started already"):
        factory.started(cast.asha)
    with pytest.raises(Refused, match="has not passed"):
        starting.plan(cast.asha, framework="dspt", version="8", planned_on=factory.TODAY.replace(day=21))
    with pytest.raises(Refused, match="two years"):
        starting.plan(cast.asha, framework="dspt", version="8", planned_on=factory.TODAY.replace(year=2029))


def test_there_must_be_whole_words_to_confirm(asha: Context) -> None:
    with pytest.raises(Refused, match="no words to confirm"):
        answering.confirm_words(asha, place=POLICY, seen_version=0)
    proving.attach(asha, place=Place("dspt", "8", "1.1.2"), proofs=proving.Proofs(kept_at="Office, blue folder"))
    answering.answer_item(asha, place=Place("dspt", "8", "1.1.2"), answer=Answer(AnswerKind.DOCUMENT), seen_version=0)
    answering.withdraw_confirmation(asha, place=Place("dspt", "8", "1.1.2"), seen_version=1)
    use = EvidenceUse.objects.get()
    evidence.stop_using_for(asha, evidence_id=use.evidence_id, supports=Subject(SubjectKind.ITEM, use.subject_key))

    with pytest.raises(Refused, match="Add the document"):
        answering.confirm_words(asha, place=Place("dspt", "8", "1.1.2"), seen_version=2)


@pytest.mark.parametrize(
    "answer",
    [Answer(AnswerKind.DATE, on=factory.TODAY), Answer(AnswerKind.NUMBER, number=42)],
    ids=["date", "number"],
)
def test_dates_and_numbers_are_kept_as_such(asha: Context, monkeypatch: pytest.MonkeyPatch, answer: Answer) -> None:
    pack = frameworks.pack("dspt", "8")
    items = tuple(replace(item, answer=answer.kind) if item.ref == "6.1.1" else item for item in pack.items)
    monkeypatch.setattr(frameworks, "pack", lambda *_: replace(pack, items=items))

    answering.answer_item(asha, place=Place("dspt", "8", "6.1.1"), answer=answer, seen_version=0)

    row = AnswerRow.objects.get()
    assert (row.on_date, row.figure) == (answer.on, answer.number)
    assert state_of(asha, "6.1.1") is State.CONFIRMED


def test_what_comes_with_a_proof_is_refused_before_the_proof_is_kept(cast: Cast, asha: Context) -> None:
    proofs = proving.Proofs(address="https://care.example/policy")
    gone = Place("dspt", "8", "9.9.9")

    with pytest.raises(Refused):
        proving.answer_with_proofs(asha, place=POLICY, answer=replace(WORDS, text="TBC"), seen_version=0, proofs=proofs)
    with pytest.raises(NotFound):
        proving.answer_with_proofs(asha, place=gone, answer=WORDS, seen_version=0, proofs=proofs)
    with pytest.raises(NotFound):
        proving.attach(asha, place=gone, proofs=proofs)
    assert not EvidenceUse.objects.exists()
    proving.answer_with_proofs(asha, place=POLICY, answer=WORDS, seen_version=0, proofs=proofs)
    assert EvidenceUse.objects.count() == 1


def test_a_comment_has_its_question_and_its_length(asha: Context) -> None:
    with pytest.raises(NotFound):
        commenting.comment(asha, place=Place("dspt", "8", "9.9.9"), body="Hello there")
    with pytest.raises(Refused, match="2,000 characters or fewer"):
        commenting.comment(asha, place=POLICY, body="a" * 2001)


def test_a_suggestion_that_leaves_something_to_fill_in_is_not_confirmed_as_it_is(asha: Context) -> None:
    entries.add(asha, register=policies.REGISTER, entry=STEPS)
    whole.confirm(asha, register=paper.REGISTER, is_none=True)

    with pytest.raises(Refused, match="square brackets"):
        answering.confirm_suggestion(asha, place=Place("dspt", "8", "1.4.3"), seen_version=0)


def test_a_suggested_document_has_to_be_there(asha: Context) -> None:
    entries.add(asha, register=policies.REGISTER, entry=NOTICE)
    place = Place("dspt", "8", "1.1.3")

    with pytest.raises(Refused, match="Add the document"):
        answering.confirm_suggestion(asha, place=place, seen_version=0)
    proving.attach(asha, place=place, proofs=proving.Proofs(kept_at="Notice board in the hall"))
    answering.confirm_suggestion(asha, place=place, seen_version=0)

    assert state_of(asha, "1.1.3") is State.CONFIRMED
