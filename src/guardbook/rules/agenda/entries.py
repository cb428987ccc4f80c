"""What the registers ask to be done: entries with something to put right, and starter entries nobody has checked."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from guardbook.rules.access import Permission
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo
from guardbook.rules.registers.register import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry with something to put right: where it is, since when, and the worst of it in a sentence."""

    slug: str
    register: str
    key: str
    name: str
    since: date
    why: str
    severity: Severity
    needs: Permission = Permission.REGISTER_VIEW


@dataclass(frozen=True, slots=True)
class Counts:
    """One register in numbers: checked entries with something to put right, and starter entries nobody has checked."""

    slug: str
    register: str
    attention: int
    unchecked: int
    needs: Permission = Permission.REGISTER_VIEW


def entries(worst: Sequence[Entry], counts: Sequence[Counts]) -> Iterator[Todo]:
    """Everything to do in the registers, in no order: the worst one by one, what is left of each in one line.

    The name of an entry is somebody's own words, so it does not leave in mail or calendars.
    """
    yield from (_entry(each) for each in worst)
    shown = Counter(each.slug for each in worst)
    for each in counts:
        left = each.attention - shown[each.slug]
        if left > 0:
            why = f"{_count(left)} in this register {_verb(left)} something to put right."
            yield _register(each, "more", f"{each.register}: put right {_count(left)} more", why, left * 5)
        if each.unchecked:
            some, them = _count(each.unchecked), "it is" if each.unchecked == 1 else "they are"
            text = f"{each.register}: say whether {some} of ours {_is(each.unchecked)} true here"
            why = f"We offered {some} to start from. Nothing rests on them until you say that {them} true of your service."
            yield _register(each, "unchecked", text, why, each.unchecked)


def _entry(entry: Entry) -> Todo:
    return Todo(
        cause=f"entry:{entry.slug}:{entry.key}",
        text=f"{entry.register}: put right “{entry.name}”",
        outside=f"{entry.register}: put an entry right",
        why=entry.why,
        consequence=Consequence.GAP if entry.severity is Severity.HIGH else Consequence.REST,
        place=Place(Kind.ENTRY, (entry.slug, entry.key)),
        needs=entry.needs,
        minutes=5,
        step=list(Severity).index(entry.severity),
        since=entry.since,
    )


def _register(counts: Counts, what: str, text: str, why: str, minutes: int) -> Todo:
    return Todo(
        cause=f"register:{counts.slug}:{what}",
        text=text,
        outside=text,
        why=why,
        consequence=Consequence.REST,
        place=Place(Kind.REGISTER, (counts.slug,)),
        needs=counts.needs,
        minutes=min(minutes, 120),
        step=len(Severity),
    )


def _count(number: int) -> str:
    return "1 entry" if number == 1 else f"{number:,} entries"


def _verb(number: int) -> str:
    return "has" if number == 1 else "have"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
