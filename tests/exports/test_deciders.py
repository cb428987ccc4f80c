"""The papers of the people who decide."""

from datetime import date

import pytest

from guardbook.actions.deciders import reports
from guardbook.content import champion
from guardbook.exports import deciders
from guardbook.exports.documents import pages, pdf
from guardbook.queries.deciders import reporting
from guardbook.rules.deciders.champion import Topic
from guardbook.rules.deciders.reports import Kind
from tests.cast import Cast

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("kind", [Kind.MONTHLY, Kind.OFFICER])
def test_a_report_says_what_was_kept_where_each_figure_comes_from_and_who_signs(cast: Cast, kind: Kind) -> None:
    key = reports.keep(cast.asha, kind=kind, own_words="All well.")

    text = pages.html(deciders.report(reporting.one(cast.asha, key), "Rose House"))

    assert "Rose House, 22 November 2026" in text
    assert "Asha Owner, 22 November 2026" in text
    assert "All well." in text
    assert '<th scope="col">From</th>' in text


def test_the_monthly_report_is_one_page(cast: Cast) -> None:
    key = reports.keep(cast.asha, kind=Kind.MONTHLY, own_words="The toolkit is on time.")

    made = pdf.pdf(deciders.report(reporting.one(cast.asha, key), "Rose House"))

    assert made.count(b"/Type /Page\n") + made.count(b"/Type /Page/") <= 1 or b"/Count 1" in made


@pytest.mark.parametrize("topic", champion.topics(), ids=lambda each: each.slug)
def test_a_pack_holds_the_talk_the_questions_and_the_answers(topic: Topic) -> None:
    text = pages.html(deciders.pack(topic, "Rose House", DAY))

    assert all(each.question.split("?", maxsplit=1)[0] in text for each in topic.quiz if "’" not in each.question)
    assert "Answers, for whoever leads it" in text
    assert topic.poster.heading in pages.html(deciders.poster(topic, "Rose House", DAY))


def test_the_entry_for_the_register_has_every_field() -> None:
    text = pages.html(deciders.register_entry("Rose House", (("Name of the Guardian", "Leila Haddad"),), DAY))

    assert "Leila Haddad" in text
