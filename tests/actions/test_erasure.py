"""Removing an organisation whole."""

import pytest

from guardbook.actions import erasure, organisations
from guardbook.kernel.errors import NotPermitted, Refused
from guardbook.records import ledger
from guardbook.records.models import AuditEvent, EventDetail, Grant, Organisation, Profile, Revision, Site, User
from tests.cast import Cast, user_id


def test_removing_an_organisation_leaves_nothing_of_it_but_a_chain_that_verifies(cast: Cast) -> None:
    organisations.add_site(cast.asha, name="The Annexe")
    organisation = cast.asha.organisation_id

    erasure.erase(cast.asha, name="Rose House", reason="It was a trial")

    assert not Organisation.objects.filter(pk=organisation).exists()
    for table in (Grant, Profile, Site, Revision):
        assert not table.objects.filter(organisation_id=organisation).exists()
    assert AuditEvent.objects.filter(organisation_id=organisation).count() > 1
    assert EventDetail.objects.filter(organisation_id=organisation).count() == 1
    assert list(ledger.faults()) == []


def test_people_who_belonged_only_to_it_go_and_others_stay(cast: Cast) -> None:
    erasure.erase(cast.asha, name="Rose House", reason="It was a trial")

    left = set(User.objects.values_list("pk", flat=True))
    assert left == {user_id(cast.asha), user_id(cast.carol)}


def test_another_organisation_is_untouched(cast: Cast) -> None:
    before = set(Revision.objects.filter(organisation_id=cast.carol.organisation_id).values_list("id", flat=True))

    erasure.erase(cast.asha, name="Rose House", reason="It was a trial")

    after = set(Revision.objects.filter(organisation_id=cast.carol.organisation_id).values_list("id", flat=True))
    assert after == before
    assert Profile.objects.filter(organisation_id=cast.carol.organisation_id).exists()


def test_the_name_must_be_typed_to_confirm(cast: Cast) -> None:
    with pytest.raises(Refused, match="Rose House"):
        erasure.erase(cast.asha, name="Rose", reason="A slip")

    assert Organisation.objects.filter(pk=cast.asha.organisation_id).exists()


def test_only_an_owner_may_remove_an_organisation(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        erasure.erase(cast.mina, name="Rose House", reason="A grudge")
