"""Suggestions that read the staff list: induction, contracts and the list itself."""

from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.rules import people as workforce
from guardbook.rules.assessment.suggestions.suggestion import (
    Asked,
    Outcome,
    Rows,
    Selector,
    Suggestion,
    changes_on,
    people,
)
from guardbook.rules.facts import Facts, Starters, day_after
from guardbook.rules.verdict import Confidence, Reason

INDUCTION_DAYS = workforce.INDUCTION_WITHIN.days
LIST_DAYS = workforce.LIST_IS_FRESH_FOR.days
_YEAR = 12
_NO_STAFF = "No staff are recorded here yet, so the records cannot answer this."
_ADD_STAFF = "Add your staff, or bring them in from a spreadsheet."


def induction(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether everybody who started in the last year has had their induction.

    Source: item 2.1.1 and rule F-04. Fourteen days is our own working limit; a late induction
    is mentioned and does not fail the answer.
    """
    del asked
    on = facts.as_of
    outcome = _induction_outcome(facts, on)
    overdue = sum(each.people for each in _recent(facts, on) if _is_overdue(each, on))
    days = [_induction_limit(each) for each in facts.staff.starters]
    days += [dates.add_months(each.started_on, _YEAR) for each in facts.staff.starters]
    days += [day_after(each.leaves_on) for each in facts.staff.starters if each.leaves_on]
    days += [each.started_on for each in facts.staff.starters]
    days += [day_after(dates.add_months(each.started_on, _YEAR)) for each in facts.staff.starters]
    return Suggestion(
        outcome,
        Reason(_induction_sentence(facts, overdue), "F-04", Confidence.DEFAULT),
        on,
        answer="Yes. Everybody learns about data and cyber security when they start." if outcome is Outcome.MET else "",
        to_do=(f"Record the induction of {people(overdue)}.",) if overdue else (),
        selectors=(Selector(Rows.NOT_INDUCTED if overdue else Rows.STAFF, on),),
        stale_on=changes_on(on, lambda day: _induction_outcome(facts, day), days),
    )


def contract_clause(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether everybody here has signed up to data security duties.

    Source: item 2.2.1 (every contract and volunteer agreement) and rule F-04.
    """
    del asked
    on = facts.as_of
    outcome = _clause_outcome(facts, on)
    here = facts.staff.here(on)
    total = sum(each.people for each in here)
    without = sum(each.people for each in here if not each.has_clause)
    sentence = {
        Outcome.MET: f"All {people(total)} have signed a contract or agreement with the clause."
        if total != 1
        else "The 1 person here has signed a contract or agreement with the clause.",
        Outcome.NOT_MET: f"{people(without)} of {total} {'has' if without == 1 else 'have'} no signed clause on record.",
    }.get(outcome, _NO_STAFF)
    return Suggestion(
        outcome,
        Reason(sentence, "DSPT 2.2.1", Confidence.READ),
        on,
        answer="Yes. Contracts and volunteer agreements set data security duties for everyone."
        if outcome is Outcome.MET
        else "",
        to_do=_clause_to_do(without, total),
        selectors=(Selector(Rows.NO_CLAUSE if without else Rows.STAFF, on),),
        stale_on=changes_on(on, lambda day: _clause_outcome(facts, day), facts.staff.moves()),
    )


def staff_list(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the staff list is complete and has been looked at lately.

    Source: item 4.1.1. Thirty days is our own working limit for a list that is kept current.
    """
    del asked
    on = facts.as_of
    outcome = _list_outcome(facts, on)
    checked = facts.staff.checked_on
    days = [*facts.staff.moves(), checked + timedelta(days=LIST_DAYS + 1) if checked else None]
    return Suggestion(
        outcome,
        Reason(_list_sentence(facts, outcome), "DSPT 4.1.1", Confidence.INFERRED),
        on,
        answer="Yes. We keep a current list of everybody who works here and what they do."
        if outcome is Outcome.MET
        else "",
        to_do=_list_to_do(outcome),
        selectors=(Selector(Rows.STAFF, on),),
        stale_on=changes_on(on, lambda day: _list_outcome(facts, day), days),
    )


def _recent(facts: Facts, on: date) -> list[Starters]:
    since = dates.add_months(on, -_YEAR)
    return [each for each in facts.staff.starters if since < each.started_on and each.is_here(on)]


def _induction_limit(starters: Starters) -> date:
    return starters.started_on + timedelta(days=INDUCTION_DAYS + 1)


def _is_overdue(starters: Starters, on: date) -> bool:
    return starters.inducted_on is None and on >= _induction_limit(starters)


def _induction_outcome(facts: Facts, on: date) -> Outcome:
    recent = _recent(facts, on)
    if not any(each.inducted_on or _is_overdue(each, on) for each in recent):
        return Outcome.CANNOT_TELL
    return Outcome.NOT_MET if any(_is_overdue(each, on) for each in recent) else Outcome.MET


def _induction_sentence(facts: Facts, overdue: int) -> str:
    if not facts.staff.here(facts.as_of):
        return _NO_STAFF
    recent = _recent(facts, facts.as_of)
    total = sum(each.people for each in recent)
    if not total:
        return "Nobody has started in the last 12 months, so the records cannot show an induction."
    if overdue:
        return (
            f"{people(overdue)} of {total} who started in the last 12 months have no induction "
            f"on record after {INDUCTION_DAYS} days."
        )
    waiting = sum(each.people for each in recent if each.inducted_on is None)
    done = total - waiting
    late = sum(
        each.people for each in recent if each.inducted_on is not None and each.inducted_on >= _induction_limit(each)
    )
    if not done:
        return f"{people(waiting)} started in the last {INDUCTION_DAYS} days. Nobody else is new."
    note = f" {people(late)} had it later than {INDUCTION_DAYS} days." if late else ""
    rest = f" {people(waiting)} only just started." if waiting else ""
    return f"Induction is recorded for {people(done)} who started in the last 12 months.{note}{rest}"


def _clause_outcome(facts: Facts, on: date) -> Outcome:
    here = facts.staff.here(on)
    if not here:
        return Outcome.CANNOT_TELL
    return Outcome.MET if all(each.has_clause for each in here) else Outcome.NOT_MET


def _clause_to_do(without: int, total: int) -> tuple[str, ...]:
    if not total:
        return (_ADD_STAFF,)
    if not without:
        return ()
    return (f"Have the clause signed by {people(without)}, then record the day.",)


def _list_outcome(facts: Facts, on: date) -> Outcome:
    here = facts.staff.here(on)
    if not here or facts.staff.checked_on is None:
        return Outcome.CANNOT_TELL
    if not all(each.has_job for each in here):
        return Outcome.NOT_MET
    fresh = on <= facts.staff.checked_on + timedelta(days=LIST_DAYS)
    return Outcome.MET if fresh else Outcome.LAPSED


def _list_sentence(facts: Facts, outcome: Outcome) -> str:
    here = facts.staff.here(facts.as_of)
    total = sum(each.people for each in here)
    checked = dates.in_words(facts.staff.checked_on) if facts.staff.checked_on else "never"
    match outcome:
        case Outcome.MET:
            return f"Your list has {people(total)} with their jobs. Last checked: {checked}."
        case Outcome.NOT_MET:
            missing = sum(each.people for each in here if not each.has_job)
            return f"{people(missing)} of {total} on your list have no job recorded."
        case Outcome.LAPSED:
            return f"Nobody has checked your list for more than {LIST_DAYS} days ({checked})."
        case Outcome.CANNOT_TELL:
            return _NO_STAFF


def _list_to_do(outcome: Outcome) -> tuple[str, ...]:
    match outcome:
        case Outcome.MET:
            return ()
        case Outcome.NOT_MET:
            return ("Say what each person does.",)
        case Outcome.LAPSED:
            return ("Look through the staff list, then say that you checked it.",)
        case Outcome.CANNOT_TELL:
            return (_ADD_STAFF,)
