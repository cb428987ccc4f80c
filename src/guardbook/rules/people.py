"""The people who work here: who is active, and what is missing when they start, stay or leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.verdict import Confidence, Reason

LIST_IS_FRESH_FOR = timedelta(days=30)
ACCESS_GOES_WITHIN = timedelta(days=1)
INDUCTION_WITHIN = timedelta(days=14)


class Kind(StrEnum):
    """How a person belongs to the organisation. All of them count as staff for the toolkit."""

    EMPLOYEE = "employee"
    BANK = "bank"
    AGENCY = "agency"
    DIRECTOR = "director"
    TRUSTEE = "trustee"
    VOLUNTEER = "volunteer"
    STUDENT = "student"

    @property
    def label(self) -> str:
        """The words people see."""
        return {Kind.BANK: "Bank staff", Kind.AGENCY: "Agency worker"}.get(self, self.value.capitalize())

    @property
    def agreement(self) -> str:
        """What the paper is called that sets this person's duties."""
        match self:
            case Kind.EMPLOYEE | Kind.BANK:
                return "contract"
            case Kind.AGENCY:
                return "agency terms"
            case Kind.DIRECTOR | Kind.TRUSTEE:
                return "letter of appointment"
            case Kind.VOLUNTEER:
                return "volunteer agreement"
            case Kind.STUDENT:
                return "placement agreement"


@dataclass(frozen=True, slots=True)
class Person:
    """What the rules need to know of one person. The dates are UK dates, ends included.

    ``has_access`` says whether they can see records about people; it decides only whether
    an agency worker counts. ``away`` means long-term absence (sickness, parental leave).
    ``started_on`` is None when nobody has said; they count as started. ``has_kit`` means
    devices or keys of the organisation's.
    """

    name: str
    kind: Kind
    started_on: date | None = None
    left_on: date | None = None
    has_access: bool = True
    away: bool = False
    clause_signed_on: date | None = None
    induction_on: date | None = None
    access_removed_on: date | None = None
    has_kit: bool | None = None
    kit_returned_on: date | None = None


class Topic(StrEnum):
    """What a finding about a person is about."""

    INDUCTION = "induction"
    AGREEMENT = "agreement"
    ACCESS = "access"
    DEVICES = "devices"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to put right for one person, with the toolkit item it touches."""

    name: str
    topic: Topic
    item: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything to put right, person by person."""

    findings: tuple[Finding, ...]

    def about(self, topic: Topic) -> tuple[Finding, ...]:
        """Return only the findings about one topic."""
        return tuple(found for found in self.findings if found.topic is topic)


@dataclass(frozen=True, slots=True)
class Freshness:
    """Whether the staff list can be called current, why, and until when."""

    current: bool
    reason: Reason
    until: date | None


@dataclass(frozen=True, slots=True)
class StaffFacts:
    """The staff on a date."""

    as_of: date
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class ListFacts:
    """When somebody last confirmed that the staff list is right, seen from a date."""

    as_of: date
    confirmed_on: date | None


def is_active(person: Person, on: date) -> bool:
    """Return whether the person works here on this date; the last day counts as a working day."""
    started = person.started_on is None or person.started_on <= on
    return started and (person.left_on is None or on <= person.left_on)


def findings(facts: StaffFacts) -> Findings:
    """Return everything missing about the people on a date.

    Source: toolkit items 2.1.1 (induction), 2.2.1 (a clause on data security in every agreement)
    and 4.2.4 (access goes when people do); rules F-04 and E-09 of the rule book.
    """
    return Findings(tuple(found for person in facts.people for found in _of(person, facts.as_of)))


def list_is_current(facts: ListFacts) -> Freshness:
    """Return whether the staff list was confirmed in the last 30 days (toolkit item 4.1.1)."""
    if facts.confirmed_on is None:
        text = "Nobody has yet confirmed that the staff list is right."
        return Freshness(current=False, reason=_our_choice(text, "4.1.1"), until=None)
    until = facts.confirmed_on + LIST_IS_FRESH_FOR
    current = facts.confirmed_on <= facts.as_of <= until
    when = dates.in_words(facts.confirmed_on)
    text = (
        f"The staff list was confirmed on {when}."
        if current
        else f"The staff list was last confirmed on {when}. Look through it again: a list counts as live for 30 days."
    )
    return Freshness(current=current, reason=_our_choice(text, "4.1.1"), until=until)


def _of(person: Person, as_of: date) -> Iterable[Finding]:
    if is_active(person, as_of):
        yield from _induction(person, as_of)
        yield from agreement(person)
    elif person.left_on is not None and person.left_on < as_of:
        yield from _access(person, person.left_on, as_of)
        yield from _devices(person)


def agreement(person: Person) -> Iterable[Finding]:
    """Yield a finding when no clause on data security has been signed (F-04, item 2.2.1)."""
    if person.clause_signed_on is None:
        paper = person.kind.agreement
        text = f"No data security clause is signed in {person.name}'s {paper}. Ask them to sign one."
        yield Finding(person.name, Topic.AGREEMENT, "2.2.1", Reason(text, "F-04", Confidence.READ))


def _induction(person: Person, as_of: date) -> Iterable[Finding]:
    if person.induction_on is not None:
        return
    text = f"No induction is recorded for {person.name}."
    if person.started_on is not None:
        due = person.started_on + INDUCTION_WITHIN
        late = f" It was due by {dates.in_words(due)}." if as_of > due else ""
        text = f"{person.name} started on {dates.in_words(person.started_on)}. No induction is recorded.{late}"
    yield Finding(person.name, Topic.INDUCTION, "2.1.1", Reason(text, "F-04", Confidence.DEFAULT))


def _access(person: Person, left: date, as_of: date) -> Iterable[Finding]:
    latest, removed = left + ACCESS_GOES_WITHIN, person.access_removed_on
    when = dates.in_words(left)
    if removed is None and as_of > latest:
        text = f"{person.name} left on {when}. Their access is not recorded as removed."
    elif removed is not None and removed > latest:
        days = (removed - left).days
        text = f"{person.name} left on {when}. Their access went {days} days later; it should go within a day."
    else:
        return
    yield Finding(person.name, Topic.ACCESS, "4.2.4", Reason(text, "E-09", Confidence.DEFAULT))


def _devices(person: Person) -> Iterable[Finding]:
    if person.has_kit and person.kit_returned_on is None:
        text = f"{person.name} has left and still has a device or keys of yours. Get them back."
        yield Finding(person.name, Topic.DEVICES, "4.2.4", Reason(text, "E-09", Confidence.DEFAULT))


def _our_choice(text: str, item: str) -> Reason:
    return Reason(text, item, Confidence.DEFAULT)
