"""What people asked the made-up provider: one request answered, one paused, a complaint, and a call from the police."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from guardbook.actions import rights
from guardbook.actions.demo import story
from guardbook.actions.demo.year import Cast, Scene
from guardbook.queries.access import Context
from guardbook.rules.rights.cases import Received, Step
from guardbook.rules.rights.disclosure import Asker
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Asked, How, Kind, Requester


@dataclass(frozen=True, slots=True)
class Told:
    """One case: what came in, and each step with how many days after that it happened."""

    received: Received
    steps: tuple[tuple[int, Step], ...]


def requests(cast: Cast) -> Iterator[Scene]:
    """Every case, step by step on its own day."""
    for told in (_answered(cast.ago(96)), _paused(cast.ago(24)), _complaint(cast.ago(16)), _police(cast.ago(60))):
        yield from _played(told)


def _played(told: Told) -> Iterator[Scene]:
    made: list[UUID] = []
    start = told.received.on
    yield Scene(start, story.MANAGER, lambda ctx: made.append(rights.receive(ctx, received=told.received)))
    for number, (days, step) in enumerate(told.steps, start=1):
        yield Scene(
            start + timedelta(days=days), story.MANAGER, _written(made, step, start + timedelta(days=days), number)
        )


def _written(made: list[UUID], step: Step, on: date, version: int) -> Callable[[Context], None]:
    def play(context: Context) -> None:
        dated = Step(step.event, on, step.words, step.choice, step.person, step.place, step.tags, step.other_on)
        rights.write_down(context, case_id=made[0], step=dated, seen_version=version)

    return play


def _answered(on: date) -> Told:
    return Told(
        Received(
            Kind.REQUEST,
            on,
            How.EMAIL,
            "Please send me a copy of everything you have written about my care since I moved in.",
            "Dorothy Hale",
            contact="Room 7",
            asked=Asked.ACCESS,
        ),
        (
            (
                2,
                _step(Event.SEARCH, "Daily notes and care plan: 212 pages.", place="Care system", person=story.MANAGER),
            ),
            (3, _step(Event.SEARCH, "Letters from the GP: 9 pages.", place="Paper file, office", person=story.MANAGER)),
            (9, _step(Event.INDEX, "Daily notes, 1 to 212", choice="given")),
            (
                9,
                _step(
                    Event.INDEX,
                    "Letter of a neighbour, 1 page",
                    choice="redacted",
                    tags=("third_party",),
                    place="The neighbour’s name and address. She does not want to be named.",
                ),
            ),
            (
                12,
                _step(
                    Event.DECIDE,
                    "You get your notes, your care plan and the letters from your GP.\n"
                    "In one letter we covered the name of the person who wrote it.",
                    choice="part",
                    tags=("third_party",),
                    person=story.MANAGER,
                ),
            ),
            (14, _step(Event.SEND, person="Dorothy Hale", place="Handed over in her room, in a sealed envelope")),
            (15, _step(Event.CLOSE)),
        ),
    )


def _paused(on: date) -> Told:
    return Told(
        Received(
            Kind.REQUEST,
            on,
            How.SPOKEN,
            "Could I have all of Dad’s records, please? He said that I may.",
            "George Whitfield",
            Requester.REPRESENTATIVE,
            "Anne Whitfield",
            "anne@whitfield.example",
            Asked.ACCESS,
            heard_by="A carer on the late shift",
        ),
        (
            (
                1,
                _step(Event.ASK_IDENTITY, "Her father’s signed permission.", choice="authority"),
            ),
            (4, _step(Event.SHOW_IDENTITY, "His signed permission of that day. He told us the same himself.")),
            (
                6,
                _step(
                    Event.SEARCH,
                    "Four volumes over nine years.",
                    place="Paper file and care system",
                    person=story.MANAGER,
                ),
            ),
            (
                8,
                _step(
                    Event.ASK_QUESTION,
                    "Which years would you like? We hold nine years in four volumes. You may have all of it.",
                    choice="find",
                    tags=("large",),
                ),
            ),
        ),
    )


def _complaint(on: date) -> Told:
    return Told(
        Received(
            Kind.COMPLAINT,
            on,
            How.LETTER,
            "My letters from the bank were opened before I got them. And breakfast is cold.",
            "Ernest Potter",
        ),
        (
            (1, _step(Event.SPLIT, "The cold breakfast went to the kitchen and the complaints book.")),
            (2, _step(Event.ACKNOWLEDGE)),
            (3, _step(Event.INVESTIGATE, "The deputy asks who sorts the post, and looks at the post book.")),
        ),
    )


def _police(on: date) -> Told:
    return Told(
        Received(
            Kind.DISCLOSURE,
            on,
            How.EMAIL,
            "Please confirm whether a named person visited on 2 May, and send the page of the visitors’ book.",
            "A visitor",
            Requester.OFFICIAL,
            "PC Lane, local police",
            "By the police’s public number",
            asker=Asker.POLICE,
            power="Data Protection Act 2018, Schedule 2, paragraph 2",
        ),
        (
            (1, _step(Event.GUARDIAN_VIEW, "One line of the book is enough. No care records.", person=story.MANAGER)),
            (
                1,
                _step(
                    Event.DECIDE,
                    "The one line that shows the visit. The rest of the page is about others.",
                    choice="part",
                    person=story.MANAGER,
                    tags=("recognised", "crime"),
                    place="Not health data; Schedule 1 paragraph 10 if it were",
                ),
            ),
            (2, _step(Event.SEND, "A copy of one line.", person="PC Lane", place="By hand, against a signature")),
            (3, _step(Event.CLOSE)),
        ),
    )


def _step(
    event: Event, words: str = "", *, choice: str = "", person: str = "", place: str = "", tags: tuple[str, ...] = ()
) -> Step:
    return Step(event, date.min, words, choice, person, place, tags)
