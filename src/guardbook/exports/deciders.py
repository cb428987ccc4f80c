"""The papers of the people who decide, as document values: their reports, the champion's pack, the register's text."""

from collections.abc import Iterator
from datetime import date

from guardbook.exports.documents import (
    Block,
    Bullets,
    Document,
    Facts,
    Paragraph,
    Section,
    Signature,
    Table,
    day,
    pages,
    pdf,
)
from guardbook.kernel import clock
from guardbook.queries.deciders.reporting import Kept
from guardbook.rules.deciders import reports
from guardbook.rules.deciders.champion import Question, Topic
from guardbook.rules.deciders.reports import Kind

_SIGNS = {
    Kind.MONTHLY: "Data Security and Protection Lead",
    Kind.OFFICER: "Data Protection Officer",
    Kind.STATEMENT: "For information risk",
}
_LETTERS = "abc"


def report(kept: Kept, organisation: str) -> Document:
    """A report exactly as it was kept."""
    made_on = clock.uk_today(kept.made_at)
    own = (Section("In my own words", (Paragraph(kept.content.own_words),)),) if kept.content.own_words else ()
    signed = f"{kept.signed_by}, {day(kept.signed_on)}" if kept.signed_on else kept.made_by
    return Document(
        title=kept.kind.named,
        organisation=organisation,
        issued_on=made_on,
        reference=f"Made on {day(made_on)} by {kept.made_by}",
        is_short=kept.kind is Kind.MONTHLY,
        summary=(Paragraph(kept.content.lead),),
        sections=(
            *(Section(each.title, tuple(_blocks(each))) for each in kept.content.blocks),
            *own,
            Section("Signed", tuple(_signed(kept, signed))),
        ),
    )


def _blocks(of: reports.Block) -> Iterator[Block]:
    if of.lines:
        rows = tuple((each.label, each.value, each.source) for each in of.lines)
        yield Table("Counted from the records on the day", ("What", "How many", "From"), rows)
    if of.sentences:
        yield Bullets(of.sentences) if len(of.sentences) > 1 else Paragraph(of.sentences[0])


def _signed(kept: Kept, signed: str) -> Iterator[Block]:
    if kept.kind is Kind.STATEMENT:
        yield Paragraph(f"Signed in Guardbook by {signed}.")
        yield Signature(_SIGNS[kept.kind], kept.signed_by)
    else:
        yield Paragraph(f"{_SIGNS[kept.kind]}: {signed}")


def pack(topic: Topic, organisation: str, on: date) -> Document:
    """One month of the champion's pack: the talk, the quiz and, last, the answers for whoever leads it."""
    return Document(
        title=topic.title,
        organisation=organisation,
        issued_on=on,
        reference=f"Champion’s pack: {topic.title}",
        summary=(Paragraph(topic.why),),
        sections=(
            Section("Ten minutes with the team", (Bullets(topic.talk), Paragraph(" ".join(topic.ask), is_note=True))),
            Section("Quiz", tuple(_asked(topic.quiz))),
            Section("Answers, for whoever leads it", (Bullets(tuple(_answers(topic.quiz)), is_numbered=True),)),
        ),
    )


def poster(topic: Topic, organisation: str) -> bytes:
    """The poster of a month as a PDF of one page: few words, to hang where people pass. Raises Refused without PDF."""
    return pdf.written(pages.page("talk_poster.html.jinja", topic=topic, organisation=organisation))


def _asked(quiz: tuple[Question, ...]) -> Iterator[Block]:
    for number, each in enumerate(quiz, 1):
        yield Paragraph(f"{number}. {each.question}")
        yield Bullets(tuple(f"{letter}) {choice}" for letter, choice in zip(_LETTERS, each.choices, strict=False)))


def _answers(quiz: tuple[Question, ...]) -> Iterator[str]:
    for each in quiz:
        yield f"{each.answer}. {each.why}"


def register_entry(organisation: str, lines: tuple[tuple[str, str], ...], on: date) -> Document:
    """What to send to the national register of Caldicott Guardians, field by field."""
    note = "Check it, and send it on the form of the register. Send it again whenever something changes."
    return Document(
        title="Entry for the register of Caldicott Guardians",
        organisation=organisation,
        issued_on=on,
        sections=(Section("To copy", (Facts("Entry", lines), Paragraph(note))),),
    )
