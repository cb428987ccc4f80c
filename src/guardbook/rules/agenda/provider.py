"""What is to be done about the provider itself: who it is, its staff list, and what runs out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.rules import people
from guardbook.rules.access import Permission
from guardbook.rules.agenda import todo as todos
from guardbook.rules.agenda.todo import Consequence, Kind, Place, Todo
from guardbook.rules.people import Finding, Topic

AHEAD, LIST_AHEAD = timedelta(days=60), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Lasting:
    """A proof that counts until a day: its key, its title as somebody typed it, and the question it supports."""

    key: str
    title: str
    until: date
    question: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provider:
    """The provider on a day. ``list_checked_on`` is when somebody last said that the staff list is right."""

    on: date
    has_said_who_it_is: bool
    has_staff: bool
    list_checked_on: date | None = None
    findings: Sequence[Finding] = ()
    fee_until: date | None = None
    certificates: Mapping[str, date | None] = field(default_factory=dict)
    proofs: Sequence[Lasting] = ()


def provider(facts: Provider) -> Iterator[Todo]:
    """Everything to do about the provider itself, in no order."""
    yield from _first_steps(facts)
    yield from _list(facts)
    yield from _people(facts)
    yield from _running_out(facts)


def _first_steps(facts: Provider) -> Iterator[Todo]:
    if not facts.has_said_who_it_is:
        text = "Answer a few questions about your service"
        yield Todo(
            cause="service:questions",
            text=text,
            outside=text,
            why="They decide which people you must appoint. It takes five minutes.",
            consequence=Consequence.STOPS_PUBLISHING,
            place=Place(Kind.SERVICE),
            needs=Permission.PROFILE_EDIT,
            minutes=5,
        )
    if not facts.has_staff:
        text = "Add your staff, or bring them from a spreadsheet"
        yield Todo(
            cause="staff:first",
            text=text,
            outside=text,
            why="The list answers five questions of the toolkit, the 95% training figure among them.",
            consequence=Consequence.STOPS_PUBLISHING,
            place=Place(Kind.STAFF),
            needs=Permission.PEOPLE_EDIT,
            minutes=10,
            step=1,
        )


def _list(facts: Provider) -> Iterator[Todo]:
    """The staff list counts as live for thirty days (toolkit item 4.1.1)."""
    if not facts.has_staff:
        return
    fresh = people.list_is_current(people.ListFacts(facts.on, facts.list_checked_on))
    text = "Look through the staff list and confirm it"
    yield Todo(
        cause="staff:list",
        text=text,
        outside=text,
        why=fresh.reason.text,
        consequence=_of_list(fresh.until, facts.on),
        place=Place(Kind.STAFF_CHECK),
        needs=Permission.PEOPLE_EDIT,
        due_on=fresh.until,
        minutes=5,
        opens_on=fresh.until - LIST_AHEAD if fresh.until else None,
    )


def _of_list(until: date | None, on: date) -> Consequence:
    return Consequence.OVERDUE if until is None else todos.in_time(until, on, until - LIST_AHEAD)


_TOPICS = {
    Topic.ACCESS: (
        "Take away access from {who}",
        "left and still has access, or kept it too long",
        Consequence.GAP,
        10,
    ),
    Topic.DEVICES: ("Get back what {who} took with them", "left and still has a device or keys", Consequence.GAP, 10),
    Topic.INDUCTION: ("Record the induction of {who}", "has no induction recorded", Consequence.REST, 5),
    Topic.AGREEMENT: ("Ask {who} to sign a data security clause", "has signed none", Consequence.REST, 5),
}


def _people(facts: Provider) -> Iterator[Todo]:
    for topic, (text, why, consequence, minutes) in _TOPICS.items():
        found = [each for each in facts.findings if each.topic is topic]
        if not found:
            continue
        some = "1 person" if len(found) == 1 else f"{len(found)} people"
        yield Todo(
            cause=f"staff:{topic}",
            text=text.format(who=found[0].name if len(found) == 1 else some),
            outside=text.format(who=some),
            why=found[0].reason.text if len(found) == 1 else f"Of your staff list, {some} {_plural(why)}.",
            consequence=consequence,
            place=Place(Kind.STAFF),
            needs=Permission.PEOPLE_EDIT,
            minutes=min(minutes * len(found), 120),
        )


def _plural(why: str) -> str:
    """The words for several people: "has" and "keeps" become "have" and "keep"."""
    return why.replace("has ", "have ")


def _running_out(facts: Provider) -> Iterator[Todo]:
    if facts.fee_until is not None:
        why = f"What you paid lasts until {dates.in_words(facts.fee_until)}. The law asks for it every year."
        yield _lasting("fee", "Pay the data protection fee for the next year", why, facts.fee_until, facts.on)
    for name, until in facts.certificates.items():
        if until is not None:
            why = f"Your certificate lasts until {dates.in_words(until)}."
            yield _lasting(f"certificate:{name.lower().replace(' ', '-')}", f"Renew {name}", why, until, facts.on)
    for proof in facts.proofs:
        why = f"It counts until {dates.in_words(proof.until)}. What rests on it needs a newer one."
        yield replace(
            _lasting(f"proof:{proof.key}", "Replace a proof that runs out", why, proof.until, facts.on),
            text=f"Replace the proof “{proof.title}”",
            place=Place(Kind.QUESTION, proof.question),
            needs=Permission.ITEM_VIEW,
        )


def _lasting(cause: str, text: str, why: str, until: date, on: date) -> Todo:
    return Todo(
        cause=cause,
        text=text,
        outside=text,
        why=why,
        consequence=todos.in_time(until, on, until - AHEAD),
        place=Place(Kind.DETAILS),
        needs=Permission.PROFILE_EDIT,
        due_on=until,
        minutes=15,
        opens_on=until - AHEAD,
    )
