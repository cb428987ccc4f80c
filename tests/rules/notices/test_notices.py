"""Privacy notices: what the checker finds, and that what is built says all that it must."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.rules.notices import builder, checker, said
from guardbook.rules.notices.builder import Facts, Section, Use
from guardbook.rules.notices.vocabulary import ABOUT, Line
from guardbook.rules.registers.information import Data, People
from guardbook.rules.registers.lawful_basis import Basis, Condition, Work
from guardbook.rules.registers.policy_words import Audience
from guardbook.rules.registers.processing import Processing
from guardbook.rules.roles.titles import names_officer

TODAY = date(2026, 11, 22)
CARE = Processing(
    name="Planning care",
    work=Work.CARE,
    purpose="To plan care and give it safely.",
    people=(People.SUPPORTED,),
    data=(Data.CONTACT, Data.CARE),
    came_from="The person, the council",
    bases=(Basis.CONTRACT, Basis.LEGITIMATE),
    conditions=(Condition.HEALTH_CARE,),
    recipients=("The GP", "The council"),
)
USE = Use(CARE, ("Care records: 8 years after care ends",))
FACTS = Facts(
    audience=Audience.RESIDENTS,
    organisation="Rose House",
    contact="Asha, 0117 000 000",
    regulator="Information Commissioner's Office (ICO)",
    regulator_reached="phone 0303 123 1113",
    uses=(USE,),
)
ENTRIES = st.builds(
    Processing,
    name=st.sampled_from(["Care", "Pay", "Cameras"]),
    work=st.none() | st.sampled_from(Work),
    purpose=st.just("To do it well."),
    data=st.lists(st.sampled_from(Data), unique=True, max_size=4).map(tuple),
    came_from=st.sampled_from(["", "The person", "The council"]),
    bases=st.lists(st.sampled_from(Basis), unique=True, min_size=1, max_size=3).map(tuple),
    conditions=st.lists(st.sampled_from(Condition), unique=True, max_size=2).map(tuple),
    recipients=st.just(("Nobody",)),
    leaves_uk=st.sampled_from([None, False]),
)
WHOLE = st.builds(
    Facts,
    audience=st.sampled_from(Audience),
    organisation=st.just("Rose House"),
    contact=st.just("Asha"),
    regulator=st.just("ICO"),
    regulator_reached=st.just("0303"),
    uses=st.lists(st.builds(Use, ENTRIES, st.just(("2 years",))), min_size=1, max_size=3).map(tuple),
    officer=st.sampled_from(["", "Dee, dee@rose.example"]),
    guardian=st.sampled_from(["", "Gail"]),
    automated=st.sampled_from(["", "A computer sorts letters."]),
    more=st.sampled_from(["", "One line\nand another"]),
)


def checked(facts: Facts) -> checker.Check:
    """What the checker says of a notice that we built."""
    return checker.check(
        checker.Facts(
            audience=facts.audience,
            as_of=TODAY,
            has=builder.build(facts).contains,
            text=repr(builder.build(facts)),
            officer_appointed=bool(facts.officer),
            guardian_appointed=bool(facts.guardian),
            bases=frozenset(one for use in facts.uses for one in use.entry.bases),
            from_others=builder.comes_from_others(facts.uses),
        )
    )


@given(WHOLE)
def test_a_notice_from_a_whole_record_passes_its_own_check(facts: Facts) -> None:
    assert checked(facts).findings == ()


@given(WHOLE)
def test_an_officer_is_named_only_where_one_is_appointed(facts: Facts) -> None:
    assert bool(names_officer(repr(builder.build(facts)))) == bool(facts.officer)


@given(WHOLE)
def test_easy_read_has_one_short_idea_a_line(facts: Facts) -> None:
    lines = [line for section in builder.build(facts).easy for line in section.sentences]

    assert max(len(line.split()) for line in lines) <= 12


def test_the_notice_tells_who_what_why_and_how_long() -> None:
    found = builder.build(replace(FACTS, guardian="Gail", officer="Dee"))

    told = repr(found.plain)
    assert "We are Rose House." in told
    assert "Planning care. To plan care and give it safely. For this we use: names" in told
    assert "We need it for a contract with you" in told
    assert "For health and other sensitive information, health or social care, 9(2)(h): Planning care." in told
    assert "Planning care: the person, the council" in told
    assert "8 years after care ends" in told
    assert "national data opt-out" in told
    assert "within 30 days" in told
    assert {"Our Caldicott Guardian", "Our Data Protection Officer"} <= {each.title for each in found.plain}


def test_consent_and_other_countries_have_their_lines() -> None:
    abroad = replace(CARE, bases=(Basis.CONSENT,), leaves_uk=True, abroad="Ireland, which UK law treats as safe")

    found = builder.build(replace(FACTS, uses=(Use(abroad),)))

    assert {Line.WITHDRAW, Line.TRANSFERS} <= found.contains
    assert Line.RETENTION not in found.contains
    assert {"Other countries", "If you said yes"} <= {each.title for each in found.easy}


def test_a_record_that_says_little_gives_a_notice_with_findings() -> None:
    bare = Use(Processing(name="Care", purpose="To care.", people=(People.SUPPORTED,)))

    found = {each.line for each in checked(replace(FACTS, uses=(bare,))).findings}

    assert found == {Line.BASES, Line.RECIPIENTS, Line.RETENTION}


def test_what_stays_with_us_goes_to_nobody() -> None:
    found = builder.build(replace(FACTS, uses=(replace(USE, entry=replace(CARE, recipients=("Nobody.",))),)))

    assert "Nobody else gets it." in repr(found.plain)
    assert "Who else can see it" not in {each.title for each in found.easy}


def test_without_any_use_nothing_is_said_of_uses() -> None:
    found = builder.build(replace(FACTS, uses=()))

    assert Line.PURPOSES not in found.contains
    assert "Who else can see it" not in {each.title for each in found.easy}


def test_headings_that_read_differently_are_named() -> None:
    then = (Section("A", ("x",)), Section("B", ("x",)), Section("C"))
    now = (Section("A", ("x",)), Section("B", ("y",)), Section("D"))

    assert builder.differing(then, now) == ("B", "C", "D")


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"officer_appointed": True}, Line.OFFICER),
        ({"guardian_appointed": True}, Line.GUARDIAN),
        ({"bases": frozenset({Basis.LEGITIMATE})}, Line.INTEREST),
        ({"bases": frozenset({Basis.CONSENT})}, Line.WITHDRAW),
        ({"abroad": True}, Line.TRANSFERS),
    ],
)
def test_what_is_true_of_the_provider_must_be_told(changed: dict[str, object], line: Line) -> None:
    rest = frozenset(Line) - {Line.OFFICER, Line.GUARDIAN, Line.INTEREST, Line.WITHDRAW, Line.TRANSFERS}
    facts = checker.Facts(Audience.RESIDENTS, TODAY, has=rest)

    assert checker.check(facts).passes
    assert [each.line for each in checker.check(replace(facts, **changed)).findings] == [line]  # type: ignore[arg-type]  # one field


def test_before_19_june_2026_nobody_had_to_tell_of_complaints_to_them() -> None:
    facts = checker.Facts(Audience.STAFF, date(2026, 6, 18), has=frozenset(Line) - {Line.COMPLAIN_US, Line.OFFICER})

    assert checker.check(facts).passes
    assert not checker.check(replace(facts, as_of=date(2026, 6, 19))).passes


def test_a_notice_is_read_through_every_year() -> None:
    facts = checker.Facts(Audience.STAFF, TODAY, has=frozenset(Line) - {Line.OFFICER}, updated_on=date(2025, 11, 21))

    [found] = checker.check(facts).findings

    assert (found.line, found.since) == (None, date(2026, 11, 21))
    assert checker.check(replace(facts, updated_on=date(2025, 11, 22))).passes


@pytest.mark.parametrize("audience", Audience)
def test_every_audience_has_its_words_and_its_people(audience: Audience) -> None:
    assert said.FOR_WHOM[audience]
    assert said.MUST_GIVE[audience]
    assert said.EASY_FIRST[audience]
    assert ABOUT[audience] in People
