"""The champion's pack: for each month a talk for the team, a poster and a quiz (rule A-08: be a visible champion)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

QUESTIONS = 5


@dataclass(frozen=True, slots=True)
class Poster:
    """A heading that can be read from the door, and a few short lines."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the quiz; ``right`` counts the choices from 1, ``why`` explains it."""

    question: str
    choices: tuple[str, ...]
    right: int
    why: str

    @property
    def answer(self) -> str:
        """The right choice."""
        return self.choices[self.right - 1]


@dataclass(frozen=True, slots=True)
class Topic:
    """What one month is about. ``talk`` is said, ``ask`` is asked of the team; ``slug`` names it in an address."""

    slug: str
    month: int
    title: str
    why: str
    talk: tuple[str, ...]
    ask: tuple[str, ...]
    poster: Poster
    quiz: tuple[Question, ...]


def faults(topics: Sequence[Topic]) -> Iterator[str]:
    """What is wrong with the topics of a year, in words; nothing when it is whole."""
    if [each.month for each in topics] != list(range(1, 13)):
        yield "there is not one topic for each month"
    for each in topics:
        if len(each.quiz) != QUESTIONS:
            yield f"{each.slug}: the quiz has not five questions"
        for question in each.quiz:
            if not 1 <= question.right <= len(question.choices):
                yield f"{each.slug}: “{question.question}” has no such choice as the right one"
