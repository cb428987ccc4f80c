"""The papers of a request, a complaint or a disclosure: a letter for each turn it takes, and the whole record."""

from guardbook.content.links import Regulator
from guardbook.exports.documents import Document
from guardbook.exports.rights import complaints, disclosures, record, requests
from guardbook.queries.rights.case import Detail
from guardbook.rules.rights.cases import Case
from guardbook.rules.rights.states import Event, State
from guardbook.rules.rights.vocabulary import Kind

__all__ = ["NAMES", "paper", "possible"]

NAMES = {
    "received": "Letter: we have your request",
    "identity": "Letter: please show who you are",
    "question": "Letter: our question",
    "more-time": "Letter: we need more time",
    "answer": "Letter: our answer",
    "acknowledgement": "Letter: we have your complaint",
    "progress": "Letter: how it goes",
    "outcome": "Letter: the outcome",
    "reply": "Letter: our reply",
    "record": "The whole record",
}
_WRITERS = {
    "received": requests.received,
    "identity": requests.identity,
    "question": requests.question,
    "more-time": requests.more_time,
    "answer": requests.answer,
    "acknowledgement": complaints.acknowledgement,
    "progress": complaints.progress,
    "outcome": complaints.outcome,
    "reply": disclosures.reply,
    "record": record.record,
}


def possible(case: Case) -> tuple[str, ...]:
    """The papers that can be made of a case as it stands, the most wanted first."""
    match case.kind:
        case Kind.REQUEST:
            found = {
                "answer": case.decision is not None,
                "more-time": case.decision is None and bool(case.of(Event.EXTEND)),
                "question": case.state is State.PAUSED,
                "identity": case.state is State.WAITING and bool(case.of(Event.ASK_IDENTITY)),
                "received": case.decision is None and not case.is_closed,
            }
        case Kind.COMPLAINT:
            found = {
                "outcome": case.decision is not None,
                "progress": case.decision is None and bool(case.of(Event.PROGRESS)),
                "acknowledgement": case.decision is None and not case.is_closed,
            }
        case Kind.DISCLOSURE:
            found = {"reply": case.decision is not None}
    return (*(name for name, can in found.items() if can), "record")


def paper(name: str, found: Detail, regulator: Regulator) -> Document:
    """One of the possible papers."""
    return _WRITERS[name](found, regulator)
