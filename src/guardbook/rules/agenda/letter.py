"""The words of a reminder email: ours alone, so that nobody is named in mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to be reminded of: our words for it, its day, and how long it takes."""

    text: str
    due_on: date
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """Where the letter leads: to the list, to the choice of reminders, and to the page that stops them."""

    list: str
    choice: str
    off: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, ready for the outbox."""

    subject: str
    body: str


def letter(lines: Sequence[Line], organisation: str, on: date, links: Links) -> Letter:
    """Write one letter about one thing or several; what was due first comes first."""
    first = min(lines, key=lambda one: one.due_on)
    one = f"{_when(first.due_on, on)}: {first.text}"
    subject = one if len(lines) == 1 else f"{len(lines)} things to do, the first {_when(first.due_on, on).lower()}"
    listed = "\n".join(_line(each, on) for each in sorted(lines, key=lambda each: (each.due_on, each.text)))
    body = (
        f"Hello,\n\nThis is what waits at {organisation}:\n\n{listed}\n\n"
        f"Open your list to see why, and to do it:\n{links.list}\n\n"
        f"Change how you are reminded:\n{links.choice}\n\n"
        f"Stop these emails (no password needed):\n{links.off}\n"
    )
    return Letter(_short(subject), body)


def _line(line: Line, on: date) -> str:
    length = f" About {line.minutes} minutes." if line.minutes else ""
    return f"- {line.text}\n  {_when(line.due_on, on)} ({dates.in_words(line.due_on)}).{length}"


def _when(due_on: date, on: date) -> str:
    days = (due_on - on).days
    match days:
        case 0:
            return "Due today"
        case 1:
            return "Due tomorrow"
        case -1:
            return "Overdue since yesterday"
        case _ if days < 0:
            return f"Overdue by {-days} days"
        case _:
            return f"Due in {days} days"


def _short(subject: str) -> str:
    return subject if len(subject) <= 120 else f"{subject[:117].rstrip()}..."
