"""What the provider says about itself."""

import pytest

from guardbook.actions import organisations
from guardbook.kernel.errors import NotPermitted, Refused
from guardbook.records.models import Organisation, Profile
from tests.cast import Cast


def test_a_new_name_is_shown_from_now_on(cast: Cast) -> None:
    organisations.rename(cast.asha, name=" Rose House Care ")

    assert Organisation.objects.get(pk=cast.asha.organisation_id).name == "Rose House Care"


def test_a_detail_nobody_asks_for_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="no detail called shoe_size"):
        organisations.say_details(cast.asha, details={"shoe_size": 7})


def test_an_officer_who_only_advises_changes_no_details(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        organisations.say_details(cast.dee, details={"ico_number": "ZA123456"})

    assert Profile.objects.of(cast.asha.organisation_id).get().ico_number == ""


def test_two_sites_never_share_a_name(cast: Cast) -> None:
    organisations.add_site(cast.asha, name="The Annexe")

    with pytest.raises(Refused, match="that name already"):
        organisations.add_site(cast.asha, name=" the annexe ")
