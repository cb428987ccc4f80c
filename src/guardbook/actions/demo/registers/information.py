"""What is done with information at the made-up provider."""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers.book import Book
from guardbook.actions.demo.year import Cast, Scene


def opt_out(cast: Cast) -> Iterator[Scene]:
    """Only numbers for the council, which tell nobody who is meant."""
    book = Book(cast, "opt-out", story.MANAGER)
    yield book.add(
        240,
        name="How many beds are free, each week",
        recipient="Westmere Council",
        purpose="planning",
        about_care=False,
        identifies=False,
        public_care=True,
        owner=story.MANAGER,
    )
