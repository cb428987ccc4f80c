"""The list of incidents that the regulator may ask for (Art 33(5)): a spreadsheet, and the same to print."""

from collections.abc import Sequence
from datetime import date, datetime

from guardbook.exports.documents import Document, Facts, Paragraph, Section, day
from guardbook.exports.incidents import papers
from guardbook.exports.sheets import Cell, Column, Kind, Sheet
from guardbook.queries.incidents.reading import Whole
from guardbook.rules.incidents import record
from guardbook.rules.incidents.vocabulary import Class, Track, TrackState
from guardbook.rules.incidents.vocabulary import Kind as Harm

_COLUMNS = {
    "reference": Column("Number", width=14),
    "class": Column("What it is"),
    "kinds": Column("The information was"),
    "near_miss": Column("Near miss", width=10),
    "found_at": Column("Found", Kind.DATE, 14),
    "aware_at": Column("Became aware", Kind.INSTANT, 18),
    "first_known_at": Column("First known", Kind.INSTANT, 18),
    "facts": Column("Facts", width=50),
    "effects": Column("Effects", width=40),
    "people": Column("People", width=20),
    "records": Column("Records", width=20),
    "vulnerable": Column("Vulnerable people", width=12),
    "likelihood": Column("Likelihood (1 to 5)", Kind.NUMBER, 12),
    "impact": Column("Impact (1 to 5)", Kind.NUMBER, 12),
    "risk": Column("Risk"),
    "regulator_decision": Column("Regulator: decision", width=18),
    "individuals_decision": Column("People: decision", width=24),
    "rationale": Column("Why", width=50),
    "decided_by": Column("Decided by"),
    "decided_at": Column("Decided", Kind.INSTANT, 18),
    "dpo_advice": Column("Officer's advice", width=40),
    "regulator_told_at": Column("Regulator told", Kind.INSTANT, 18),
    "delay_reason": Column("Why later than 72 hours", width=30),
    "individuals_told_at": Column("People told", Kind.INSTANT, 18),
    "others_told": Column("Others told", width=40),
    "remedial_action": Column("What was done", width=50),
    "lessons": Column("Lessons", width=40),
    "actions": Column("Actions", width=50),
    "state": Column("State"),
}


def sheet(found: Sequence[Whole]) -> Sheet:
    """The list as a sheet, one row for each incident, in the columns of rule B-06."""
    names = record.listed(record.Wanted()).columns
    return Sheet(
        "Incidents",
        tuple(_COLUMNS[name] for name in names),
        (tuple(cells(each)[name] for name in names) for each in found),
    )


def document(found: Sequence[Whole], organisation: str, on: date) -> Document:
    """The list to print: a section for each incident."""
    names = record.listed(record.Wanted()).columns
    sections = tuple(
        Section(each.reference, (Facts("What is on record", _pairs(cells(each), names)),)) for each in found
    )
    lead = f"{len(found)} on record, reported or not. Kept under Article 33(5) of the UK GDPR."
    return Document("Record of incidents", organisation, on, sections, summary=(Paragraph(lead),))


def cells(found: Whole) -> dict[str, Cell]:
    """What each column says of one incident."""
    of, severity, clock = found.decision, found.severity, found.clock
    return {
        "reference": found.reference,
        "class": found.event_class.label if found.event_class else "Not sorted yet",
        "kinds": ", ".join(Harm(each).label for each in found.kinds),
        "near_miss": found.event_class is Class.NEAR_MISS,
        "found_at": found.found_on,
        "aware_at": clock.legal_start,
        "first_known_at": clock.safe_start,
        "facts": found.notice.get("nature") or found.story,
        "effects": found.notice.get("consequences", ""),
        "people": found.notice.get("people") or (str(found.people) if found.people is not None else ""),
        "records": found.notice.get("records", ""),
        "vulnerable": found.judged.vulnerable if found.judged else None,
        "likelihood": severity.likelihood if severity else None,
        "impact": severity.impact if severity else None,
        "risk": found.risk.label if found.risk else "",
        "regulator_decision": _decision(found, of.regulator if of else None),
        "individuals_decision": of.exemption.label
        if of and of.exemption
        else _decision(found, of.individuals if of else None),
        "rationale": of.rationale if of else "",
        "decided_by": of.by if of else "",
        "decided_at": of.at if of else None,
        "dpo_advice": found.views.advice or found.views.none_because,
        "regulator_told_at": found.notified_at,
        "delay_reason": found.times.delay_reason,
        "individuals_told_at": papers.told_at(found, Track.INDIVIDUALS),
        "others_told": _others(found),
        "remedial_action": found.notice.get("measures", ""),
        "lessons": found.learnt.lessons,
        "actions": "; ".join(f"{each.text} ({each.owner or 'nobody yet'})" for each in found.actions),
        "state": found.state.label,
    }


def _decision(found: Whole, value: bool | None) -> str:
    if found.event_class not in {None, Class.PERSONAL_DATA_BREACH}:
        return "Not needed: no breach"
    return "Not decided" if value is None else "Tell" if value else "Do not tell"


def _others(found: Whole) -> str:
    beside = {Track.REGULATOR, Track.INDIVIDUALS}
    return "; ".join(
        f"{each.track.label}: {papers.moment(each.done_at)}"
        for each in found.tracks
        if each.state is TrackState.DONE and each.done_at and each.track not in beside
    )


def _pairs(held: dict[str, Cell], names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    written = ((_COLUMNS[name].title, _written(held[name])) for name in names)
    return tuple((title, text) for title, text in written if text)


def _written(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "Yes" if value else "No"
        case datetime():
            return papers.moment(value)
        case date():
            return day(value)
        case _:
            return str(value)
