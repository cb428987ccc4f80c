"""Suggestions that read the plans (item 7.1.2), the tests of them (7.2.1) and the emergency contacts (7.3.2)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import (
    Asked,
    Outcome,
    Rows,
    Selector,
    Suggestion,
    changes_on,
)
from guardbook.rules.facts import Facts, Kept, day_after
from guardbook.rules.registers import contacts, exercises, plans
from guardbook.rules.registers.contacts import Contact
from guardbook.rules.registers.exercises import Exercise
from guardbook.rules.registers.plans import Plan
from guardbook.rules.verdict import Confidence, Reason

_BOOKLET = "https://issuu.com/hcpa-publications/docs/dspt-toolkit-booklet_bcp_v2_21-11-22-jw"


def plan_covers(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether plans approved in the last year cover every event that the toolkit names.

    Source: item 7.1.2 and rule E-06.
    """
    del asked
    on = facts.judged_on
    held = _entries(facts.registers.of(plans.REGISTER))
    outcome = _plans_outcome(held, on)
    met = outcome is Outcome.MET
    return Suggestion(
        outcome,
        Reason(_plans_sentence(facts, held, outcome), "E-06", Confidence.INFERRED, _BOOKLET),
        facts.as_of,
        answer=_plans_answer(_approved(held, on)) if met else "",
        to_do=() if met else ("Write down what to do in each event, have it approved, and note the day.",),
        selectors=(Selector(Rows.REGISTER, on, plans.REGISTER.slug, plans.REGISTER.title),),
        stale_on=changes_on(on, lambda day: _plans_outcome(held, day), _plan_days(held)),
    )


def _approved(held: list[Plan], on: date) -> list[Plan]:
    """The plans whose approval is good on a day."""
    return [each for each in held if each.approved_on and each.approved_on <= on <= (plans.good_until(each) or on)]


def _plans_outcome(held: list[Plan], on: date) -> Outcome:
    if not held:
        return Outcome.CANNOT_TELL
    if plans.TOOLKIT - plans.covered(held):
        return Outcome.NOT_MET
    if not plans.TOOLKIT - plans.covered(_approved(held, on)):
        return Outcome.MET
    once = [each for each in held if each.approved_on and each.approved_on <= on]
    return Outcome.CANNOT_TELL if plans.TOOLKIT - plans.covered(once) else Outcome.LAPSED


def _plan_days(held: list[Plan]) -> Iterator[date]:
    for each in held:
        if each.approved_on:
            yield each.approved_on
            yield day_after(dates.add_months(each.approved_on, plans.GOOD_FOR))


def _plans_sentence(facts: Facts, held: list[Plan], outcome: Outcome) -> str:
    match outcome:
        case Outcome.MET:
            return "Your plans cover every event that the toolkit names, and were approved in the last year."
        case Outcome.NOT_MET:
            return f"No plan covers this yet: {plans.in_order(plans.TOOLKIT - plans.covered(held))}."
        case Outcome.LAPSED:
            last = max(each.approved_on for each in held if each.approved_on)
            return f"Your plans cover every event, but one was approved too long ago. The newest is from {_day(last)}."
        case Outcome.CANNOT_TELL:
            if held:
                return "Your plans cover every event, but for one of them nobody noted the day of its approval."
            return _nothing(facts.registers.of(plans.REGISTER), plans.REGISTER.title)


def _plans_answer(held: list[Plan]) -> str:
    named = "; ".join(f"{each.name}, approved on {_day(each.approved_on)}" for each in held if each.approved_on)
    sentences = [f"Yes. Our plans ({named}) cover: {plans.in_order(plans.covered(held))}."]
    papers = [each.offline_copy for each in held if each.offline_copy]
    if papers:
        sentences.append(f"Paper copies: {'; '.join(papers)}.")
    shown = [each.staff_shown_on for each in held if each.staff_shown_on]
    if shown:
        sentences.append(f"Staff were shown them on {_day(max(shown))}.")
    return " ".join(sentences)


def plan_tried(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the plan was tried in the last year, with who took part and what was learned.

    Source: item 7.2.1 and rule E-06. A real event counts where it was talked about afterwards.
    """
    on = facts.judged_on
    held = _entries(facts.registers.of(exercises.REGISTER))
    outcome = _tried_outcome(held, on, asked.months)
    met = outcome is Outcome.MET
    return Suggestion(
        outcome,
        Reason(_tried_sentence(facts, held, outcome), "E-06", Confidence.INFERRED, _BOOKLET),
        facts.as_of,
        answer=_tried_answer(exercises.counting(held, on)[0][1]) if met else "",
        to_do=() if met else ("Talk the plan through for an hour. Note who was there and what you learned.",),
        selectors=(Selector(Rows.REGISTER, on, exercises.REGISTER.slug, exercises.REGISTER.title),),
        stale_on=changes_on(on, lambda day: _tried_outcome(held, day, asked.months), _tried_days(held, asked.months)),
    )


def _tried_outcome(held: list[Exercise], on: date, months: int) -> Outcome:
    counting = exercises.counting(held, on)
    if not counting:
        return Outcome.CANNOT_TELL if not held else Outcome.NOT_MET
    return Outcome.MET if dates.add_months(counting[0][0], months) >= on else Outcome.LAPSED


def _tried_days(held: list[Exercise], months: int) -> Iterator[date]:
    for each in held:
        if each.held_on:
            yield each.held_on
            yield day_after(dates.add_months(each.held_on, months))


def _tried_sentence(facts: Facts, held: list[Exercise], outcome: Outcome) -> str:
    match outcome:
        case Outcome.MET | Outcome.LAPSED:
            last, entry = exercises.counting(held, facts.judged_on)[0]
            if outcome is Outcome.LAPSED:
                return f"The last time you tried the plan was {_day(last)}. It should be tried each year."
            left = " Something you learned is still to be done." if exercises.is_open(entry) else ""
            return f"You tried the plan on {_day(last)}.{left}"
        case Outcome.NOT_MET:
            return "No test of the plan says when it was, what went wrong in it, who took part and what you learned."
        case Outcome.CANNOT_TELL:
            return _nothing(facts.registers.of(exercises.REGISTER), exercises.REGISTER.title)


def _tried_answer(entry: Exercise) -> str:
    how = entry.form.label if entry.form else "We tried it"
    sentences = [f"{entry.name}, on {_day(entry.held_on)}. {how}." if entry.held_on else f"{entry.name}. {how}."]
    sentences.append(f"Who took part: {', '.join(entry.took_part)}.")
    sentences.append(f"What we learned: {_stop(entry.lessons)}")
    if entry.actions:
        done = f" All of it was done by {_day(entry.actions_done_on)}." if entry.actions_done_on else ""
        sentences.append(f"What we change: {_stop('; '.join(entry.actions))}{done}")
    return " ".join(sentences)


def _is_printed(entry: Contact, on: date) -> bool | None:
    until = contacts.print_good_until(entry)
    if not entry.phone or until is None:
        return None
    return until >= on


_PRINTED = Claim(
    contacts.REGISTER,
    holds=_is_printed,
    lapses=lambda entry, _on: entry.printed_on is not None,
    whole_for=contacts.LOOKED_AT_EVERY,
)


def emergency_contacts(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether there is a paper list of whom to ring, new enough, with everybody the toolkit expects on it.

    Source: item 7.3.2 and rule E-06 (looked at every six months).
    """
    del asked
    found = registers.suggestion(facts, _PRINTED, _CONTACT_WORDS)
    nobody = contacts.missing(_entries(facts.registers.of(contacts.REGISTER)))
    if found.outcome is not Outcome.MET or not nobody:
        return found
    text = f"Nobody on the list can be rung for: {contacts.in_words(nobody)}."
    return replace(
        found,
        outcome=Outcome.CANNOT_TELL,
        reason=replace(found.reason, text=text),
        answer="",
        to_do=("Add them, or tick what else somebody on the list can be rung for.",),
    )


def _contacts_answer(seen: Judged, kept: Kept[Any]) -> str:
    printed = min(each.entry.printed_on for each in kept.rows if each.entry.printed_on)
    return (
        f"Yes. Our list has {seen.total} numbers and is on paper. It was last printed on {_day(printed)}. "
        f"On it: {registers.names(kept)}."
    )


_CONTACT_WORDS = Words(
    met=lambda seen, _kept: f"All {seen.total} emergency contacts are on a paper list from the last 12 months.",
    answer=_contacts_answer,
    failing=lambda seen: f"The paper list with {seen.lapsed} of {seen.total} numbers is more than 12 months old.",
    unsaid=lambda seen: (
        f"{seen.unsaid} of {seen.total} emergency contacts have no number, or are on no paper list yet."
    ),
    todo="Print the list of emergency contacts, and note the day.",
    rule="E-06",
)


def _entries(kept: Kept[Any]) -> list[Any]:
    return [each.entry for each in kept.rows]


def _nothing(kept: Kept[Any], title: str) -> str:
    waiting = f" {kept.unchecked} starter rows wait for somebody to say that they are true." if kept.unchecked else ""
    return f"Nothing checked is in the register “{title}” yet.{waiting}"


def _day(on: date) -> str:
    return dates.in_words(on)


def _stop(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
