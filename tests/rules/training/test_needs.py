"""Which level of training each person needs (rule F-03)."""

from datetime import date

import pytest

from guardbook.rules.people import Kind, Person
from guardbook.rules.training import coverage, needs
from guardbook.rules.training.needs import Duty, Held, Learner, Level, NeedsFacts

AS_OF = date(2026, 11, 22)
RECENT, OLD = date(2026, 6, 22), date(2025, 11, 22)


def analyse(*learners: Learner, approved_on: date | None = None) -> needs.Analysis:
    return needs.needs(NeedsFacts(AS_OF, learners, approved_on))


def items(analysis: needs.Analysis) -> dict[str, bool]:
    return {item.ref: item.met for item in analysis.items}


def example_1() -> bool:
    """A housekeeper needs the one-page brief, and is in the figure all the same."""
    (person,) = analyse(Learner("Hal", has_access=False)).people
    housekeeper = Person("Hal", Kind.EMPLOYEE, date(2020, 1, 1), has_access=False)
    return person.required == (Level.AWARENESS,) and person.in_figure and coverage.is_eligible(housekeeper, AS_OF)


def example_2() -> bool:
    analysis = analyse(Learner("Lea", (Duty.LEAD,), held=(Held(Level.CORE, RECENT),)))
    return analysis.people[0].gaps == (Level.LEAD,) and items(analysis)["3.4.1"] is False


def example_3() -> bool:
    return items(analyse())["3.1.1"] is False and items(analyse(approved_on=OLD))["3.1.1"] is False


def example_4() -> bool:
    (person,) = analyse(Learner("Agi", held=(Held(Level.CORE, RECENT),))).people
    return person.required == (Level.CORE,) and person.gaps == ()


EXAMPLES = {"F-03.e1": example_1, "F-03.e2": example_2, "F-03.e3": example_3, "F-03.e4": example_4}


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_rule_book(example: str) -> None:
    assert EXAMPLES[example]()


@pytest.mark.parametrize(
    ("duties", "held", "gaps", "refreshers"),
    [
        ((), (Held(Level.CORE, OLD),), (Level.CORE,), ()),
        ((), (Held(Level.SYSTEMS, RECENT),), (), ()),
        ((Duty.MANAGER,), (Held(Level.LEAD, RECENT),), (), ()),
        ((Duty.LEAD,), (Held(Level.CORE, RECENT), Held(Level.LEAD, OLD)), (), (Level.LEAD,)),
        ((Duty.DPO,), (Held(Level.CORE, RECENT),), (Level.SPECIALIST,), ()),
        ((Duty.DPO,), (Held(Level.CORE, RECENT), Held(Level.SPECIALIST, RECENT)), (), ()),
        (
            (Duty.DPO, Duty.SIRO),
            (Held(Level.CORE, RECENT), Held(Level.SPECIALIST, RECENT, Duty.DPO)),
            (Level.SPECIALIST,),
            (),
        ),
        ((Duty.SYSTEMS,), (Held(Level.SYSTEMS, date(2027, 1, 1)),), (Level.CORE, Level.SYSTEMS), ()),
    ],
    ids=[
        "core lapses after a year",
        "systems training includes core",
        "lead training includes manager",
        "lead training is refreshed, not lost",
        "a specialist role needs its own",
        "any specialist training when we do not know which",
        "one specialist role of two",
        "training in the future",
    ],
)
def test_what_somebody_lacks(
    duties: tuple[Duty, ...], held: tuple[Held, ...], gaps: tuple[Level, ...], refreshers: tuple[Level, ...]
) -> None:
    (person,) = analyse(Learner("Sam", duties, held=held)).people

    assert (person.gaps, person.refreshers) == (gaps, refreshers)
    assert len(person.reasons) == len(gaps) + len(refreshers)


def test_the_items_are_met_with_a_recent_analysis_and_a_trained_lead() -> None:
    lead = Learner("Lea", (Duty.LEAD,), held=(Held(Level.LEAD, RECENT),))

    assert items(analyse(lead, approved_on=RECENT)) == {"3.1.1": True, "3.4.1": True}
    assert items(analyse(approved_on=RECENT)) == {"3.1.1": True, "3.4.1": False}


@pytest.mark.parametrize("level", Level, ids=str)
def test_every_level_has_words_for_people(level: Level) -> None:
    assert level.label[0].isupper()


@pytest.mark.parametrize(
    ("job", "level"),
    [("Registered Manager", Level.MANAGER), ("Care worker", Level.CORE), ("", Level.CORE)],
    ids=["a manager", "a carer", "no title"],
)
def test_a_level_is_offered_for_a_job(job: str, level: Level) -> None:
    assert needs.suggested(job) is level
