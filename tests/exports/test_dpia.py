"""The document of an assessment: what it says at each stage, and what it leaves open in words."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from guardbook.actions.dpia import deciding, telling, writing
from guardbook.actions.registers import entries
from guardbook.exports import dpia as exports
from guardbook.queries.access import Context
from guardbook.queries.agenda import listing
from guardbook.queries.dpia import assessments
from guardbook.rules.registers import flows, processing
from guardbook.rules.roles.vocabulary import Post
from tests.cast import Cast
from tests.factories import dpia as factory
from tests.factories import roles
from tests.web.test_registers import example


def words(ctx: Context, key: UUID) -> str:
    found = assessments.one(ctx, key)
    return repr(exports.document("Rose House", found, assessments.flowing(ctx, found.impact)))


def test_a_new_draft_says_what_is_not_said_yet(cast: Cast) -> None:
    said = words(cast.asha, factory.drafted(cast.asha))

    assert "Not said yet" in said
    assert "No Data Protection Officer is appointed." in said
    assert "Nothing in the list of flows is part of it." in said


def test_what_is_not_weighed_and_nobodys_is_told(cast: Cast) -> None:
    key = factory.drafted(cast.asha)
    writing.keep_risk(cast.asha, assessment_id=key, said=replace(factory.SMALL, severity=None))

    assert "Gossip" in words(cast.asha, key)


def test_why_none_is_needed_stands_in_it(cast: Cast) -> None:
    key = factory.screened(cast.asha)
    telling.record_not_needed(cast.asha, assessment_id=key, reason="Companies only")

    assert "Why none is needed: Companies only" in words(cast.asha, key)


def test_flows_advice_the_chooser_and_the_decision_stand_in_it(cast: Cast) -> None:
    roles.officer(cast.asha, roles.hire(cast.asha, "Cleo Clerk", Post.FINANCE_CLERK))
    chooser = roles.hire(cast.asha, "Mary Manager", Post.REGISTERED_MANAGER)
    use = entries.add(cast.asha, register=processing.REGISTER, entry=example(processing.REGISTER, "Rota"))
    flow = replace(example(flows.REGISTER, "Shifts"), processing=(use,), partner="The agency")
    entries.add(cast.asha, register=flows.REGISTER, entry=flow)
    key = factory.written(cast.asha)
    writing.link(cast.asha, assessment_id=key, links={"processing": [use]})
    writing.say_who_chose(cast.asha, assessment_id=key, person_id=chooser)
    deciding.consult(cast.asha, assessment_id=key, consulted="", not_consulted_because="Nobody is affected.")
    deciding.advise(cast.dee, assessment_id=key, advice="Wait.")
    deciding.decide(cast.asha, assessment_id=key, followed=False, answer="It is safe.", review_on=date(2027, 6, 1))

    said = words(cast.asha, key)

    for each in ("The agency", "Mary Manager", "Nobody is affected.", "Wait.", "It is not followed: It is safe."):
        assert each in said
    assert "Signed off by" in said


def test_what_waits_is_on_the_list_of_what_to_do(cast: Cast) -> None:
    factory.told(cast.asha)

    found = [each.todo.text for each in listing.agenda(cast.asha).listed]

    assert "Look whether “Shifts on an app” needs an impact assessment" in found
