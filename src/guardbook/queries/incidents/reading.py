"""One incident as a whole: everything its page, its papers and its guards need."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.conf import settings

from guardbook.content import incidents as content
from guardbook.kernel import clock as clocks
from guardbook.kernel.errors import NotFound
from guardbook.queries.access import Context, question
from guardbook.queries.incidents import reach, stored
from guardbook.queries.roles import held
from guardbook.records.models import Incident
from guardbook.rules.access import Permission
from guardbook.rules.incidents import clock, duty, grid, record, triage
from guardbook.rules.incidents.vocabulary import Class, Exemption, Risk, State, Track, TrackState
from guardbook.rules.roles.vocabulary import Role

TOGETHER = ("tracks", "notes", "notices", "actions", "named__person")
"""What hangs on an incident, to be read at once."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody who may have to be told, and what became of it."""

    track: Track
    state: TrackState
    why: str
    how: str
    done_at: datetime | None
    done_by: str
    note: str
    reference: str


@dataclass(frozen=True, slots=True)
class Note:
    """One line of what was done and said; a correction says what it was before."""

    at: datetime
    by: str
    kind: str
    text: str
    about: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Sent:
    """One notice as it went."""

    at: datetime
    by: str
    kind: str
    via: str
    outstanding: tuple[str, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class Todo:
    """One action."""

    id: UUID
    text: str
    owner_id: UUID | None
    owner: str
    due_on: date | None
    done_at: datetime | None
    done_by: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, by whom, when, and why."""

    regulator: bool
    individuals: bool
    exemption: Exemption | None
    rationale: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Views:
    """The officer's advice, or why there is none; and the second view, by whom and what they said."""

    asked_on: date | None
    advice: str
    advice_by: str
    none_because: str
    second_kind: str
    second_who: str
    second_said: str
    second_on: date | None


@dataclass(frozen=True, slots=True)
class Learnt:
    """What let it happen, what was learnt, and who in charge knows and agreed."""

    cause: str
    lessons: str
    process_changed: bool | None
    managers_told_on: date | None
    managers_told: str
    agreed_by: str


@dataclass(frozen=True, slots=True)
class Whole:
    """One incident."""

    id: UUID
    reference: str
    version: int
    state: State
    title: str
    story: str
    found_on: date
    report_id: UUID | None
    logged_at: datetime
    logged_by: str
    owner_id: UUID | None
    owner: str
    times: clock.Facts
    clock: clock.Clock
    answers: triage.Answers
    event_class: Class | None
    kinds: tuple[str, ...]
    triaged_at: datetime | None
    judged: duty.Facts | None
    scores: tuple[int, int] | None
    risk: Risk | None
    people: int | None
    views: Views
    decision: Decision | None
    notice: Mapping[str, str]
    outstanding: tuple[str, ...]
    notified_at: datetime | None
    learnt: Learnt
    new_facts_at: datetime | None
    closed_at: datetime | None
    closed_by: str
    tracks: tuple[Telling, ...]
    notes: tuple[Note, ...]
    notices: tuple[Sent, ...]
    actions: tuple[Todo, ...]
    named: tuple[str, ...]

    @property
    def clock_runs(self) -> bool:
        """Whether the 72 hours still matter: it is a breach of ours or may be one, and the regulator is not told yet."""
        return may_run(self.state, self.event_class, self.notified_at) and self.track(Track.REGULATOR) is not False

    def track(self, track: Track) -> bool | None:
        """Whether a track is on the list of those still to be told; None before the questions are answered."""
        found = next((each for each in self.tracks if each.track is track), None)
        return found.state is TrackState.NEEDED if found else None

    @property
    def record(self) -> record.Facts:
        """What the record holds, as the closing guard asks it."""
        return record.Facts(
            event_class=self.event_class,
            regulator_decided=self.decision.regulator if self.decision else None,
            individuals_decided=self.decision.individuals if self.decision else None,
            rationale=self.decision.rationale if self.decision else "",
            outstanding=self.outstanding,
            tracks={each.track: each.state for each in self.tracks},
            lessons=self.learnt.lessons,
            actions=tuple(record.Action(each.text, each.owner) for each in self.actions),
        )

    @property
    def severity(self) -> grid.Severity | None:
        """What the grid says of it; None where nobody has scored it."""
        return grid.severity(scored(self.scores, self.judged, self.risk)) if self.scores and self.judged else None


def may_run(state: State, event_class: Class | None, notified_at: datetime | None) -> bool:
    """Whether a clock can still run, by where the incident stands and what it is."""
    may_be = event_class in {None, Class.PERSONAL_DATA_BREACH}
    return may_be and notified_at is None and state is not State.CLOSED


def scored(scores: tuple[int, int], judged: duty.Facts, risk: Risk | None) -> grid.Facts:
    """Two scores with the published grid, or the installation's own."""
    return grid.Facts(*scores, judged.vulnerable, risk, content.grid(settings.DATA_FOLDER))


@question(Permission.INCIDENT_VIEW)
def one(context: Context, incident_id: UUID) -> Whole:
    """One incident. Six queries.

    Raises:
        NotFound: there is none here, or the person who asks is named in it.
    """
    row = reach.visible(context).filter(pk=incident_id).prefetch_related(*TOGETHER).first()
    if row is None:
        raise NotFound
    return whole(row)


def whole(row: Incident) -> Whole:
    """A row with everything that hangs on it."""
    times = stored.times(row)
    return Whole(
        id=row.pk,
        reference=row.reference,
        version=row.version,
        state=State(row.state),
        title=row.title,
        story=row.story,
        found_on=row.found_on,
        report_id=row.report_id,
        logged_at=row.logged_at,
        logged_by=row.logged_by,
        owner_id=row.owner_id,
        owner=row.owner_name,
        times=times,
        clock=clock.clock(times),
        answers=stored.answers(row.answers),
        event_class=Class(row.event_class) if row.event_class else None,
        kinds=tuple(row.kinds),
        triaged_at=row.triaged_at,
        judged=stored.judged(row.judged),
        scores=stored.scores(row.judged),
        risk=Risk(row.risk) if row.risk else None,
        people=row.people_number,
        views=_views(row),
        decision=_decision(row),
        notice=row.notice,
        outstanding=tuple(row.outstanding),
        notified_at=row.notified_at,
        learnt=_learnt(row),
        new_facts_at=row.new_facts_at,
        closed_at=row.closed_at,
        closed_by=row.closed_by,
        tracks=_tracks(row),
        notes=tuple(
            Note(each.at, each.by, each.kind, each.text, each.about, each.old, each.new)
            for each in sorted(row.notes.all(), key=lambda one: (one.at, one.pk))
        ),
        notices=tuple(
            Sent(each.sent_at, each.sent_by, each.kind, each.via, tuple(each.outstanding), each.reference)
            for each in sorted(row.notices.all(), key=lambda one: (one.sent_at, one.pk))
        ),
        actions=tuple(
            Todo(each.pk, each.text, each.owner_id, each.owner_name, each.due_on, each.done_at, each.done_by)
            for each in sorted(row.actions.all(), key=lambda one: one.pk)
        ),
        named=tuple(sorted(each.person.name for each in row.named.all())),
    )


def officer(organisation_id: UUID, now: datetime) -> held.Holding | None:
    """The Data Protection Officer on this day, where there is one."""
    today = clocks.uk_today(now)
    rows = held.holdings(organisation_id)
    return next((each for each in rows if each.role is Role.DPO and each.is_holder and each.holds_on(today)), None)


def _tracks(row: Incident) -> tuple[Telling, ...]:
    rows = {each.track: each for each in row.tracks.all()}
    return tuple(
        Telling(
            track,
            TrackState(found.state),
            found.why,
            found.how,
            found.done_at,
            found.done_by,
            found.note,
            found.reference,
        )
        for track in Track
        if (found := rows.get(track.value)) is not None
    )


def _views(row: Incident) -> Views:
    return Views(
        row.advice_asked_on,
        row.advice,
        row.advice_by,
        row.no_advice_because,
        row.second_kind,
        row.second_who,
        row.second_said,
        row.second_on,
    )


def _decision(row: Incident) -> Decision | None:
    if row.decided_at is None or row.regulator_decided is None or row.individuals_decided is None:
        return None
    exemption = Exemption(row.exemption) if row.exemption else None
    return Decision(
        row.regulator_decided, row.individuals_decided, exemption, row.rationale, row.decided_at, row.decided_by
    )


def _learnt(row: Incident) -> Learnt:
    return Learnt(
        row.cause_found,
        row.lessons,
        row.process_changed,
        row.managers_told_on,
        row.managers_told,
        row.actions_agreed_by,
    )
