"""The whole record of a case on paper: what came in, how its days were counted, and every step."""

from guardbook.content.links import Regulator
from guardbook.exports.documents import Block, Document, Facts, Paragraph, Section, Table
from guardbook.kernel.clock import uk_today
from guardbook.kernel.dates import in_words
from guardbook.queries.rights.case import Detail
from guardbook.queries.rights.reading import Written
from guardbook.rules.rights.cases import Case
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Exemption, Kind, Shown
from guardbook.rules.rights.words import PAST, said


def record(found: Detail, _regulator: Regulator) -> Document:
    """Everything that is on record, in order."""
    kept = found.kept
    log = tuple(_step(kept.case.kind, each) for each in kept.log)
    sections = [Section("Days", _days(found)), *_searches(kept.case), *_index(kept.case)]
    if log:
        sections.append(Section("What was done", log))
    return Document(
        title=f"Record of {kept.reference}",
        organisation=found.organisation,
        issued_on=found.on,
        reference=kept.reference,
        summary=(Paragraph(kept.standing.headline), _received(kept.case)),
        sections=tuple(sections),
    )


def _received(case: Case) -> Facts:
    came = case.received
    what = came.asked or came.asker or came.kind
    pairs = (
        ("What", what.label),
        ("In their words", came.words),
        ("Received", f"{in_words(came.on)}. {came.how.label}"),
        ("Heard by", came.heard_by),
        ("About", came.person),
        ("Who asks", came.requester_name or came.person),
        ("Power they name", came.power),
    )
    return Facts("What came in", tuple((key, value) for key, value in pairs if value))


def _days(found: Detail) -> tuple[Block, ...]:
    standing = found.kept.standing
    pairs = (("Work to", standing.safe), ("Last day by law", standing.legal))
    facts = Facts("Days", tuple((key, in_words(day)) for key, day in pairs if day))
    working = tuple(Paragraph(step.text) for step in standing.steps)
    return (facts, *working) if facts.pairs else (Paragraph(standing.headline),)


def _searches(case: Case) -> list[Section]:
    rows = tuple((in_words(step.on), step.place, step.words, step.person) for step in case.of(Event.SEARCH))
    table = Table("Where was looked", ("Day", "Where", "For what, and what was found", "By"), rows)
    return [Section("Searches", (table,))] if rows else []


def _index(case: Case) -> list[Section]:
    rows = tuple(
        (step.words, Shown(step.choice).label, ", ".join(Exemption(tag).label for tag in step.tags), step.place)
        for step in case.of(Event.INDEX)
    )
    table = Table("Each document", ("Document", "What became of it", "Why", "What exactly"), rows)
    return [Section("Index", (table,))] if rows else []


def _step(kind: Kind, written: Written) -> Facts:
    by = ("Written down", f"{in_words(uk_today(written.at))}, by {written.by}")
    return Facts(f"{in_words(written.step.on)}: {PAST[written.step.event]}", (*said(kind, written.step), by))
