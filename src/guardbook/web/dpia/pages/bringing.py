"""What the page shows that looks at a PIA file before it is brought in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guardbook.rules.dpia import questions
from guardbook.rules.dpia.pia import Content
from guardbook.rules.dpia.questions import Screen
from guardbook.web import words
from guardbook.web.components import Lines, Link, Row


@dataclass(frozen=True, slots=True)
class FilePage:
    """What is in the file, and what of it means nothing here."""

    name: str
    back: Link
    rows: tuple[Row, ...]
    answers: tuple[tuple[str, tuple[Row, ...]], ...]
    not_taken: tuple[str, ...]
    leave: str


def file_page(back: Link, content: Content, not_taken: Sequence[str], leave: str) -> FilePage:
    """Put the page together."""
    return FilePage(content.name, back, tuple(_rows(content)), tuple(_answers(content)), tuple(not_taken), leave)


def _rows(content: Content) -> Iterator[Row]:
    left = len(questions.unanswered(content.answers))
    yield Row("Answers", f"{len(content.answers)}, and {words.count(left, 'question is', 'questions are')} still open")
    yield Row("Risks", Lines([each.what for each in content.risks] or ["None"]))
    yield Row("Measures", Lines([each.name for each in content.measures] or ["None"]))
    if content.consulted:
        yield Row("Who was asked", Lines(content.consulted.splitlines()))
    if content.advice:
        by = f"{content.adviser}: " if content.adviser else ""
        yield Row("The officer’s advice, as it came", f"{by}{content.advice}")


def _answers(content: Content) -> Iterator[tuple[str, tuple[Row, ...]]]:
    for screen in Screen:
        told = [(each.label, content.answers.get(each.key, "")) for each in questions.on(screen)]
        rows = tuple(Row(label, Lines(said.splitlines())) for label, said in told if said)
        if rows:
            yield screen.label, rows
