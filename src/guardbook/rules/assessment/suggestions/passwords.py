"""Suggestion that reads the advice on passwords, and how people sign in (item 4.5.4)."""

from collections.abc import Callable
from typing import Any

from guardbook.rules.assessment.suggestions import policies, registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts, Kept
from guardbook.rules.registers import systems
from guardbook.rules.registers.policy_words import Topic
from guardbook.rules.registers.systems import SecondStep, System

_OWN = Claim(
    systems.REGISTER,
    holds=lambda each, _on: not (each.is_shared and not each.shared_because),
    needs_whole=False,
)


def password_advice(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether staff have been given current advice on passwords, and write what the records show of it.

    A shared log-in without a reason speaks against it; where nobody has said, nothing does.
    Sources: item 4.5.4 and rule E-12.
    """
    del asked
    own = Words(
        met=lambda _seen, _kept: "No log-in in your list of systems is shared without a reason.",
        answer=_how_they_sign_in,
        failing=lambda seen: f"A log-in is shared, and nobody has said why: {_systems(seen.failing)}.",
        todo="Give each person their own log-in, or write down why not.",
        rule="E-12",
    )
    advice = policies.advice(Topic.PASSWORDS, _given)
    has_systems = facts.registers.of(systems.REGISTER).number > 0
    return registers.together(facts, advice, *(((_OWN, own),) if has_systems else ()))


def _given(_seen: Judged, kept: Kept[Any]) -> str:
    return f"Staff have been given our advice on passwords: {policies.covering(Topic.PASSWORDS, kept)}."


def _how_they_sign_in(_seen: Judged, kept: Kept[System]) -> str:
    parts = (
        ("Each person has their own log-in in", lambda each: each.is_shared is False),
        ("A second step is on for everybody in", lambda each: each.second_step is SecondStep.ALL),
        ("Weak passwords are refused in", lambda each: systems.password_is_strong(each) is True),
    )
    return " ".join(f"{words}: {found}." for words, about in parts if (found := _named(kept, about)))


def _named(kept: Kept[System], about: Callable[[System], bool]) -> str:
    return registers.names(kept, about)


def _systems(number: int) -> str:
    return "1 system" if number == 1 else f"{number} systems"
