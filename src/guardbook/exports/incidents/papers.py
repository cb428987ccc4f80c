"""The deadline to pin up, the notice to copy from, and the whole record of an incident, as document values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from guardbook.content.links import Regulator
from guardbook.exports.documents import Bullets, Document, Facts, Paragraph, Section, Table, day
from guardbook.kernel.clock import in_uk
from guardbook.queries.incidents.reading import Whole
from guardbook.rules.incidents import notice
from guardbook.rules.incidents.vocabulary import Kind, Track, TrackState


@dataclass(frozen=True, slots=True)
class About:
    """What every paper needs besides the incident: whose it is, the day, the regulator, and the present moment."""

    organisation: str
    on: date
    regulator: Regulator
    now: datetime


def deadline(found: Whole, of: About) -> Document:
    """One page to pin up: by when the regulator is told, and what must be there by then."""
    clock = found.clock
    ends = moment(clock.safe_deadline) if clock.safe_deadline else "No clock runs yet: nobody is sure that it happened."
    legal = moment(clock.legal_deadline) if clock.legal_deadline and clock.starts_differ else ""
    pairs = [
        ("Incident", found.reference),
        ("Tell the regulator by", ends),
        ("By the legal start", legal),
        ("In charge", found.owner),
        ("Regulator", f"{of.regulator.name}, {of.regulator.phone}, option {of.regulator.option}"),
    ]
    reminders = tuple(f"{hours} hours: {moment(at)}" for hours, at in zip((24, 48, 60, 72), clock.alarms, strict=False))
    return Document(
        title=f"Deadline: {ends}" if clock.safe_deadline else "Deadline",
        organisation=of.organisation,
        issued_on=of.on,
        reference=found.reference,
        summary=(Facts("The deadline", tuple(pair for pair in pairs if pair[1])),),
        sections=(
            Section("Look at it again at", (Bullets(reminders),)) if reminders else Section("No times yet", ()),
            Section(
                "Before then",
                (
                    Bullets(
                        (
                            "Judge the risk to people, and decide who is told.",
                            "Send the regulator what you know. The rest may follow.",
                            "Tell the people affected without delay where the risk to them is high.",
                        )
                    ),
                    Paragraph("Every hour counts: nights, weekends and bank holidays too.", is_note=True),
                ),
            ),
        ),
    )


def notification(found: Whole, of: About) -> Document:
    """The notice field by field, to copy into the official form."""
    said = {name: found.notice.get(name, "") for name in notice.FIELDS}
    judged = notice.notice(notice.of_words(said, len(found.notices)))
    sections = tuple(
        Section(notice.LABELS[name], (Paragraph(text or "Unknown yet. It will follow."),))
        for name, text in said.items()
    )
    clock = found.clock
    pairs = [
        ("Our number", found.reference),
        ("Organisation", of.organisation),
        ("We became aware", moment(clock.legal_start) if clock.legal_start else "Not certain yet"),
        (
            "First known to anybody on the staff",
            moment(clock.safe_start) if clock.starts_differ and clock.safe_start else "",
        ),
        ("This notice", "Complete" if not judged.outstanding else "A first notice; more will follow"),
        ("Still to follow", ", ".join(notice.LABELS[name].lower() for name in judged.outstanding)),
        ("Why it took more than 72 hours", found.times.delay_reason),
    ]
    return Document(
        title="Notice of a personal data breach",
        organisation=of.organisation,
        issued_on=of.on,
        reference=found.reference,
        summary=(
            Paragraph(
                f"Text to copy into the toolkit's reporting tool or the form of the {of.regulator.name}. It was not sent by Guardbook.",
                is_note=True,
            ),
            Facts("About this notice", tuple(pair for pair in pairs if pair[1])),
        ),
        sections=sections,
    )


def record(found: Whole, of: About) -> Document:
    """Everything on record of one incident, notes among them."""
    told = tuple(
        (each.track.label, _became(each.state, each.done_at), " ".join(filter(None, (each.why, each.note))))
        for each in found.tracks
    )
    notes = tuple((moment(each.at), each.by, _note(each.text, each.about, each.old, each.new)) for each in found.notes)
    actions = tuple(
        (
            each.text,
            each.owner or "Nobody yet",
            day(each.due_on) if each.due_on else "",
            "Done" if each.done_at else "Open",
        )
        for each in found.actions
    )
    sections = [Section("What happened", (Paragraph(found.story),))]
    if told:
        sections.append(
            Section("Who was told", (Table("Who was told", ("Who", "What became of it", "Why and how"), told),))
        )
    if actions:
        sections.append(Section("Actions", (Table("Actions", ("What", "Who", "By", "State"), actions),)))
    if notes:
        sections.append(Section("What was done and said", (Table("In order", ("When", "Who", "What"), notes),)))
    return Document(
        title=f"Record of {found.reference}: {found.title}",
        organisation=of.organisation,
        issued_on=of.on,
        reference=found.reference,
        summary=(Facts("In short", tuple((key, value) for key, value in in_short(found) if value)),),
        sections=tuple(sections),
    )


def in_short(found: Whole) -> tuple[tuple[str, str], ...]:
    """What is on record in short lines, in the order of Art 33(5): facts, effects, what was done."""
    of, learnt = found.decision, found.learnt
    severity = found.severity
    return (
        ("State", found.state.label),
        ("What it is", found.event_class.label if found.event_class else ""),
        ("The information was", ", ".join(Kind(each).label for each in found.kinds)),
        ("Found", day(found.found_on)),
        ("Became aware", moment(found.clock.legal_start) if found.clock.legal_start else ""),
        ("First known", moment(found.clock.safe_start) if found.clock.starts_differ and found.clock.safe_start else ""),
        ("People", str(found.people) if found.people is not None else ""),
        ("Risk", found.risk.label if found.risk else ""),
        ("Toolkit's grid", f"likelihood {severity.likelihood}, impact {severity.impact}" if severity else ""),
        ("Officer's advice", found.views.advice or found.views.none_because),
        ("Second view", f"{found.views.second_who}: {found.views.second_said}" if found.views.second_said else ""),
        ("Regulator", _yes_no(of.regulator if of else None)),
        ("People affected", of.exemption.label if of and of.exemption else _yes_no(of.individuals if of else None)),
        ("Why", of.rationale if of else ""),
        ("Decided by", f"{of.by}, {moment(of.at)}" if of else ""),
        ("Regulator told", moment(found.notified_at) if found.notified_at else ""),
        ("Why it took longer", found.times.delay_reason),
        ("What let it happen", learnt.cause),
        ("Lessons", learnt.lessons),
        ("Management", f"{learnt.managers_told}, {day(learnt.managers_told_on)}" if learnt.managers_told_on else ""),
        ("Closed", f"{moment(found.closed_at)}, {found.closed_by}" if found.closed_at else ""),
    )


def told_at(found: Whole, track: Track) -> datetime | None:
    """When somebody was told; None where they were not."""
    return next((each.done_at for each in found.tracks if each.track is track and each.state is TrackState.DONE), None)


def moment(instant: datetime) -> str:
    """A moment as people here write it: Friday 20 November 2026, 17:30."""
    local = in_uk(instant)
    return f"{local:%A} {day(local.date())}, {local:%H:%M}"


def _yes_no(value: bool | None) -> str:
    return "Not decided" if value is None else "To be told" if value else "Not to be told"


def _became(state: TrackState, at: datetime | None) -> str:
    return f"{state.label}: {moment(at)}" if at else state.label


def _note(text: str, about: str, old: str, new: str) -> str:
    return f"{text} (Corrected: was “{old or 'nothing'}”, now “{new or 'nothing'}”.)" if about else text


MADE: Mapping[str, Callable[[Whole, About], Document]] = {
    "deadline": deadline,
    "notice": notification,
    "record": record,
}
