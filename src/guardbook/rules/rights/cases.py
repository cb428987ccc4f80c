"""One request, complaint or disclosure: what came in, and every step since, from which all the rest is worked out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from guardbook.rules.clocks import complaint, health_records, request
from guardbook.rules.clocks.complaint import ComplaintClock
from guardbook.rules.clocks.health_records import HealthRecords
from guardbook.rules.clocks.published import Published
from guardbook.rules.clocks.request import Question, RequestClock, Right
from guardbook.rules.rights import states
from guardbook.rules.rights.disclosure import Asker
from guardbook.rules.rights.states import Event, State
from guardbook.rules.rights.vocabulary import Asked, How, Kind, Requester

SETTLED_BY = {Event.ASK_IDENTITY: Event.SHOW_IDENTITY, Event.ASK_FEE: Event.PAY_FEE}
SETTLES = {done: asked for asked, done in SETTLED_BY.items()}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened. What ``choice``, ``person``, ``place`` and ``tags`` mean is said by the event."""

    event: Event
    on: date
    words: str = ""
    choice: str = ""
    person: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    other_on: date | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """What came in, in their own words. ``person`` is whose data it is about; ``contact`` is how to reach who asks."""

    kind: Kind
    on: date
    how: How
    words: str
    person: str
    requester: Requester = Requester.PERSON
    requester_name: str = ""
    contact: str = ""
    asked: Asked | None = None
    asker: Asker | None = None
    heard_by: str = ""
    power: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything on record. The order of the steps is the order in which they were written down."""

    received: Received
    steps: tuple[Step, ...] = ()

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.received.kind

    @property
    def state(self) -> State:
        """Where it stands, worked out from the steps. While who they are or a fee is open, it waits."""
        state, waits_for = State.OPEN, set[Event]()
        for step in self.steps:
            state = states.after(self.kind, state, step.event) or state
            waits_for = (waits_for | {step.event}) & set(SETTLED_BY) - {SETTLES.get(step.event)}
            if state is State.OPEN and waits_for:
                state = State.WAITING
        return state

    @property
    def is_closed(self) -> bool:
        """True where nothing is left to do."""
        return self.state is State.CLOSED

    def of(self, *events: Event) -> tuple[Step, ...]:
        """Every step of some kinds, in order."""
        return tuple(step for step in self.steps if step.event in events)

    def last(self, *events: Event) -> Step | None:
        """The latest step of some kinds."""
        found = self.of(*events)
        return found[-1] if found else None

    @property
    def decision(self) -> Step | None:
        """The decision that stands: the last one, unless it was taken back since."""
        found = self.last(Event.DECIDE, Event.RECONSIDER, Event.REOPEN)
        return found if found and found.event is Event.DECIDE else None

    @property
    def sent(self) -> Step | None:
        """The answer that went out, unless it was opened again since."""
        found = self.last(Event.SEND, Event.REOPEN)
        return found if found and found.event is Event.SEND else None


def request_clock(case: Case, published: Published, today: date) -> RequestClock:
    """The clock of a request (C-02). A clock stops counting on the day the answer went out."""
    received = case.received
    identity = case.last(Event.ASK_IDENTITY)
    fee = case.last(Event.ASK_FEE)
    shown, paid = case.last(Event.SHOW_IDENTITY), case.last(Event.PAY_FEE)
    extended = case.last(Event.EXTEND)
    return request.request(
        request.Facts(
            received.on,
            case.sent.on if case.sent else today,
            right_of(received.asked),
            identity.on if identity else None,
            shown.on if shown else None,
            fee.on if fee else None,
            paid.on if paid else None,
            tuple(_questions(case.of(Event.ASK_QUESTION, Event.ANSWER_QUESTION, Event.DECIDE))),
            extended.on if extended else None,
            published,
        )
    )


def complaint_clock(case: Case, published: Published, today: date) -> ComplaintClock:
    """The clock of a complaint (C-08)."""
    acknowledged, word = case.last(Event.ACKNOWLEDGE), case.last(Event.PROGRESS)
    return complaint.complaint(
        complaint.Facts(
            case.received.on,
            today,
            acknowledged.on if acknowledged else None,
            word.on if word else None,
            case.sent.on if case.sent else None,
            published,
        )
    )


def records_clock(case: Case) -> HealthRecords:
    """The clock of records of somebody who has died (C-05)."""
    return health_records.health_records(health_records.Facts(case.received.on))


def right_of(asked: Asked | None) -> Right:
    """The right of the law behind what was asked; access where it is the records of somebody who has died."""
    return Right[asked.name] if asked is not None and asked is not Asked.DECEASED else Right.ACCESS


def is_deceased(case: Case) -> bool:
    """True where it is about somebody who has died, so that data protection law is not the route."""
    return case.received.asked is Asked.DECEASED


def _questions(steps: Sequence[Step]) -> Iterable[Question]:
    """Every question with what came after it: one answer ends all that are open, and so does a decision."""
    answers = [at for at, step in enumerate(steps) if step.event is not Event.ASK_QUESTION]
    for at, step in enumerate(steps):
        if step.event is Event.ASK_QUESTION:
            answer = next((steps[after].on for after in answers if after > at), None)
            yield Question(step.on, answer if answer is None else max(answer, step.on))
