"""What is to be done about the provider: its first steps, its staff, and what runs out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from guardbook.rules.agenda import provider
from guardbook.rules.agenda.provider import Lasting, Provider
from guardbook.rules.agenda.todo import Consequence, Kind, Todo
from guardbook.rules.people import Finding, Topic
from guardbook.rules.verdict import Confidence, Reason
from tests.rules.agenda.examples import TODAY

SOUND = Provider(TODAY, has_said_who_it_is=True, has_staff=True, list_checked_on=TODAY)


def by_cause(facts: Provider) -> dict[str, Todo]:
    return {each.cause: each for each in provider.provider(facts)}


def finding(name: str, topic: Topic) -> Finding:
    return Finding(name, topic, "4.2.4", Reason(f"About {name}.", "E-09", Confidence.DEFAULT))


def test_a_new_provider_says_who_it_is_and_brings_its_staff() -> None:
    found = by_cause(replace(SOUND, has_said_who_it_is=False, has_staff=False))

    assert found.keys() == {"service:questions", "staff:first"}
    assert {each.consequence for each in found.values()} == {Consequence.STOPS_PUBLISHING}


@pytest.mark.parametrize(
    ("checked_on", "is_open", "consequence"),
    [
        (TODAY, False, Consequence.REST),
        (TODAY - timedelta(days=23), True, Consequence.EXPIRING),
        (TODAY - timedelta(days=31), True, Consequence.OVERDUE),
        (None, True, Consequence.OVERDUE),
    ],
)
def test_the_staff_list_is_confirmed_every_month(
    checked_on: date | None, is_open: bool, consequence: Consequence
) -> None:
    todo = by_cause(replace(SOUND, list_checked_on=checked_on))["staff:list"]

    assert (todo.is_open(TODAY), todo.consequence) == (is_open, consequence)


def test_one_person_is_named_on_the_page_and_never_outside() -> None:
    todo = by_cause(replace(SOUND, findings=[finding("Asha Khan", Topic.ACCESS)]))["staff:access"]

    assert (todo.text, todo.outside) == ("Take away access from Asha Khan", "Take away access from 1 person")
    assert (todo.why, todo.consequence) == ("About Asha Khan.", Consequence.GAP)


def test_several_people_are_one_thing_to_do() -> None:
    found = [finding(name, Topic.INDUCTION) for name in ("Asha", "Ben", "Carol")]

    todo = by_cause(replace(SOUND, findings=found))["staff:induction"]

    assert (todo.text, todo.minutes) == ("Record the induction of 3 people", 15)
    assert todo.why == "Of your staff list, 3 people have no induction recorded."


@pytest.mark.parametrize("topic", Topic)
def test_every_topic_has_its_words(topic: Topic) -> None:
    one, several = (
        by_cause(replace(SOUND, findings=[finding(f"N{at}", topic) for at in range(number)]))[f"staff:{topic}"]
        for number in (1, 2)
    )

    assert "N0" in one.text
    assert "2 people" in several.text


def test_what_runs_out_is_in_the_calendar_and_comes_on_the_list_in_time() -> None:
    fee = by_cause(replace(SOUND, fee_until=TODAY + timedelta(days=61)))["fee"]

    assert (fee.is_open(TODAY), fee.is_open(TODAY + timedelta(days=1))) == (False, True)
    assert fee.place.kind is Kind.DETAILS


def test_certificates_and_proofs_run_out_too() -> None:
    proof = Lasting("7", "Insurance of Mrs Example", TODAY - timedelta(days=1), ("dspt", "8", "1.1.1"))
    found = by_cause(replace(SOUND, certificates={"Cyber Essentials": TODAY, "Other": None}, proofs=[proof]))

    assert found["certificate:cyber-essentials"].consequence is Consequence.EXPIRING
    assert found["proof:7"].consequence is Consequence.OVERDUE
    assert (found["proof:7"].outside, found["proof:7"].place.kind) == ("Replace a proof that runs out", Kind.QUESTION)
    assert "certificate:other" not in found
