"""What some registers show of an entry beside its answers: how big a risk is, who read a policy, how a walk-round went."""

from collections.abc import Callable, Mapping
from typing import Any

from guardbook.queries.access import Context
from guardbook.queries.registers import acceptances
from guardbook.queries.registers.reading import Found
from guardbook.rules.registers import advice, contributions, policies, risks, spot_checks
from guardbook.rules.registers.advice import OfficerAdvice
from guardbook.rules.registers.contributions import Contribution
from guardbook.rules.registers.policies import Policy
from guardbook.rules.registers.risks import Risk
from guardbook.rules.registers.spot_checks import SpotCheck
from guardbook.web import words
from guardbook.web.components import Cell, Link, Row, Tag, Tone
from guardbook.web.registers.look import go
from guardbook.web.registers.pages import policy as policy_pages

Rows = tuple[Row, ...]


def rows(ctx: Context, slug: str, found: Found[Any]) -> Rows:
    """What stands beside the answers of one entry; nothing for most registers."""
    make = _ROWS.get(slug)
    return make(ctx, found) if make else ()


def _risk(_ctx: Context, found: Found[Risk]) -> Rows:
    entry = found.entry
    size = Row("How big it is", _size(entry.score))
    if entry.accepted_on is None or entry.accepted_until is None:
        return (size,)
    when = f"By {entry.accepted_by} on {words.day(entry.accepted_on)}, until {words.day(entry.accepted_until)}."
    return (size, Row("Accepted", when), Row("Because", entry.accepted_because))


def _size(score: int | None) -> Cell:
    if score is None:
        return "Not worked out yet"
    if score >= risks.HIGH_FROM:
        return Tag(f"High: {score} of 25", Tone.PROBLEM)
    return Tag(f"Medium: {score} of 25", Tone.WARNING) if score >= risks.MEDIUM_FROM else Tag(f"Low: {score} of 25")


def _policy(ctx: Context, found: Found[Policy]) -> Rows:
    if policies.not_to_be_accepted(found.entry):
        return ()
    accepted, total = acceptances.figure(ctx, found)
    readers = Link("See who", go(ctx, "policy-readers", entry_id=found.id), "has accepted it")
    return (Row("Accepted by staff", policy_pages.accepted_words(accepted, total, found.entry), [readers]),)


def _spot_check(_ctx: Context, found: Found[SpotCheck]) -> Rows:
    score = found.entry.score
    result = (Row("Result", score.in_words),) if score.in_words else ()
    return (*result, Row("Still to put right", words.count(score.open, "thing"))) if score.open else result


def _advice(_ctx: Context, found: Found[OfficerAdvice]) -> Rows:
    entry = found.entry
    if not entry.answer or entry.answered_on is None:
        return ()
    who = f"{advice.Answer(entry.answer).label}. {entry.answered_by} decided it on {words.day(entry.answered_on)}."
    because = (Row("Why", entry.answered_because),) if entry.answered_because else ()
    return (Row("What the service did", who), *because)


def _contribution(_ctx: Context, found: Found[Contribution]) -> Rows:
    return (Row("How far it has come", found.entry.step.label),)


_ROWS: Mapping[str, Callable[[Context, Found[Any]], Rows]] = {
    advice.REGISTER.slug: _advice,
    contributions.REGISTER.slug: _contribution,
    risks.REGISTER.slug: _risk,
    policies.REGISTER.slug: _policy,
    spot_checks.REGISTER.slug: _spot_check,
}
