"""A walk-round with a phone: what was found, what is done about it, and photos that show nobody."""

import io
from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest

from guardbook.actions.registers import entries, walking
from guardbook.actions.registers.walking import Remedy
from guardbook.kernel.errors import NotFound, NotPermitted, Refused
from guardbook.queries import evidence
from guardbook.queries.access import Context
from guardbook.queries.registers import entries as questions
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.registers.spot_checks import REGISTER, SpotCheck
from guardbook.rules.registers.walk_round import Finding
from guardbook.rules.roles.vocabulary import Post
from tests.cast import Cast
from tests.factories import roles as factory
from tests.outside import samples

TODAY, LATER = date(2026, 11, 22), date(2026, 12, 1)


@pytest.fixture
def walk(cast: Cast) -> UUID:
    return entries.add(cast.asha, register=REGISTER, entry=SpotCheck(name="Ground floor", done_on=TODAY))


def kept(context: Context, walk: UUID) -> SpotCheck:
    return questions.one(context, REGISTER, walk).found.entry


def noted(context: Context, walk: UUID, **said: str) -> None:
    walking.note_findings(context, entry_id=walk, said={key: Finding(value) for key, value in said.items()})


def picture() -> Any:
    stream = io.BytesIO(samples.picture("PNG"))
    return SimpleNamespace(name="door.png", read=stream.read, seek=stream.seek, tell=stream.tell)


def test_what_is_found_at_each_stop_adds_up(cast: Cast, walk: UUID) -> None:
    noted(cast.asha, walk, post="ok", badges="not_ok")
    noted(cast.mina, walk, printer="ok", camera_signs="n/a")

    entry = kept(cast.asha, walk)

    assert (entry.ok, entry.not_ok, entry.not_applicable, entry.unowned) == (2, 1, 1, 1)
    assert entry.score.in_words == "2 of 3 OK (66.7%)"


def test_a_fault_is_in_hand_once_somebody_does_something_by_a_day(cast: Cast, walk: UUID) -> None:
    person = factory.hire(cast.asha, "Una", Post.DEPUTY_MANAGER)
    noted(cast.asha, walk, badges="not_ok")

    remedy = Remedy("Order badges", "Two staff had none", person, LATER)
    walking.plan_remedy(cast.asha, entry_id=walk, look="badges", remedy=remedy)

    entry = kept(cast.asha, walk)
    assert (entry.unowned, entry.open_actions, entry.next_due_on) == (0, 1, LATER)
    noted(cast.asha, walk, badges="not_ok", post="ok")
    assert kept(cast.asha, walk).next_due_on == LATER
    noted(cast.asha, walk, badges="ok")
    assert kept(cast.asha, walk).open_actions == 0


def test_what_is_put_right_on_the_spot_needs_nobody(cast: Cast, walk: UUID) -> None:
    noted(cast.asha, walk, badges="not_ok")

    walking.plan_remedy(cast.asha, entry_id=walk, look="badges", remedy=Remedy("Put on", done_on=TODAY))

    assert (kept(cast.asha, walk).unowned, kept(cast.asha, walk).open_actions) == (0, 0)


@pytest.mark.parametrize(
    ("remedy", "says"),
    [
        (Remedy(" ", done_on=TODAY), "what will be done"),
        (Remedy("Order badges", due_on=LATER), "who will do it"),
        (Remedy("Order badges", owner=uuid4(), due_on=LATER), "staff list"),
        (Remedy("Put on", done_on=LATER), "still to come"),
    ],
    ids=["E-10.e3 no action", "nobody", "a stranger", "done tomorrow"],
)
def test_a_remedy_that_leaves_something_hanging_is_refused(cast: Cast, walk: UUID, remedy: Remedy, says: str) -> None:
    noted(cast.asha, walk, badges="not_ok")

    with pytest.raises(Refused, match=says):
        walking.plan_remedy(cast.asha, entry_id=walk, look="badges", remedy=remedy)

    assert kept(cast.asha, walk).unowned == 1


def test_only_faults_that_are_there_are_seen_to(cast: Cast, walk: UUID) -> None:
    noted(cast.asha, walk, badges="ok")

    with pytest.raises(NotFound):
        walking.plan_remedy(cast.asha, entry_id=walk, look="badges", remedy=Remedy("x", done_on=TODAY))
    with pytest.raises(NotFound):
        noted(cast.asha, walk, moon="ok")


def test_a_photo_is_kept_only_on_somebodys_word_that_it_shows_nobody(cast: Cast, walk: UUID) -> None:
    for shows in (True, None):
        with pytest.raises(Refused):
            walking.photograph(cast.asha, entry_id=walk, look="badges", upload=picture(), shows_personal=shows)
    assert not evidence.supporting(cast.asha, SubjectKind.ENTRY, [str(walk)])

    walking.photograph(cast.asha, entry_id=walk, look="badges", upload=picture(), shows_personal=False)

    (proof,) = evidence.supporting(cast.asha, SubjectKind.ENTRY, [str(walk)])[str(walk)]
    assert proof.title == "Photo: Staff wear their badges."
    with pytest.raises(NotFound):
        walking.photograph(cast.asha, entry_id=walk, look="moon", upload=picture(), shows_personal=False)


def test_an_archived_walk_round_is_closed(cast: Cast, walk: UUID) -> None:
    entries.archive(cast.asha, register=REGISTER, entry_id=walk, reason="Entered twice")

    with pytest.raises(Refused, match="archived"):
        noted(cast.asha, walk, badges="ok")


def test_a_reader_and_a_stranger_write_nothing(cast: Cast, walk: UUID) -> None:
    with pytest.raises(NotPermitted):
        noted(cast.rhea, walk, badges="ok")
    with pytest.raises(NotFound):
        noted(cast.carol, walk, badges="ok")
    with pytest.raises(NotFound):
        walking.photograph(
            cast.stranger(to=cast.asha), entry_id=walk, look="badges", upload=picture(), shows_personal=False
        )
