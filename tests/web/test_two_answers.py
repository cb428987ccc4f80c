"""Two people answer one question: both versions are shown, and either choice is final."""

import pytest
from django.test import Client
from django.urls import reverse

from guardbook.actions.assessment import answering
from guardbook.actions.assessment.answering import Place
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.frameworks.items import AnswerKind
from tests.cast import Cast
from tests.factories import assessment as factory

MINE = {"seen_version": "0", "how": "text", "text": "Words of Asha", "comment": ""}


@pytest.fixture
def question(asha: Client, cast: Cast) -> str:
    """The page of 1.1.5, where Mina has saved while Asha's words are still a draft."""
    factory.staffed(cast.asha.organisation_id)
    factory.started(cast.asha)
    parts = {"organisation": cast.asha.organisation_id, "framework": "dspt", "version": "8", "ref": "1.1.5"}
    page = reverse("toolkit-item", kwargs=parts)
    asha.post(reverse("draft-keep"), {**MINE, "form": page})
    theirs = Answer(AnswerKind.TEXT, text="Words of Mina")
    answering.answer_item(cast.mina, place=Place("dspt", "8", "1.1.5"), answer=theirs, seen_version=0)
    return page


def test_both_versions_are_shown(asha: Client, question: str) -> None:
    shown = asha.post(question, MINE).content.decode()

    assert "Words of Mina" in shown
    assert "Words of Asha" in shown


def test_keeping_the_other_one_forgets_what_was_typed(asha: Client, question: str) -> None:
    asha.post(question, MINE)

    shown = asha.post(question, {"keep_theirs": "yes"}, follow=True).content.decode()

    assert "Words of Mina" in shown
    assert "Words of Asha" not in shown
    assert 'name="seen_version" value="1"' in shown
