"""Who may decide today to live with a risk: looked up in the roles as they are held now (rule A-12)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from guardbook.kernel import clock
from guardbook.queries.access import Context, question
from guardbook.queries.roles import held
from guardbook.records.models import Grant, Person
from guardbook.rules.access import AccessRole, Permission
from guardbook.rules.registers.risk_acceptance import Accepter
from guardbook.rules.roles.vocabulary import Post, Role


@dataclass(frozen=True, slots=True)
class Decider:
    """Somebody who may decide, and as what. ``user_id`` is how they sign in, where they do."""

    key: str
    name: str
    decides_as: Accepter
    user_id: UUID | None


@dataclass(frozen=True, slots=True)
class Deciders:
    """Everybody who may decide, and whether there is an owner of information risk."""

    siro_appointed: bool
    people: tuple[Decider, ...]

    def named(self, key: str) -> Decider | None:
        """The one with this key, or None."""
        return next((each for each in self.people if each.key == key), None)


@question(Permission.RISK_ACCEPT)
def deciders(ctx: Context) -> Deciders:
    """Who may decide today. Three queries at most."""
    return today(ctx.organisation_id, clock.uk_today(ctx.now))


def today(organisation_id: UUID, on: date) -> Deciders:
    """Who may decide on a day: the owner of information risk or, where there is none, the Lead and the owners."""
    posts = [each for each in held.holdings(organisation_id) if each.holds_on(on) and each.is_accountable]
    siros = [_holder(each, Accepter.SIRO) for each in posts if each.role is Role.SIRO]
    if siros:
        return Deciders(siro_appointed=True, people=tuple(siros))
    leads = [_holder(each, Accepter.DSP_LEAD) for each in posts if each.role is Role.DSP_LEAD]
    found = {each.user_id or each.key: each for each in (*_owners(organisation_id, on), *leads)}
    return Deciders(siro_appointed=False, people=tuple(found.values()))


def _holder(holding: held.Holding, decides_as: Accepter) -> Decider:
    return Decider(str(holding.person_id or holding.id), holding.who, decides_as, holding.user_id)


def _owners(organisation_id: UUID, on: date) -> Iterator[Decider]:
    """Owners on the staff list, and owners of the organisation's account."""
    people = Person.objects.of(organisation_id).exclude(posts=[]).filter(Q(left_on=None) | Q(left_on__gte=on))
    for key, name, user_id, posts in people.order_by("name").values_list("id", "name", "user_id", "posts"):
        if Post.OWNER.value in posts:
            yield Decider(str(key), name, Accepter.OWNER, user_id)
    grants = Grant.objects.of(organisation_id).filter(access_role=AccessRole.OWNER, until=None, user__is_active=True)
    for user_id, name in grants.order_by("user__name").values_list("user_id", "user__name").distinct():
        yield Decider(str(user_id), name, Accepter.OWNER, user_id)
