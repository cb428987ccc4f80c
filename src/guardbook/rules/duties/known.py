"""What the records themselves say about duties: when one was done, whom it concerns, whether its role is vacant."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.rules.assessment import years
from guardbook.rules.assessment.status import Goal, Published
from guardbook.rules.duties.due import Done
from guardbook.rules.duties.duty import Duty, Situation
from guardbook.rules.facts import Facts
from guardbook.rules.registers import backups, exercises, fee, plans, policies, spot_checks, systems
from guardbook.rules.roles.vocabulary import Role

_YEAR = 12


def done(duty: Duty, facts: Facts, published: Iterable[Published]) -> tuple[Done, ...]:
    """Every time that the records show a duty done; the records are what shows it."""
    if duty.key == "toolkit-publication":
        return tuple(Done(each.on, years.closes_on(each.year)) for each in published if _is_full(each))
    if duty.key == "fee":
        return _fee(facts, duty)
    days = [*_KNOWN.get(duty.key, _nothing)(facts), *_whole(duty, facts)]
    return tuple(Done(each) for each in days)


def period_starts_on(facts: Facts) -> date | None:
    """When the next year with the data protection regulator starts: the day after the fee runs out."""
    return fee.next_period(facts.profile.ico_expires_on)


def situation(facts: Facts, cyber_essentials_until: date | None, chosen: frozenset[str]) -> Situation:
    """Which duties concern a provider, as far as the records say. ``chosen`` are duties that were once ticked."""
    held = {post.role for post in facts.roles.held(facts.as_of)}
    only_nhsmail = facts.profile.nhsmail_only
    return Situation(
        has_dpo=Role.DPO in held,
        has_guardian=Role.CALDICOTT_GUARDIAN in held,
        has_cyber_essentials=cyber_essentials_until is not None,
        has_own_mail=None if only_nhsmail is None else not only_nhsmail,
        chosen=chosen,
    )


def is_vacant(duty: Duty, facts: Facts) -> bool:
    """Whether the role that looks after a duty has nobody: the lead always counts, others once somebody held them."""
    if not duty.role or any(post.role == duty.role for post in facts.roles.held(facts.as_of)):
        return False
    return duty.role == Role.DSP_LEAD or any(post.role == duty.role for post in facts.roles.posts)


def renewed_on(until: date | None) -> tuple[Done, ...]:
    """When something that is good for a year was last renewed, from its last day."""
    return () if until is None else (Done(dates.add_months(until, -_YEAR)),)


def _is_full(published: Published) -> bool:
    return published.goal is not Goal.APPROACHING


def _fee(facts: Facts, duty: Duty) -> tuple[Done, ...]:
    """The fee that runs now was paid: it settles the last day to pay for the year it covers."""
    starts = period_starts_on(facts)
    if starts is None:
        return ()
    paid_from = dates.add_months(starts, -duty.months)
    return (Done(min(paid_from, facts.as_of), paid_from + timedelta(days=duty.days_after)),)


def _whole(duty: Duty, facts: Facts) -> tuple[date, ...]:
    """The day on which somebody had said of all the duty's registers that they are whole."""
    held = (facts.registers.by_slug.get(slug) for slug in duty.whole)
    return _longest_ago(kept.whole_on if kept else None for kept in held)


def _needs(facts: Facts) -> Iterable[date]:
    return () if facts.training.needs is None else (facts.training.needs.approved_on,)


def _exercises(facts: Facts) -> Iterable[date]:
    held = (each.entry for each in facts.registers.of(exercises.REGISTER).rows)
    return [on for on, _ in exercises.counting(held, facts.as_of)]


def _plans(facts: Facts) -> Iterable[date]:
    return _longest_ago(each.entry.approved_on for each in facts.registers.of(plans.REGISTER).rows)


def _access(facts: Facts) -> Iterable[date]:
    return _longest_ago(each.entry.access_reviewed_on for each in facts.registers.of(systems.REGISTER).rows)


def _policies(facts: Facts) -> Iterable[date]:
    return _longest_ago(each.approved_on for each in _documents(facts) if not each.is_notice())


def _notices(facts: Facts) -> Iterable[date]:
    return _longest_ago(each.approved_on for each in _documents(facts) if each.is_notice())


def _documents(facts: Facts) -> list[policies.Policy]:
    return [each.entry for each in facts.registers.of(policies.REGISTER).rows]


def _walks(facts: Facts) -> Iterable[date]:
    """Every walk-round that found something or nothing, so long as that was written down."""
    held = (each.entry for each in facts.registers.of(spot_checks.REGISTER).rows)
    return [each.done_on for each in held if each.done_on and each.is_written]


def _longest_ago(days: Iterable[date | None]) -> tuple[date, ...]:
    """The day of the one that was looked at longest ago, where all of them were: a look is at every one."""
    held = tuple(days)
    known = [each for each in held if each is not None]
    return (min(known),) if known and len(known) == len(held) else ()


def _restores(facts: Facts) -> Iterable[date]:
    """Every test that worked: one backup at a time is a sample."""
    held = (each.entry for each in facts.registers.of(backups.REGISTER).rows)
    return [each.tested_on for each in held if each.tested_on and backups.proven_until(each)]


def _nothing(_facts: Facts) -> Iterable[date]:
    return ()


_KNOWN: Mapping[str, Callable[[Facts], Iterable[date]]] = {
    "training-needs": _needs,
    "continuity-exercise": _exercises,
    "plan-review": _plans,
    "access-review": _access,
    "policy-review": _policies,
    "notice-review": _notices,
    "spot-check": _walks,
    "restore-test": _restores,
}
