"""Who could take a role, each with the conflicts already worked out."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.queries.roles import held, judged
from guardbook.records.models import Person
from guardbook.rules.access import Permission
from guardbook.rules.roles import combinations, conflicts
from guardbook.rules.roles.appointment import is_senior
from guardbook.rules.roles.vocabulary import Finding, Outcome, Post, Role, worst


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person, their posts and roles, and what speaks against them in the new role."""

    id: UUID
    name: str
    job_title: str
    posts: frozenset[Post]
    roles: frozenset[Role]
    decides_data_use: bool | None
    is_senior: bool
    findings: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """The worst of the findings."""
        return worst(self.findings)


@question(Permission.ROLE_VIEW)
def candidates(context: Context, role: Role) -> tuple[Candidate, ...]:
    """Everybody who works here now, the fittest first. Two queries."""
    found = _judged(context, role, _active(context))
    return tuple(sorted(found, key=lambda one: (one.outcome.rank, not one.is_senior, one.name)))


@question(Permission.ROLE_VIEW)
def candidate(context: Context, role: Role, person_id: UUID) -> Candidate | None:
    """One person who works here now, or None. Two queries."""
    return next(_judged(context, role, _active(context) & Q(pk=person_id)), None)


def _active(context: Context) -> Q:
    return Q(left_on=None) | Q(left_on__gte=clock.uk_today(context.now))


def _judged(context: Context, role: Role, which: Q) -> Iterator[Candidate]:
    on = clock.uk_today(context.now)
    roles: dict[judged.Key, set[Role]] = {}
    for one in held.holdings(context.organisation_id):
        if one.holds_on(on):
            roles.setdefault(judged.key_of(one), set()).add(one.role)
    people = Person.objects.of(context.organisation_id).filter(which).order_by("name", "id")
    for key, name, job, names, decides in people.values_list("id", "name", "job_title", "posts", "decides_data_use"):
        posts = frozenset(Post(one) for one in names)
        holds = frozenset(roles.get(key, ())) - {role}
        found = _findings(role, posts, holds, decides)
        yield Candidate(key, name, job, posts, holds, decides, is_senior(posts), found)


def _findings(role: Role, posts: frozenset[Post], holds: frozenset[Role], decides: bool | None) -> tuple[Finding, ...]:
    pairs = combinations.combinations(combinations.Facts(holds | {role}, posts, decides)).pairs
    if role is not Role.DPO:
        return pairs
    asked = conflicts.Facts(posts=posts, other_roles=holds, decides_purposes_or_means=decides)
    return (*conflicts.conflicts(asked).findings, *pairs)
