"""What one organisation's records say on one day, as counts and dates, never as rows.

Batch code gathers these for many organisations at once; the suggestions read nothing else.
Every date is a UK calendar date. ``None`` always means "not recorded", never "no".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """What the organisation has told us about itself."""

    legal_name: str = ""
    ico_number: str = ""
    ico_expires_on: date | None = None
    ico_exempt_because: str = ""
    cyber_essentials_plus_until: date | None = None
    nhsmail_only: bool | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One appointment: who holds which role from day to day, and how it was given."""

    role: str
    title: str
    holder: str
    job_title: str = ""
    is_external: bool = False
    is_accountable: bool = False
    is_deputy: bool = False
    from_on: date | None = None
    until_on: date | None = None
    evidence: str = ""
    accepted_on: date | None = None
    role_training_on: date | None = None

    def is_held(self, on: date) -> bool:
        """True when the appointment is in force on that day."""
        begun = self.from_on is None or self.from_on <= on
        return begun and (self.until_on is None or self.until_on >= on)


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """The key roles: every appointment that has ended, is in force or is still to come."""

    posts: tuple[Post, ...] = ()

    def held(self, on: date) -> tuple[Post, ...]:
        """The appointments in force on that day."""
        return tuple(post for post in self.posts if post.is_held(on))

    def moves(self) -> frozenset[date]:
        """The days on which an appointment begins, or is over."""
        starts = {post.from_on for post in self.posts if post.from_on}
        ends = {day_after(post.until_on) for post in self.posts if post.until_on}
        return frozenset(starts | ends)


@dataclass(frozen=True, slots=True)
class Cohort:
    """People whose facts are the same, counted together.

    ``starts_on`` is kept only when still ahead, ``leaves_on`` (the last day) only when known,
    ``trained_on`` is the latest training that counts. ``in_coverage`` is False for agency
    workers who never see personal data (rule F-02).
    """

    people: int
    starts_on: date | None = None
    leaves_on: date | None = None
    trained_on: date | None = None
    in_coverage: bool = True
    has_clause: bool = True
    has_job: bool = True
    long_term_absent: bool = False

    def is_here(self, on: date) -> bool:
        """True when these people work here on that day."""
        started = self.starts_on is None or self.starts_on <= on
        return started and (self.leaves_on is None or self.leaves_on >= on)


@dataclass(frozen=True, slots=True)
class Starters:
    """People who started on one day, by whether their induction is recorded and when."""

    people: int
    started_on: date
    inducted_on: date | None = None
    leaves_on: date | None = None

    def is_here(self, on: date) -> bool:
        """True when these people have started and have not left."""
        return self.started_on <= on and (self.leaves_on is None or self.leaves_on >= on)


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """The staff list in numbers.

    ``checked_on`` is when somebody last changed or checked the list. ``starters`` covers the
    last twelve months and everybody who is known to start later.
    """

    cohorts: tuple[Cohort, ...] = ()
    checked_on: date | None = None
    starters: tuple[Starters, ...] = ()

    def here(self, on: date) -> tuple[Cohort, ...]:
        """The cohorts that work here on that day."""
        return tuple(each for each in self.cohorts if each.is_here(on))

    def moves(self) -> frozenset[date]:
        """The days on which somebody starts, or is here no longer."""
        starts = {each.starts_on for each in self.cohorts if each.starts_on}
        ends = {day_after(each.leaves_on) for each in self.cohorts if each.leaves_on}
        return frozenset(starts | ends)


@dataclass(frozen=True, slots=True)
class MissingJob:
    """A job on the staff list that the needs analysis leaves out, until its last holder leaves."""

    title: str
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class NeedsAnalysis:
    """The latest training needs analysis that somebody senior approved."""

    approved_on: date
    approved_by: str = ""
    jobs_missing: tuple[MissingJob, ...] = ()

    def missing(self, on: date) -> tuple[str, ...]:
        """The jobs it leaves out on that day."""
        return tuple(job.title for job in self.jobs_missing if job.until_on is None or job.until_on >= on)


@dataclass(frozen=True, slots=True)
class TrainingFacts:
    """What is recorded about training beyond each person's latest date."""

    needs: NeedsAnalysis | None = None


@dataclass(frozen=True, slots=True)
class Leavers:
    """People who left on one day, by the day their access was taken away."""

    people: int
    left_on: date
    access_removed_on: date | None = None


@dataclass(frozen=True, slots=True)
class AccessFacts:
    """Whether access ended when people left: the last twelve months, and known leavers to come."""

    leavers: tuple[Leavers, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept(Generic[E]):
    """What one register holds: its checked entries that are not archived, counted by what matters.

    ``unchecked`` counts starter entries nobody has said are true. ``whole_on`` is when somebody
    last said that the register is whole and right; ``is_none`` that there is nothing to keep in it.
    """

    rows: tuple[Counted[E], ...] = ()
    unchecked: int = 0
    whole_on: date | None = None
    is_none: bool = False

    @property
    def number(self) -> int:
        """How many checked entries there are."""
        return sum(each.number for each in self.rows)


_EMPTY: Kept[Any] = Kept()


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """The registers of one organisation, by slug; ask with ``of``, which keeps the types."""

    by_slug: Mapping[str, Kept[Any]] = field(default_factory=dict)

    def of(self, register: Register[E]) -> Kept[E]:
        """What one register holds; empty where nothing was ever put in it."""
        return self.by_slug.get(register.slug, _EMPTY)


@dataclass(frozen=True, slots=True)
class Happened:
    """Incidents found on one day that stand alike, counted together.

    ``is_open``: the work on it is not finished. ``reviewed``: what let it happen was looked at. ``managed``: somebody in charge was told and agreed the actions.
    ``told``: the people were told, or the law excuses it.
    """

    found_on: date
    number: int = 1
    is_breach: bool = False
    is_open: bool = False
    reviewed: bool = False
    managed: bool = False
    high_risk: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class IncidentFacts:
    """The log of incidents and near misses."""

    happened: tuple[Happened, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the suggestions may know about one organisation on ``as_of``."""

    as_of: date
    publish_on: date | None = None
    profile: ProfileFacts = field(default_factory=ProfileFacts)
    roles: RoleFacts = field(default_factory=RoleFacts)
    staff: StaffFacts = field(default_factory=StaffFacts)
    training: TrainingFacts = field(default_factory=TrainingFacts)
    access: AccessFacts = field(default_factory=AccessFacts)
    registers: RegisterFacts = field(default_factory=RegisterFacts)
    incidents: IncidentFacts = field(default_factory=IncidentFacts)

    @property
    def judged_on(self) -> date:
        """The day date windows count back from: planned publication, or today once that has passed."""
        return self.as_of if self.publish_on is None else max(self.as_of, self.publish_on)


def day_after(on: date) -> date:
    """The first day on which something whose last day is ``on`` no longer holds."""
    return on + timedelta(days=1)
