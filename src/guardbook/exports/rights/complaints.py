"""Letters about a complaint: we have it, how it goes, and the outcome."""

from guardbook.content.links import Regulator
from guardbook.exports.documents import Document
from guardbook.exports.rights import parts
from guardbook.queries.rights.case import Detail
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Found


def acknowledgement(found: Detail, regulator: Regulator) -> Document:
    """We have it, and look into it."""
    split = found.kept.case.last(Event.SPLIT)
    care = "Part of what you told us is about care. We have passed that on, and you will hear about it separately."
    return parts.letter(
        found,
        "We have your complaint",
        f"We have {parts.theirs(found)}, and we are sorry that you had to write. We are looking into it.",
        parts.section(
            "What happens next",
            "We find out what happened, tell you how it goes, and tell you the outcome as soon as we can.",
            care if split else "",
        ),
        parts.rights(regulator, is_of_complaint=True),
    )


def progress(found: Detail, regulator: Regulator) -> Document:
    """How it goes."""
    word = found.kept.case.last(Event.PROGRESS)
    return parts.letter(
        found,
        "How your complaint goes",
        f"We are still looking into {parts.theirs(found)}.",
        parts.section("So far", *parts.lines(word.words if word else "")),
        parts.rights(regulator, is_of_complaint=True),
    )


def outcome(found: Detail, regulator: Regulator) -> Document:
    """What it came to, and what we do."""
    decided = found.kept.case.decision
    assert decided is not None  # noqa: S101  # this letter is offered for a decision alone
    return parts.letter(
        found,
        "The outcome of your complaint",
        _first(found, Found(decided.choice)),
        parts.section("What we found, and what we do", *parts.lines(decided.words)),
        parts.rights(regulator, is_of_complaint=True),
    )


def _first(found: Detail, came_to: Found) -> str:
    theirs = parts.theirs(found)
    match came_to:
        case Found.UPHELD:
            return f"You were right, and we are sorry. This is the outcome of {theirs}."
        case Found.PART:
            return f"You were right about part of it, and we are sorry. This is the outcome of {theirs}."
        case Found.NOT_UPHELD:
            return f"We found that we used the information as we should. This is the outcome of {theirs}. Thank you for asking."
