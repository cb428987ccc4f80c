"""What every letter shares: to whom, the rights it must mention, and whom to ring."""

from guardbook.content.links import Regulator
from guardbook.exports.documents import Block, Bullets, Document, Paragraph, Section
from guardbook.kernel.dates import in_words
from guardbook.queries.rights.case import Detail
from guardbook.rules.rights.cases import Case
from guardbook.rules.rights.vocabulary import Asked, Kind

CALLED = {
    Asked.ACCESS: "to see information",
    Asked.RECTIFICATION: "to have something put right",
    Asked.ERASURE: "to have something deleted",
    Asked.RESTRICTION: "to stop the use of something for now",
    Asked.PORTABILITY: "to take information elsewhere",
    Asked.OBJECTION: "to stop how we use something",
    Asked.AUTOMATED_DECISIONS: "for a person to look at a decision",
    Asked.DECEASED: "to see the records of somebody who has died",
}
_READ = (
    "We can read this letter to you, send it in large print or easy read, or find somebody who speaks your language."
)
_HELP = {Kind.REQUEST: (_READ,), Kind.COMPLAINT: (_READ,), Kind.DISCLOSURE: ()}
_BY_HAND = "Please ring us on: ______________________"


def letter(found: Detail, title: str, answer: str, *sections: Section) -> Document:
    """A letter that begins with its answer, and ends with whom to ring."""
    return Document(
        title=title,
        organisation=found.organisation,
        issued_on=found.on,
        reference=found.kept.reference,
        summary=(Paragraph(f"Dear {name(found.kept.case)},"), Paragraph(answer)),
        sections=(*sections, section("Talk to us", found.contact or _BY_HAND, *_HELP[found.kept.case.kind])),
    )


def section(title: str, *lines: str) -> Section:
    """A heading with a paragraph for each line that says something."""
    return Section(title, tuple(Paragraph(line) for line in lines if line.strip()))


def rights(regulator: Regulator, *, is_of_complaint: bool = False) -> Section:
    """What an answer must say (Article 12(4), as amended; DPA 2018 sections 164A, 165 and 167)."""
    to_us = "You may complain to us. We acknowledge a complaint about data within 30 days and tell you the outcome."
    items = (
        *(() if is_of_complaint else (to_us,)),
        f"You may complain to the {regulator.name}: {regulator.url}, phone {regulator.phone}.",
        "You may ask a court to decide.",
    )
    blocks: tuple[Block, ...] = (Paragraph("If you do not agree with this:"), Bullets(items))
    return Section("Your rights", blocks)


def name(case: Case) -> str:
    """Whom a letter is to."""
    return case.received.requester_name or case.received.person


def theirs(found: Detail) -> str:
    """The request or complaint as a letter names it."""
    received = found.kept.case.received
    about = "" if name(found.kept.case) == received.person else f" about {received.person}"
    asked = CALLED[received.asked] if received.asked else ""
    what = f"your request {asked}" if asked else "your complaint about data"
    return f"{what}{about}, which we received on {in_words(received.on)}"


def lines(text: str) -> tuple[str, ...]:
    """The paragraphs of what somebody wrote."""
    return tuple(line for line in text.splitlines() if line.strip())
