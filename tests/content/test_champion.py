"""The champion's pack: a whole year, in words that staff read easily."""

from pathlib import Path

import pytest

from guardbook.content import champion
from guardbook.rules.deciders.champion import Topic
from tests.content.test_readability import LONGEST_SENTENCE, WHOLE, grade, sentences

TOPICS = champion.topics()


def words(topic: Topic) -> str:
    asked = (f"{each.question} {each.why}" for each in topic.quiz)
    return " ".join([f"{topic.title}.", topic.why, *topic.talk, *topic.ask, *asked])


@pytest.mark.parametrize("topic", TOPICS, ids=lambda each: each.slug)
def test_a_month_reads_easily(topic: Topic) -> None:
    assert grade(words(topic)) <= WHOLE
    assert not [each for each in sentences(words(topic)) if len(each.split()) > LONGEST_SENTENCE]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda each: each.slug)
def test_a_quiz_has_five_questions_and_the_right_choice_is_not_always_the_same(topic: Topic) -> None:
    assert len(topic.quiz) == 5
    assert len({each.right for each in topic.quiz}) > 1
    assert all(len(set(each.choices)) == 3 for each in topic.quiz)


def test_there_is_a_topic_for_every_month_and_each_is_found_by_name() -> None:
    assert [champion.of_month(month).month for month in range(1, 13)] == list(range(1, 13))
    assert all(champion.topic(each.slug) == each for each in TOPICS)
    assert champion.topic("nothing") is None


def test_a_year_that_is_not_whole_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "01-paper.yaml").write_text(
        "month: 1\ntitle: x\nwhy: x\ntalk: []\nask: []\nposter: {heading: x, lines: []}\nquiz: []\n"
    )

    with pytest.raises(ValueError, match="not one topic for each month"):
        champion.read(tmp_path)
