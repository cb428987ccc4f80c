"""A walk-round: the page of one stop, the page of one fault, and how it all went."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from guardbook.content import walk_round as content
from guardbook.queries.access import Context
from guardbook.queries.registers.reading import Found
from guardbook.rules.access import Permission
from guardbook.rules.registers import walk_round
from guardbook.rules.registers.spot_checks import REGISTER, SpotCheck
from guardbook.rules.registers.walk_round import Answer, Finding, Stop
from guardbook.web import words
from guardbook.web.components import Link, Tag, Task, Tone
from guardbook.web.registers.look import Address, go


@dataclass(frozen=True, slots=True)
class StopPage:
    """One stop on the way."""

    title: str
    name: str
    back: Link
    place: int
    of: int
    button: str


@dataclass(frozen=True, slots=True)
class FaultPage:
    """One fault."""

    title: str
    back: Link
    photo_href: str


@dataclass(frozen=True, slots=True)
class WalkPage:
    """How it went: the score, the stops, and what is done about each fault."""

    title: str
    back: Link
    score: str
    looked_at: int
    total: int
    stops: tuple[Task, ...]
    faults: tuple[Task, ...]
    next_text: str
    next_href: str
    agree_href: str
    is_agreed: bool


def stop(ctx: Context, found: Found[SpotCheck], here: Stop) -> StopPage:
    """Put the page of one stop together."""
    stops = content.stops()
    place = stops.index(here) + 1
    return StopPage(
        title=here.title,
        name=found.entry.name,
        back=Link("Where you are on the way", go(ctx, "walk", entry_id=found.id)),
        place=place,
        of=len(stops),
        button="Save and go on" if place < len(stops) else "Save and see how it went",
    )


def after(ctx: Context, entry_id: UUID, here: Stop) -> str:
    """Where to go from a stop: to the next, or from the last to how it went."""
    stops = content.stops()
    place = stops.index(here) + 1
    if place == len(stops):
        return go(ctx, "walk", entry_id=entry_id)
    return go(ctx, "walk-stop", entry_id=entry_id, stop=stops[place].key)


def fault(ctx: Context, found: Found[SpotCheck], look: str) -> FaultPage:
    """Put the page of one fault together."""
    may = Permission.EVIDENCE_EDIT in ctx.by.permissions
    return FaultPage(
        title=f"Not OK: {_question(look)}",
        back=Link("How it went", go(ctx, "walk", entry_id=found.id)),
        photo_href=go(ctx, "walk-photo", entry_id=found.id, look=look) if may else "",
    )


def photo(ctx: Context, found: Found[SpotCheck], look: str) -> FaultPage:
    """Put the page together that takes a photo of a fault."""
    back = Link(f"Not OK: {_question(look)}", go(ctx, "walk-fault", entry_id=found.id, look=look))
    return FaultPage("Add a photo", back, "")


def overview(ctx: Context, found: Found[SpotCheck], people: Mapping[UUID, str]) -> WalkPage:
    """Put the page together that says how it went."""
    answers = walk_round.from_text(found.entry.answers)
    held = {each.look: each for each in answers}
    may = Permission.REGISTER_EDIT in ctx.by.permissions and found.archived_at is None
    to = Address(ctx.organisation_id, REGISTER)
    unfinished = next((each for each in content.stops() if may and _left(each, held)), None)
    return WalkPage(
        title=f"Walk-round: {found.entry.name}",
        back=Link(found.entry.name, to.entry(found.id)),
        score=walk_round.score(walk_round.Facts(answers)).in_words,
        looked_at=sum(look.key in held for each in content.stops() for look in each.looks),
        total=sum(len(each.looks) for each in content.stops()),
        stops=tuple(_plain(_stop(ctx, found.id, each, held), may) for each in content.stops()),
        faults=tuple(
            _plain(_fault(ctx, found.id, each, people), may) for each in answers if each.finding is Finding.NOT_OK
        ),
        next_text=f"Go on: {unfinished.title}" if unfinished else "",
        next_href=go(ctx, "walk-stop", entry_id=found.id, stop=unfinished.key) if unfinished else "",
        agree_href=to.entry(found.id, "change") if may else "",
        is_agreed=found.entry.is_agreed,
    )


def _plain(task: Task, may: bool) -> Task:
    """The line as it is, or without its address for whoever may only look."""
    return task if may else replace(task, href="")


def _left(stop: Stop, held: Mapping[str, Answer]) -> int:
    return sum(look.key not in held for look in stop.looks)


def _stop(ctx: Context, entry_id: UUID, stop: Stop, held: Mapping[str, Answer]) -> Task:
    left = _left(stop, held)
    wrong = sum(look.key in held and held[look.key].finding is Finding.NOT_OK for look in stop.looks)
    if left:
        tag = Tag(f"{left} to look at", Tone.WAITING)
    else:
        tag = Tag(f"{wrong} not OK", Tone.WARNING) if wrong else Tag("OK", Tone.DONE)
    return Task(stop.title, tag, go(ctx, "walk-stop", entry_id=entry_id, stop=stop.key))


def _fault(ctx: Context, entry_id: UUID, answer: Answer, people: Mapping[UUID, str]) -> Task:
    return Task(
        _question(answer.look),
        _state(answer),
        go(ctx, "walk-fault", entry_id=entry_id, look=answer.look),
        ". ".join(_about(answer, people)),
    )


def _question(look: str) -> str:
    """What was asked; what is asked no more keeps its key."""
    asked = content.look(look)
    return asked.question if asked else look


def _state(answer: Answer) -> Tag:
    if answer.done_on is not None:
        return Tag("Put right", Tone.DONE)
    return Tag("To decide", Tone.PROBLEM) if answer.faults else Tag("In hand", Tone.SUGGESTED)


def _about(answer: Answer, people: Mapping[UUID, str]) -> Sequence[str]:
    found = [answer.note.rstrip("."), answer.action.rstrip(".")]
    if answer.done_on is None and answer.owner is not None and answer.due_on is not None:
        who = people.get(answer.owner, "Somebody who has left")
        found.append(f"{who}, by {words.day(answer.due_on)}")
    return [each for each in found if each]
