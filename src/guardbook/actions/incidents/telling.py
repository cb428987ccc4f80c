"""Telling people: the notice to the regulator, and every other track."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from guardbook.actions.incidents import moving
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import NotFound, Refused
from guardbook.records.models import Incident, IncidentNotice, IncidentTrack
from guardbook.rules.access import Permission
from guardbook.rules.incidents import notice as notices
from guardbook.rules.incidents.vocabulary import Event, Track, TrackState

OF_NOTICES = frozenset({Track.REGULATOR, Track.TOOLKIT})


class Via(StrEnum):
    """Which way a notice went to the regulator; one is enough."""

    TOOLKIT = "toolkit"
    FORM = "form"
    PHONE = "phone"

    @property
    def label(self) -> str:
        """The words people see."""
        return {
            Via.TOOLKIT: "The toolkit's reporting tool, which passes it on",
            Via.FORM: "The regulator's own form",
            Via.PHONE: "By phone to the regulator",
        }[self]


@dataclass(frozen=True, slots=True)
class Sent:
    """How and when a notice went. ``reference`` is the number that came back."""

    via: Via
    at: datetime
    reference: str = ""
    delay_reason: str = ""


@action(Permission.INCIDENT_EDIT)
def write_notice(
    change: Change, *, incident_id: UUID, said: Mapping[str, str], seen_version: int | None = None
) -> None:
    """Keep the words of the notice as far as they are written.

    Raises:
        NotFound: there is no such incident here.
        Conflict: somebody changed it meanwhile.
    """
    row = moving.opened(change, incident_id, seen_version)
    moving.still_open(row)
    row.notice = {name: said.get(name, "").strip() for name in notices.FIELDS}
    moving.keep(change, row)
    change.record("incidents.notice.written", subject=row)


@action(Permission.INCIDENT_EDIT)
def submit(change: Change, *, incident_id: UUID, sent: Sent) -> notices.Kind:
    """Record that the notice went to the regulator, as a first one or complete; say which it was.

    Raises:
        NotFound: there is no such incident here.
        Refused: it was not decided to report, something is missing, or it is late without a reason.
    """
    row = moving.opened(change, incident_id)
    if sent.at > change.now:
        raise Refused("The moment at which you sent it is still to come.")
    before = row.notices.count()
    found = _judged(row, sent, before)
    event = Event.SUBMIT_COMPLETE if found.kind is notices.Kind.COMPLETE else Event.SUBMIT_INITIAL
    moving.move(
        change,
        row,
        event,
        now=sent.at,
        outstanding=found.outstanding,
        notice_refusals=found.refusals,
        delay_reason=sent.delay_reason or row.delay_reason or ("sent before" if before else ""),
    )
    row.outstanding = list(found.outstanding)
    row.notified_at = row.notified_at or sent.at
    row.delay_reason = row.delay_reason or sent.delay_reason.strip()
    change.create(
        IncidentNotice,
        incident=row,
        site_id=row.site_id,
        sent_at=sent.at,
        sent_by=change.by.name,
        kind=found.kind.value,
        via=sent.via.value,
        said=row.notice,
        outstanding=row.outstanding,
        reference=sent.reference.strip(),
    )
    _mark(change, row, sent)
    moving.note(change, row, "notice", f"{found.kind.label}. {sent.via.label}. {sent.reference}".strip())
    moving.keep(change, row)
    change.record("incidents.regulator.told", subject=row)
    return found.kind


@action(Permission.INCIDENT_EDIT)
def tell(change: Change, *, incident_id: UUID, track: Track, at: datetime, note: str, reference: str = "") -> None:
    """Record that somebody was told, when, and what came of it.

    Raises:
        NotFound: there is no such incident, or no such line.
        Refused: the regulator's line, which a notice settles; no words; or the moment is still to come.
    """
    row, held = _line(change, incident_id, track)
    if track in OF_NOTICES:
        raise Refused("Record the notice itself: that settles this line.")
    if not note.strip():
        raise Refused("Say whom you told, and how.")
    if at > change.now:
        raise Refused("The moment is still to come.")
    held.state, held.done_at, held.done_by = TrackState.DONE.value, at, change.by.name
    held.note, held.reference, held.by_hand = note.strip(), reference.strip(), True
    change.save(held)
    moving.note(change, row, "told", f"{track.label}: {held.note}")
    moving.keep(change, row)
    change.record("incidents.track.told", subject=row)


@action(Permission.INCIDENT_EDIT)
def need(change: Change, *, incident_id: UUID, track: Track, why: str) -> None:
    """Put somebody on the list of those to be told, because somebody thinks so.

    Raises:
        NotFound: there is no such incident, or no such line.
        Refused: a decision settles it, or there is no reason.
    """
    row, held = _line(change, incident_id, track)
    if track in OF_NOTICES:
        raise Refused("Whether the regulator is told is decided on its own page.")
    if not why.strip():
        raise Refused("Say why they must be told.")
    held.state, held.why, held.by_hand = TrackState.NEEDED.value, why.strip(), True
    change.save(held)
    moving.note(change, row, "note", f"{track.label} must be told: {held.why}")
    moving.keep(change, row)
    change.record("incidents.track.needed", subject=row)


@action(Permission.INCIDENT_DECIDE)
def excuse(change: Change, *, incident_id: UUID, track: Track, reason: str) -> None:
    """Decide that somebody need not be told after all, and why.

    Raises:
        NotFound: there is no such incident, or no such line.
        Refused: the law settles this one, or there is no reason.
    """
    row, held = _line(change, incident_id, track)
    if track in {*OF_NOTICES, Track.INDIVIDUALS}:
        raise Refused("Change the decision instead: the law says when these need not be told.")
    if not reason.strip():
        raise Refused("Say why they need not be told.")
    held.state, held.why, held.by_hand = TrackState.EXEMPT.value, reason.strip(), True
    change.save(held)
    moving.note(change, row, "decision", f"{track.label} need not be told: {held.why}")
    moving.keep(change, row)
    change.record("incidents.track.excused", subject=row)


def _judged(row: Incident, sent: Sent, before: int) -> notices.Notice:
    aware = row.certain_at or row.supplier_told_at or row.staff_certain_at
    said = {name: row.notice.get(name, "") for name in notices.FIELDS}
    return notices.notice(
        notices.Facts(
            **said,
            aware_at=aware,
            submitted_at=sent.at,
            delay_reason=sent.delay_reason or row.delay_reason,
            sent_before=before,
        )
    )


def _line(change: Change, incident_id: UUID, track: Track) -> tuple[Incident, IncidentTrack]:
    row = moving.opened(change, incident_id)
    moving.still_open(row)
    held = row.tracks.select_for_update(of=("self",)).filter(track=track.value).first()
    if held is None:
        raise NotFound
    return row, held


def _mark(change: Change, row: Incident, sent: Sent) -> None:
    """One notice settles both lines: through the toolkit it is passed on, and otherwise the toolkit is excused."""
    for held in row.tracks.select_for_update(of=("self",)).filter(track__in=OF_NOTICES):
        if held.track == Track.TOOLKIT.value and sent.via is not Via.TOOLKIT:
            held.state, held.why = TrackState.EXEMPT.value, "The regulator was told directly. Twice is not needed."
        else:
            held.state, held.done_at, held.done_by = TrackState.DONE.value, sent.at, change.by.name
            held.reference = sent.reference.strip()
        change.save(held)
