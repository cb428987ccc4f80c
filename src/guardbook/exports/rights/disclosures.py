"""The reply to the police, a council, a court or others who asked for data."""

from guardbook.content.links import Regulator
from guardbook.exports.documents import Document
from guardbook.exports.rights import parts
from guardbook.kernel.dates import in_words
from guardbook.queries.rights.case import Detail
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Handed


def reply(found: Detail, _regulator: Regulator) -> Document:
    """What we hand over, or that we do not. A refusal says nothing about anybody."""
    case = found.kept.case
    decided, sent = case.decision, case.last(Event.SEND)
    asked = f"your request of {in_words(case.received.on)}"
    if decided is None or decided.choice == Handed.REFUSE:
        return parts.letter(
            found,
            "Our reply to your request",
            f"We cannot help with {asked}. We neither say nor deny that we hold anything about anybody.",
            parts.section(
                "What you can do",
                "If a law or a court order obliges us, send it to us in writing, and we will look again.",
            ),
        )
    how_much = "what you asked for" if decided.choice == Handed.DISCLOSE else "part of what you asked for"
    return parts.letter(
        found,
        "Our reply to your request",
        f"We hand over {how_much} in {asked}.",
        parts.section("What is enclosed", *parts.lines(sent.words if sent else "")),
        parts.section(
            "Please",
            "Use it for this purpose only, keep it safe, and tell us at once if it goes astray.",
            f"You named this power: {case.received.power}." if case.received.power else "",
        ),
    )
