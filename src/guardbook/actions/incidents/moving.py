"""Parts of the actions on incidents: find one, move it on by the rules, add a line to its record, and keep it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from guardbook.actions.shell import Change, fresh, seen
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.incidents import reach, reading
from guardbook.queries.incidents.reading import Whole
from guardbook.records.models import Grant, Incident, IncidentNote, IncidentTrack, User
from guardbook.rules.incidents import states
from guardbook.rules.incidents.vocabulary import Event, State, Track, TrackState


def opened(change: Change, incident_id: UUID, seen_version: int | None = None) -> Incident:
    """One incident, locked. ``seen_version`` is the version that the person had before them.

    Raises:
        NotFound: there is none, or the person is named in it.
        Conflict: somebody changed it meanwhile.
    """
    if not reach.of(change.organisation_id, change.by).filter(pk=incident_id).exists():
        raise NotFound
    row = fresh(Incident, change.organisation_id, incident_id)
    if seen_version is not None:
        seen(seen_version, row.version, reading.whole(row))
    return row


def still_open(row: Incident) -> None:
    """Refuse what needs an open incident."""
    if row.state == State.CLOSED:
        raise Refused("This incident is closed. Open it again first, and say what is new.")


def move(change: Change, row: Incident, event: Event, **more: Any) -> Whole:
    """Move an incident on, if the rules let it; ``more`` are facts that the guard asks about. Keep it afterwards.

    Raises:
        Refused: it is not time for this, or something is missing.
    """
    found = reading.whole(row)
    held = found.record
    facts: dict[str, Any] = {
        "event_class": found.event_class,
        "certain_at": found.clock.legal_start,
        "suspected_only": row.suspected_at is not None,
        "owner": bool(row.owner_name),
        "now": change.now,
        "rationale": held.rationale,
        "outstanding": held.outstanding,
        "regulator_decided": held.regulator_decided,
        "individuals_decided": held.individuals_decided,
        "tracks": held.tracks,
        "lessons": held.lessons,
        "actions": held.actions,
        "reference": row.reference,
        "revision": row.version,
    }
    step = states.step(states.Facts(found.state, event, **(facts | more)))
    if not step.allowed:
        raise Refused(*step.refusals)
    row.state = step.state.value
    return found


def colleague(change: Change, row: Incident, user_id: UUID) -> User | None:
    """Somebody with access who is not named in the incident, or None."""
    grants = Grant.objects.of(change.organisation_id).filter(user_id=user_id).exclude(until__lte=change.now)
    grant = grants.select_related("user").first()
    if grant is None or reach.named(change.organisation_id, user_id, grant.user.name).filter(incident=row).exists():
        return None
    return grant.user


def keep(change: Change, row: Incident) -> None:
    """Store an incident as its next version."""
    row.version += 1
    change.save(row)


def note(change: Change, row: Incident, kind: str, text: str, **corrected: str) -> None:
    """Add a line to what was done and said."""
    change.create(
        IncidentNote,
        incident=row,
        site_id=row.site_id,
        at=change.now,
        by=change.by.name,
        kind=kind,
        text=text,
        **corrected,
    )


def set_tracks(
    change: Change, row: Incident, wanted: Mapping[Track, tuple[TrackState, str, str]], *, over: bool
) -> None:
    """Bring tracks in step with what follows from answers or a decision: the state of each, why, and how.

    What is done, or was set by hand, stays as it is unless ``over``.
    """
    kept = {each.track: each for each in row.tracks.select_for_update(of=("self",))}
    for track, (state, why, how) in wanted.items():
        held = kept.get(track.value)
        if held is None:
            values = {"state": state.value, "why": why, "how": how}
            change.create(IncidentTrack, incident=row, site_id=row.site_id, track=track.value, **values)
            continue
        stays = held.by_hand or held.state in {TrackState.DONE, TrackState.EXEMPT}
        if (over or not stays) and (held.state, held.why, held.how) != (state.value, why, how):
            held.state, held.why, held.how = state.value, why, how
            change.save(held)
