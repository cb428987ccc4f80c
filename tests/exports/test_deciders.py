"""The papers of the people who decide."""

import io
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pikepdf
import pytest

from guardbook.actions.deciders import reports
from guardbook.content import champion
from guardbook.exports import deciders
from guardbook.exports.documents import pages, pdf
from guardbook.queries.deciders import reporting
from guardbook.rules.deciders import reports as reports_rule
from guardbook.rules.deciders.champion import Topic
from guardbook.rules.deciders.figures import Events, Facts, Logs, play
from guardbook.rules.deciders.reports import Kind, Month
from tests.cast import Cast
from tests.conftest import NOW

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("kind", [Kind.MONTHLY, Kind.OFFICER])
def test_a_report_says_what_was_kept_where_each_figure_comes_from_and_who_signs(cast: Cast, kind: Kind) -> None:
    key = reports.keep(cast.asha, kind=kind, own_words="All well.")

    text = pages.html(deciders.report(reporting.one(cast.asha, key), "Rose House"))

    assert "Rose House, 22 November 2026" in text
    assert "Asha Owner, 22 November 2026" in text
    assert "All well." in text
    assert '<th scope="col">From</th>' in text


def number_of_pages(made: bytes) -> int:
    with pikepdf.open(io.BytesIO(made)) as file:
        return len(file.pages)


def test_the_fullest_monthly_report_is_one_page() -> None:
    logs = Logs(*range(1, len(Logs.__slots__) + 1))
    facts = Facts(
        DAY, 1, 46, DAY, 9, 40, 1, 20, ("Data Security and Protection Lead", "Caldicott Guardian"), 9, 9, 12, 5, 5, 5,
        Events(1, 1, 1, 1, 1, 1, 1), logs,
    )  # fmt: skip
    long = ("A thing that somebody noticed. " * 3,) * 3
    content = replace(reports_rule.monthly(play(facts), Month(long, long)), own_words="We are on time. " * 25)
    kept = reporting.Kept(uuid4(), Kind.MONTHLY, "2026-11", content, NOW, "Mina Manager", "Mina Manager", DAY)

    assert number_of_pages(pdf.pdf(deciders.report(kept, "Rose House"))) == 1


@pytest.mark.parametrize("topic", champion.topics(), ids=lambda each: each.slug)
def test_a_pack_holds_the_talk_the_questions_and_the_answers(topic: Topic) -> None:
    text = pages.html(deciders.pack(topic, "Rose House", DAY))

    assert all(each.question.split("?", maxsplit=1)[0] in text for each in topic.quiz if "’" not in each.question)
    assert "Answers, for whoever leads it" in text


def test_a_poster_is_one_page_that_can_be_read_aloud() -> None:
    made = deciders.poster(champion.of_month(4), "Rose House")

    assert made.startswith(b"%PDF")
    assert number_of_pages(made) == 1


def test_the_entry_for_the_register_has_every_field() -> None:
    text = pages.html(deciders.register_entry("Rose House", (("Name of the Guardian", "Leila Haddad"),), DAY))

    assert "Leila Haddad" in text
