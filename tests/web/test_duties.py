"""The pages of what comes round: the list, one duty, ticking, leaving out, taking back, and who may."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from guardbook.actions import duties
from guardbook.actions.duties import Proofs, Said
from guardbook.actions.registers import entries
from guardbook.content import duties as content
from guardbook.queries import duties as questions
from guardbook.queries.access import Context
from guardbook.rules.duties.due import State
from guardbook.rules.registers import exercises
from guardbook.web.duties import forms
from tests.cast import Cast, user
from tests.rules.assessment.cases_continuity import EXERCISE

WALK = Said(date(2026, 11, 20), "Asha Owner", "Walked round both floors with Ben. All was locked.")
TYPED = {
    "done_on-day": "20",
    "done_on-month": "11",
    "done_on-year": "2026",
    "by": "Asha Owner",
    "note": "Walked round both floors with Ben.",
}


def at(context: Context, name: str = "duty", slug: str = "spot-check", **more: object) -> str:
    return reverse(name, kwargs={"organisation": context.organisation_id, "slug": slug, **more})


def text(response: Any) -> str:
    return str(response.content.decode())


def ticked(cast: Cast, slug: str = "spot-check") -> questions.Recorded:
    duties.tick(cast.asha, key=slug, said=WALK, proofs=Proofs(kept_at="Red folder"))
    return questions.one(cast.asha, slug).recorded[0]


def test_the_list_names_every_duty(asha: Client, cast: Cast) -> None:
    shown = text(asha.get(reverse("duties", kwargs={"organisation": cast.asha.organisation_id})))

    assert [each.name for each in content.published() if each.name.replace("'", "&#39;") not in shown] == []
    assert "Only if they apply to you" in shown
    assert "The owner should know." in shown  # nobody leads yet


@pytest.mark.parametrize("slug", [each.key for each in content.published()])
def test_the_page_of_a_duty_says_why_how_often_and_what_shows_it(asha: Client, cast: Cast, slug: str) -> None:
    shown = text(asha.get(at(cast.asha, slug=slug)))

    assert "What shows it" in shown
    assert "Where this comes from" in shown
    assert "Tick it as done" in shown


def test_a_duty_is_ticked_on_a_form(asha: Client, cast: Cast) -> None:
    form = text(asha.get(at(cast.asha, "duty-tick")))
    response = asha.post(at(cast.asha, "duty-tick"), TYPED | {"also": ["rights-report"], "kept_at": "Red folder"})

    assert 'value="22"' in form  # today is filled in
    assert "Does it show that anything else is done?" in form
    assert response.status_code == 302, text(response)
    shown = text(asha.get(response["Location"]))
    assert "Done on 20 November 2026" in shown
    assert "Red folder" in shown
    assert questions.one(cast.asha, "rights-report").next.state is State.DONE


def test_a_file_and_an_address_are_shown_with_the_tick(asha: Client, cast: Cast) -> None:
    proofs = Proofs(address="https://drive.example.org/minutes")
    duties.tick(cast.asha, key="toolkit-half-way", said=WALK, proofs=proofs)

    shown = text(asha.get(at(cast.asha, slug="toolkit-half-way")))

    assert "https://drive.example.org/minutes" in shown
    assert "31 December 2026" in shown


def test_a_picture_is_kept_with_the_tick_and_what_was_taken_out_of_it_is_told(asha: Client, cast: Cast) -> None:
    picture = BytesIO()
    Image.new("RGB", (8, 8), "green").save(picture, "PNG")
    upload = SimpleUploadedFile("round.png", picture.getvalue(), "image/png")

    response = asha.post(at(cast.asha, "duty-tick"), TYPED | {"upload": upload}, follow=True)

    assert "round.png" in text(response)


def test_nothing_else_is_offered_where_nothing_else_waits() -> None:
    assert "also" not in forms.TickForm().fields


def test_an_empty_form_ticks_nothing(asha: Client, cast: Cast) -> None:
    response = asha.post(at(cast.asha, "duty-tick"), {})

    assert response.status_code == 200
    assert "Enter who did it" in text(response)
    assert questions.one(cast.asha, "spot-check").recorded == ()


def test_a_tick_without_anything_that_shows_it_says_what_is_wanted(asha: Client, cast: Cast) -> None:
    response = asha.post(at(cast.asha, "duty-tick"), TYPED | {"note": ""})

    assert "Show that it was done: The filled-in check" in text(response)


def test_a_duty_is_left_out_on_a_form(asha: Client, cast: Cast) -> None:
    day = {"until-day": "31", "until-month": "1", "until-year": "2027"}
    said = {"reason": "The new wing opens in January.", "approved_by": "Asha Owner"}

    assert "at most a year" in text(asha.get(at(cast.asha, "duty-leave-out")))
    assert "Choose a day after today" in text(
        asha.post(at(cast.asha, "duty-leave-out"), day | said | {"until-year": "2020"})
    )
    response = asha.post(at(cast.asha, "duty-leave-out"), day | said)

    assert "Left out until 31 January 2027" in text(asha.get(response["Location"]))


def test_a_tick_is_taken_back_on_a_form(asha: Client, cast: Cast) -> None:
    here = at(cast.asha, "duty-take-back", done_id=ticked(cast).id)

    assert "Why do you take it back?" in text(asha.get(here))
    assert "Say why you take it back" in text(asha.post(here, {}))
    response = asha.post(here, {"reason": "Wrong one"})

    assert "Done on" not in text(asha.get(response["Location"]))


def test_a_tick_of_another_duty_is_not_found_here(asha: Client, cast: Cast) -> None:
    done = ticked(cast)

    assert asha.get(at(cast.asha, "duty-take-back", "fee", done_id=done.id)).status_code == 404


def test_two_people_taking_the_same_tick_back_is_told(
    asha: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = ticked(cast)
    before = questions.one(cast.asha, "spot-check")
    duties.undo(cast.mina, done_id=done.id, reason="Wrong one")
    monkeypatch.setattr(questions, "one", lambda *_: before)

    response = asha.post(at(cast.asha, "duty-take-back", done_id=done.id), {"reason": "Wrong one"})

    assert "taken back already" in text(response)


def test_what_the_registers_show_is_said(asha: Client, cast: Cast) -> None:
    entries.add(cast.asha, register=exercises.REGISTER, entry=EXERCISE)

    assert "last done on 10 March 2026" in text(asha.get(at(cast.asha, slug="continuity-exercise")))


def test_a_reader_sees_and_is_offered_no_change(still_clock: None, client: Client, cast: Cast) -> None:
    ticked(cast)
    client.force_login(user(cast.rhea))

    shown = text(client.get(at(cast.asha)))
    assert "Done on 20 November 2026" in shown
    assert "Tick it as done" not in shown
    assert "Take it back" not in shown
    assert client.get(at(cast.asha, "duty-tick")).status_code == 403


def test_a_stranger_is_told_that_there_is_nothing(still_clock: None, client: Client, cast: Cast) -> None:
    client.force_login(user(cast.carol))

    assert client.get(at(cast.asha)).status_code == 404
    assert client.post(at(cast.asha, "duty-tick"), TYPED).status_code == 404


def test_a_duty_that_is_none_is_not_found(asha: Client, cast: Cast) -> None:
    assert asha.get(at(cast.asha, slug="cake")).status_code == 404
    assert asha.get(at(cast.asha, "duty-tick", "cake")).status_code == 404
