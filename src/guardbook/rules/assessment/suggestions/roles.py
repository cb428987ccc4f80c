"""Suggestions that read the key roles: the lead (item 1.1.5) and training for roles (item 3.4.1)."""

from datetime import date

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions.suggestion import (
    Asked,
    Outcome,
    Rows,
    Selector,
    Suggestion,
    changes_on,
)
from guardbook.rules.facts import Facts, Post, RoleFacts
from guardbook.rules.verdict import Confidence, Reason

LEAD = "dsp_lead"
_STAFFING_PAGE = "https://www.digitalcarehub.co.uk/dspt/answer-dspt-questions/staffing-and-roles/"
_YEAR = 12


def lead_appointed(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether exactly one accountable lead holds the role, with evidence and acceptance.

    Source: item 1.1.5 and rule A-08 (what makes an appointment complete).
    """
    del asked
    roles, on = facts.roles, facts.judged_on
    faults = _lead_faults(roles, on)
    outcome = _lead_outcome(roles, on)
    return Suggestion(
        outcome,
        Reason(_lead_sentence(roles, facts, outcome), "A-08", Confidence.READ, _STAFFING_PAGE),
        facts.as_of,
        answer=_lead_answer(roles.held(on)) if outcome is Outcome.MET else "",
        to_do=faults,
        selectors=(Selector(Rows.POSTS, on),),
        stale_on=changes_on(on, lambda day: _lead_outcome(roles, day), roles.moves()),
    )


def role_training(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether everybody who holds a key role has had training for that role.

    Source: item 3.4.1 and rule F-03. No window is known; older than a year is said, not failed.
    """
    del asked
    on = facts.judged_on
    outcome = _trained_outcome(facts.roles, on)
    untrained = [post for post in _in_house(facts.roles, on) if not post.role_training_on]
    return Suggestion(
        outcome,
        Reason(_trained_sentence(facts, untrained), "F-03", Confidence.READ_SECOND),
        facts.as_of,
        answer=_trained_answer(facts) if outcome is Outcome.MET else "",
        to_do=tuple(f"Record training for the role of {post.title} ({post.holder})." for post in untrained),
        selectors=(Selector(Rows.POSTS_UNTRAINED if untrained else Rows.POSTS, on),),
        stale_on=changes_on(on, lambda day: _trained_outcome(facts.roles, day), facts.roles.moves()),
    )


def _leads(roles: RoleFacts, on: date) -> list[Post]:
    return [post for post in roles.held(on) if post.role == LEAD and post.is_accountable and not post.is_deputy]


def _lead_faults(roles: RoleFacts, on: date) -> tuple[str, ...]:
    leads = _leads(roles, on)
    if not leads:
        return ("Appoint a Data Security and Protection Lead.",)
    if len(leads) > 1:
        return ("Choose one of the leads to be accountable. The others can share the work.",)
    [lead] = leads
    checks = (
        (lead.evidence, f"Record how the role was given to {lead.holder}."),
        (lead.accepted_on, f"Ask {lead.holder} to accept the role."),
    )
    return tuple(fault for present, fault in checks if not present)


def _former(roles: RoleFacts, on: date) -> list[Post]:
    ended = [p for p in roles.posts if p.role == LEAD and p.is_accountable and p.until_on and p.until_on < on]
    return sorted(ended, key=lambda post: post.until_on or on)


def _lead_outcome(roles: RoleFacts, on: date) -> Outcome:
    if not _lead_faults(roles, on):
        return Outcome.MET
    return Outcome.LAPSED if not _leads(roles, on) and _former(roles, on) else Outcome.NOT_MET


def _lead_sentence(roles: RoleFacts, facts: Facts, outcome: Outcome) -> str:
    leads = _leads(roles, facts.judged_on)
    match outcome:
        case Outcome.MET:
            return f"{leads[0].holder} is the accountable lead, and the paperwork is complete."
        case Outcome.LAPSED:
            last = _former(roles, facts.judged_on)[-1]
            stops = "stopped" if last.until_on and last.until_on < facts.as_of else "stops"
            last_day = dates.in_words(last.until_on or facts.as_of)
            return f"{last.holder} {stops} being the lead on {last_day}, and nobody follows."
        case Outcome.NOT_MET | Outcome.CANNOT_TELL:
            if not leads:
                return "Nobody is recorded as the accountable lead for data security."
            if len(leads) > 1:
                return f"{len(leads)} people are marked as accountable. There must be exactly one."
            return f"The appointment of {leads[0].holder} is not complete yet."


def _lead_answer(held: tuple[Post, ...]) -> str:
    lead = next(p for p in held if p.role == LEAD and p.is_accountable and not p.is_deputy)
    named = f"our {lead.job_title} ({lead.holder})" if lead.job_title else lead.holder
    sentences = [f"Our {lead.title} is {named}.", f"The role was given by {lead.evidence}."]
    helpers = [p for p in held if p.role == LEAD and p is not lead and not p.is_deputy]
    if helpers:
        names = ", ".join(post.job_title or post.holder for post in helpers)
        sentences.append(f"Parts of the work are shared with: {names}.")
    sentences += [
        f"Our {post.title} is {post.job_title or post.holder}."
        for post in held
        if post.role != LEAD and not post.is_deputy
    ]
    return " ".join(sentences)


def _in_house(roles: RoleFacts, on: date) -> list[Post]:
    return [post for post in roles.held(on) if not post.is_external and not post.is_deputy]


def _trained_outcome(roles: RoleFacts, on: date) -> Outcome:
    holders = _in_house(roles, on)
    if not holders:
        return Outcome.CANNOT_TELL
    trained = all(post.role_training_on and post.role_training_on <= on for post in holders)
    return Outcome.MET if trained else Outcome.NOT_MET


def _trained_sentence(facts: Facts, untrained: list[Post]) -> str:
    holders = _in_house(facts.roles, facts.judged_on)
    if not holders:
        return "No key role is recorded yet, so there is nobody whose training we can check."
    if untrained:
        names = ", ".join(f"{post.holder} ({post.title})" for post in untrained)
        return f"No training for the role is recorded for: {names}."
    old = dates.add_months(facts.judged_on, -_YEAR)
    stale = [post.holder for post in holders if (post.role_training_on or old) < old]
    if stale:
        return (
            "Everybody who holds a key role has had training for it. "
            f"It is good practice to repeat it each year: {', '.join(stale)}."
        )
    return "Everybody who holds a key role has had training for it in the last year."


def _trained_answer(facts: Facts) -> str:
    held = _in_house(facts.roles, facts.judged_on)
    parts = [f"{post.title}, {dates.in_words(post.role_training_on)}" for post in held if post.role_training_on]
    return f"Yes. Training for the role is recorded: {'; '.join(parts)}."
