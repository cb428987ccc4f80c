"""Suggestions that read the organisation's profile: the data protection fee (item 1.1.1)."""

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
from guardbook.rules.facts import Facts, ProfileFacts, day_after
from guardbook.rules.verdict import Confidence, Reason

_SOURCE = "Data Protection (Charges and Information) Regulations 2018"


def ico_registration(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the data protection fee will be paid up on the day of publication.

    Source: item 1.1.1 and rule D-13. A fee runs to its last day inclusive.
    """
    del asked
    profile, on = facts.profile, facts.judged_on
    outcome = _outcome(profile, on)
    return Suggestion(
        outcome,
        Reason(_sentence(profile, facts), "D-13", Confidence.READ, _SOURCE),
        facts.as_of,
        answer=profile.ico_number,
        to_do=() if outcome is Outcome.MET else _to_do(profile),
        selectors=(Selector(Rows.PROFILE, on),),
        stale_on=changes_on(on, lambda day: _outcome(profile, day), [_over_on(profile)]),
    )


def _over_on(profile: ProfileFacts) -> date | None:
    return day_after(profile.ico_expires_on) if profile.ico_expires_on else None


def _outcome(profile: ProfileFacts, on: date) -> Outcome:
    if not profile.ico_number or profile.ico_expires_on is None:
        return Outcome.CANNOT_TELL
    return Outcome.MET if profile.ico_expires_on >= on else Outcome.LAPSED


def _sentence(profile: ProfileFacts, facts: Facts) -> str:
    if not profile.ico_number and profile.ico_exempt_because:
        return (
            f"You recorded that you need not pay the fee: {profile.ico_exempt_because}. "
            "A person must decide this, because keeping care records on a computer or using "
            "CCTV brings the fee back."
        )
    if not profile.ico_number:
        return "Your profile has no registration number with the data protection regulator."
    if profile.ico_expires_on is None:
        return "Your profile has the registration number but not the day it runs out."
    last_day = dates.in_words(profile.ico_expires_on)
    if profile.ico_expires_on >= facts.judged_on:
        return f"Registration {profile.ico_number} is paid up until {last_day}."
    if profile.ico_expires_on >= facts.as_of:
        return (
            f"Registration {profile.ico_number} runs out on {last_day}, "
            f"before you plan to publish ({dates.in_words(facts.judged_on)})."
        )
    return f"Registration {profile.ico_number} ran out on {last_day}."


def _to_do(profile: ProfileFacts) -> tuple[str, ...]:
    if not profile.ico_number:
        return ("Add your registration number and its last day to your profile.",)
    if profile.ico_expires_on is None:
        return ("Add the day your registration runs out to your profile.",)
    return ("Renew the data protection fee, then put the new last day in your profile.",)
