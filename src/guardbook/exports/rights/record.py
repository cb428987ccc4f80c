"""The whole record of a case on paper: what came in, how its days were counted, and every step."""

from guardbook.content.links import Regulator
from guardbook.exports.documents import Block, Document, Facts, Paragraph, Section, Table
from guardbook.kernel.dates import in_words
from guardbook.queries.rights.case import Detail
from guardbook.rules.rights import steps
from guardbook.rules.rights.cases import Case, Step
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Exemption, Kind, Shown


def record(found: Detail, _regulator: Regulator) -> Document:
    """Everything that is on record, in order."""
    kept = found.kept
    log = tuple(
        (in_words(each.step.on), each.step.event.label, _said(kept.case.kind, each.step), f"{each.by}")
        for each in kept.log
    )
    sections = [Section("Days", _days(found)), *_searches(kept.case), *_index(kept.case)]
    if log:
        table = Table("Every step", ("Day", "What", "In words", "Written down by"), log)
        sections.append(Section("What was done", (table,)))
    return Document(
        title=f"Record of {kept.reference}",
        organisation=found.organisation,
        issued_on=found.on,
        reference=kept.reference,
        summary=(Paragraph(f"{kept.case.state.label}. {kept.standing.headline}"), _received(kept.case)),
        sections=tuple(sections),
    )


def _received(case: Case) -> Facts:
    said = case.received
    what = said.asked or said.asker or said.kind
    pairs = (
        ("What", what.label),
        ("In their words", said.words),
        ("Received", f"{in_words(said.on)}. {said.how.label}"),
        ("Heard by", said.heard_by),
        ("About", said.person),
        ("Who asks", said.requester_name or said.person),
        ("Power they name", said.power),
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


def _said(kind: Kind, step: Step) -> str:
    offered = steps.choices(kind, step.event)
    chosen = f"{offered(step.choice).label}. " if offered else ""
    return f"{chosen}{step.words}".strip()
