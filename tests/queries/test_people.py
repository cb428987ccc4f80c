"""The staff list is read in a constant number of queries, page by page, and by nobody else."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest

from guardbook.actions import people as actions
from guardbook.actions.people import Details, Leaving
from guardbook.kernel.errors import NotFound, NotPermitted
from guardbook.queries import people
from guardbook.queries.people import PAGE, Listing, Show, Sort
from guardbook.rules.people import Kind
from tests.cast import Cast

Counted = Callable[[int], AbstractContextManager[object]]


def hire(cast: Cast, count: int) -> list[UUID]:
    """So many people, with names in another order than their start."""
    made = []
    for number in range(count):
        started = date(2020, 1, 1 + number % 28) if number % 3 else None
        details = Details(f"Person {count - number:03}", Kind.EMPLOYEE, f"Job {number % 4}", started_on=started)
        made.append(actions.add(cast.asha, details=details))
    return made


@pytest.mark.parametrize("size", [2, PAGE + 5])
def test_a_page_of_the_list_takes_two_queries(cast: Cast, django_assert_num_queries: Counted, size: int) -> None:
    hire(cast, size)

    with django_assert_num_queries(2):
        page = people.staff(cast.asha, Listing())

    assert len(page.entries) == min(size, PAGE)


@pytest.mark.parametrize("sort", Sort)
def test_pages_follow_one_another_without_a_gap(cast: Cast, sort: Sort) -> None:
    hired = hire(cast, PAGE + 7)

    first = people.staff(cast.asha, Listing(sort=sort))
    second = people.staff(cast.asha, Listing(sort=sort, after=first.next_after))

    seen = [entry.id for entry in (*first.entries, *second.entries)]
    assert sorted(seen) == sorted(hired)
    assert second.next_after is None
    assert seen == [entry.id for entry in people.everybody(cast.asha, Listing(sort=sort))]


def test_those_who_left_are_shown_apart(cast: Cast) -> None:
    here, gone = hire(cast, 2)
    actions.leave(cast.asha, person_id=gone, leaving=Leaving(date(2026, 11, 21)))

    shown = {show: [entry.id for entry in people.staff(cast.asha, Listing(show=show)).entries] for show in Show}

    assert shown == {Show.HERE: [here], Show.LEFT: [gone], Show.ALL: [gone, here]}


def test_a_page_after_somebody_unknown_starts_at_the_beginning(cast: Cast) -> None:
    (only,) = hire(cast, 1)

    page = people.staff(cast.asha, Listing(after=cast.asha.organisation_id))

    assert [entry.id for entry in page.entries] == [only]


def test_findings_take_one_query_for_everybody(cast: Cast, django_assert_num_queries: Counted) -> None:
    hire(cast, 9)

    with django_assert_num_queries(1):
        found = people.findings(cast.asha)

    assert len(found.findings) == 18


def test_job_titles_are_those_of_people_here_now(cast: Cast) -> None:
    hired = hire(cast, 2)
    actions.leave(cast.asha, person_id=hired[1], leaving=Leaving(date(2026, 11, 21)))

    assert people.job_titles(cast.asha) == ("Job 0",)


def test_strangers_and_plain_staff_see_nobody(cast: Cast) -> None:
    (person_id,) = hire(cast, 1)

    assert people.staff(cast.carol, Listing()).entries == ()
    with pytest.raises(NotFound):
        people.person(cast.carol, person_id)
    with pytest.raises(NotFound):
        people.staff(cast.stranger(cast.asha), Listing())
    with pytest.raises(NotPermitted):
        people.staff(cast.ben, Listing())
