"""A-13: when a role must be looked at again, and which events re-open a decision at once.

No law sets an interval; twelve months is our own default.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.rules.organisations import Profile
from guardbook.rules.roles import combinations, conflicts, kind, requirement, sources
from guardbook.rules.roles.vocabulary import Finding, Need, Outcome, Post, Role, Severity, worst
from guardbook.rules.verdict import Confidence, Reason

INTERVAL = timedelta(days=365)
TARGET = timedelta(days=30)
LONG_ABSENCE_DAYS = 28


@dataclass(frozen=True, slots=True)
class Facts:
    """One role, held or decided against, at its last confirmation and now.

    ``before`` is the profile as it was then, ``after`` as it is now. ``posts`` are the
    holder's posts now, ``posts_gained`` those since. ``submit_by`` is the toolkit's deadline:
    a review is due before it where that comes first.
    """

    role: Role
    as_of: date
    confirmed_on: date
    held: bool = True
    submit_by: date | None = None
    before: Profile | None = None
    after: Profile | None = None
    posts: frozenset[Post] = frozenset()
    posts_gained: frozenset[Post] = frozenset()
    other_roles: frozenset[Role] = frozenset()
    absent_days: int = 0


@dataclass(frozen=True, slots=True)
class Reopened:
    """An event that re-opens the role: what happened, which rules to run again, and by when."""

    event: str
    rules: tuple[str, ...]
    reason: Reason
    due_on: date


@dataclass(frozen=True, slots=True)
class Review:
    """When the next review is due, whether it is late, what re-opened it and what was found."""

    next_review_on: date
    overdue: bool
    reopened: tuple[Reopened, ...]
    findings: tuple[Finding, ...]
    need_before: Need | None
    need_after: Need | None
    vacancy_in_waiting: bool


def review(facts: Facts) -> Review:
    """When a role is due to be confirmed again, and what has happened since that cannot wait."""
    next_on = _next_review(facts)
    before, after = _need(facts, facts.before), _need(facts, facts.after)
    found = _posts(facts)
    return Review(
        next_review_on=next_on,
        overdue=facts.as_of > next_on,
        reopened=(*_profile_events(facts, before, after), *_holder_events(facts)),
        findings=(*_late(facts, next_on), *found),
        need_before=before,
        need_after=after,
        vacancy_in_waiting=facts.held and worst(found) is Outcome.BLOCK,
    )


def _next_review(facts: Facts) -> date:
    yearly = facts.confirmed_on + INTERVAL
    if facts.submit_by is not None and facts.confirmed_on < facts.submit_by < yearly:
        return facts.submit_by
    return yearly


def _need(facts: Facts, profile: Profile | None) -> Need | None:
    if profile is None:
        return None
    return requirement.requirement(requirement.Facts(profile, facts.as_of)).of(facts.role).need


def _profile_events(facts: Facts, need_before: Need | None, need_after: Need | None) -> tuple[Reopened, ...]:
    before, after = facts.before, facts.after
    if before is None or after is None:
        return ()
    was, now = kind.kind(before).kind, kind.kind(after).kind
    changes = {
        "kind_changed": (was is not now, ("A-03", "A-02"), "The kind of provider has changed."),
        "owner_changed": (before.owned_by != after.owned_by, ("A-03", "A-02"), "The owner has changed."),
        "new_site": ((after.sites or 0) > (before.sites or 0), ("A-03",), "There is a new site."),
        "funding_changed": (before.funding != after.funding, ("A-05", "A-01"), "The way care is paid for has changed."),
        "monitoring_started": (
            bool(after.core_monitoring) and not before.core_monitoring,
            ("A-02",),
            "New technology watches people as part of their care.",
        ),
        "need_changed": (need_before is not need_after, ("A-01",), "What this role needs has changed."),
    }
    return tuple(_reopened(facts, name, rules, text) for name, (happened, rules, text) in changes.items() if happened)


def _holder_events(facts: Facts) -> tuple[Reopened, ...]:
    events = []
    if facts.posts_gained:
        events.append(_reopened(facts, "new_post", ("A-04", "A-07"), "The holder has a new post."))
    if facts.absent_days > LONG_ABSENCE_DAYS:
        events.append(_reopened(facts, "long_absence", ("A-09",), "The holder has been away for more than 28 days."))
    return tuple(events)


def _posts(facts: Facts) -> tuple[Finding, ...]:
    """The conflicts and combinations again, once the holder has a new post."""
    if not facts.posts_gained:
        return ()
    posts = facts.posts | facts.posts_gained
    pairs = combinations.combinations(combinations.Facts(facts.other_roles | {facts.role}, posts)).pairs
    if facts.role is not Role.DPO:
        return pairs
    return (*conflicts.conflicts(conflicts.Facts(posts, facts.other_roles)).findings, *pairs)


def _late(facts: Facts, next_on: date) -> tuple[Finding, ...]:
    if facts.as_of <= next_on:
        return ()
    reason = Reason("This role was due to be confirmed again.", "A-13", Confidence.DEFAULT, sources.OUR_CHOICE)
    return (Finding("confirm_again", Outcome.FAIL, Severity.MEDIUM, reason, "Confirm it again.", next_on),)


def _reopened(facts: Facts, event: str, rules: tuple[str, ...], text: str) -> Reopened:
    reason = Reason(text, "A-13", Confidence.DEFAULT, sources.OUR_CHOICE)
    return Reopened(event, rules, reason, facts.as_of + TARGET)
