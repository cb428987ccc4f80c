"""Who may do what."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.kernel.identifiers import uuid7
from guardbook.rules.access import GRANTS, AccessRole, Held, Permission, may_grant, reach

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SITE = uuid7()

grants = st.lists(
    st.builds(
        Held,
        role=st.sampled_from(AccessRole),
        until=st.one_of(st.none(), st.datetimes(timezones=st.just(UTC))),
        site_id=st.one_of(st.none(), st.just(SITE)),
    )
)


def test_every_role_has_its_permissions_and_words() -> None:
    assert set(GRANTS) == set(AccessRole)
    assert all(role.label for role in AccessRole)


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        (AccessRole.OWNER, Permission.ORGANISATION_ERASE, None),
        (AccessRole.MANAGER, Permission.ASSESSMENT_PUBLISH, Permission.ORGANISATION_ERASE),
        (AccessRole.CONTRIBUTOR, Permission.ITEM_ANSWER, Permission.ITEM_CONFIRM),
        (AccessRole.READER, Permission.ITEM_VIEW, Permission.ITEM_ANSWER),
        (AccessRole.DPO, Permission.ITEM_COMMENT, Permission.ITEM_ANSWER),
        (AccessRole.DPO, Permission.PEOPLE_VIEW, Permission.ROLE_APPOINT),
        (AccessRole.STAFF, Permission.ROLE_ACCEPT, Permission.PEOPLE_VIEW),
        (AccessRole.STAFF, Permission.POLICY_READ, Permission.REGISTER_VIEW),
        (AccessRole.SIRO, Permission.RISK_ACCEPT, Permission.REGISTER_EDIT),
        (AccessRole.CONTRIBUTOR, Permission.REGISTER_EDIT, Permission.RISK_ACCEPT),
    ],
)
def test_a_role_may_what_it_is_for_and_no_more(role: AccessRole, may: Permission, may_not: Permission | None) -> None:
    held = reach([Held(role)], NOW)

    assert may in held.permissions
    assert may_not not in held.permissions


@pytest.mark.parametrize(
    ("until", "is_member"),
    [(NOW, False), (NOW + timedelta(seconds=1), True), (NOW - timedelta(days=1), False), (None, True)],
    ids=["ends now", "ends in a second", "ended", "open"],
)
def test_a_grant_holds_until_its_end_and_not_at_it(until: datetime | None, is_member: bool) -> None:
    assert reach([Held(AccessRole.READER, until)], NOW).is_member is is_member


def test_one_grant_without_a_site_opens_every_site() -> None:
    only_site: frozenset[UUID] = frozenset({SITE})

    assert reach([Held(AccessRole.READER, None, SITE)], NOW).sites == only_site
    assert reach([Held(AccessRole.READER, None, SITE), Held(AccessRole.READER)], NOW).sites is None


def test_a_stranger_reaches_nothing() -> None:
    held = reach([], NOW)

    assert not held.is_member
    assert not held.permissions


@given(grants, grants)
def test_more_grants_never_take_a_permission_away(some: list[Held], more: list[Held]) -> None:
    assert reach(some, NOW).permissions <= reach(some + more, NOW).permissions


@given(grants, st.sampled_from(AccessRole))
def test_nobody_hands_out_more_than_they_hold(some: list[Held], role: AccessRole) -> None:
    giver = reach(some, NOW)

    assert not may_grant(giver, role) or GRANTS[role] <= giver.permissions
