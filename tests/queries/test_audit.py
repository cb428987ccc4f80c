"""What happened, and facts as they were."""

from dataclasses import replace
from datetime import timedelta

import pytest

from guardbook.actions import organisations
from guardbook.kernel.errors import NotFound, NotPermitted
from guardbook.kernel.identifiers import uuid7
from guardbook.queries import audit
from guardbook.records.models import Profile
from tests.cast import Cast


def test_any_fact_can_be_read_as_of_an_instant(cast: Cast) -> None:
    start = cast.asha.now
    later = replace(cast.asha, now=start + timedelta(days=30))
    organisations.say_details(cast.asha, details={"ico_number": "ZA111111"})
    organisations.say_details(later, details={"ico_number": "ZA222222"})
    profile = Profile.objects.of(cast.asha.organisation_id).get()

    known = [
        audit.as_of(cast.asha.organisation_id, "records_profile", profile.pk, start + timedelta(days=days))
        for days in (-1, 1, 31)
    ]

    assert [row and row["ico_number"] for row in known] == [None, "ZA111111", "ZA222222"]


def test_the_history_of_a_record_is_newest_first(cast: Cast) -> None:
    organisations.say_details(cast.asha, details={"ico_number": "ZA111111"})
    organisations.say_details(cast.asha, details={"ico_number": "ZA222222"})
    profile = Profile.objects.of(cast.asha.organisation_id).get()

    found = audit.history(cast.asha, profile.pk)

    assert [happening.changes["ico_number"] for happening in found] == [["ZA111111", "ZA222222"], ["", "ZA111111"]]


def test_a_record_nobody_touched_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        audit.history(cast.asha, uuid7())


def test_another_providers_record_has_no_history_here(cast: Cast) -> None:
    profile = Profile.objects.of(cast.carol.organisation_id).get()

    with pytest.raises(NotFound):
        audit.history(cast.asha, profile.pk)


def test_somebody_without_access_to_history_is_refused(cast: Cast) -> None:
    with pytest.raises(NotPermitted):
        audit.journal(cast.ben)


def test_the_journal_comes_in_pages(cast: Cast) -> None:
    for number in range(audit.PAGE + 5):
        organisations.say_details(cast.asha, details={"people_supported": number})

    first = audit.journal(cast.asha)
    second = audit.journal(cast.asha, first[audit.PAGE - 1].sequence)

    assert len(first) == audit.PAGE + 1
    assert second[0].sequence == first[audit.PAGE - 1].sequence - 1
