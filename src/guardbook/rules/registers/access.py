"""Access: who may use which system, at which level, since when, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.people import ACCESS_GOES_WITHIN
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.registers.systems import ACCESS_MONTHS, Findings
from guardbook.rules.verdict import Confidence

_WHO, _WHEN, _POWER = "Who and what", "From when to when", "Administrators"


class Kind(Choice):
    """Whose log-in it is."""

    OWN = "own", "One person's own"
    SHARED = "shared", "Several people share it"
    OUTSIDE = "outside", "A supplier's people use it"
    MACHINE = "machine", "A program uses it, no person"


class Level(Choice):
    """What it lets somebody do. An administrator is whoever can change how it works, or who may use it."""

    LOOK = "look", "Look"
    CHANGE = "change", "Look and change"
    ADMIN = "admin", "Administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access(Entry):
    """One log-in to one system. ``person_leaves_on`` is the last day at work of whoever has it."""

    name: str = questions.line(
        "Log-in",
        required=True,
        listed=True,
        hint="The user name, or the person's name.",
        also_called=("user name", "username", "user", "account", "login", "name"),
        part=_WHO,
    )
    systems: tuple[UUID, ...] = questions.links(
        "Which system?", to="systems", listed=True, also_called=("system", "application", "software")
    )
    kind: Kind | None = questions.one("Whose log-in is it?", Kind, required=True, also_called=("account type", "type"))
    person: UUID | None = questions.person(
        "Which person?", listed=True, also_called=("person", "staff member", "employee", "who")
    )
    suppliers: tuple[UUID, ...] = questions.links(
        "Which supplier do they work for?", to="suppliers", also_called=("supplier", "company")
    )
    level: Level | None = questions.one(
        "What does it let them do?",
        Level,
        required=True,
        listed=True,
        hint="Somebody who can add users or change settings is an administrator.",
        also_called=("level", "role", "permission", "permissions", "access level"),
    )
    reason: str = questions.line(
        "Why is it needed?",
        hint="For a shared log-in, why people cannot have their own.",
        also_called=("reason", "why", "justification"),
    )
    granted_on: date | None = questions.day(
        "Given on", also_called=("granted", "date granted", "start date", "created"), part=_WHEN
    )
    ended_on: date | None = questions.day(
        "Closed on", listed=True, also_called=("ended", "removed", "date removed", "end date", "closed")
    )
    agreement_signed_on: date | None = questions.day(
        "Signed the administrators' agreement on",
        also_called=("agreement", "admin agreement", "agreement signed"),
        part=_POWER,
    )
    supplier_clause: bool | None = questions.yes_no(
        "Does the supplier's contract bind their people?", also_called=("contract clause", "supplier contract")
    )
    is_separate: bool | None = questions.yes_no(
        "Is it used only to run the system, never for email or daily work?",
        also_called=("separate admin account", "separate account"),
    )
    person_leaves_on: date | None = None

    def is_bound(self) -> bool | None:
        """Whether an administrator has signed, or a supplier's contract binds them; None where nobody has said."""
        if self.agreement_signed_on is not None or self.supplier_clause:
            return True
        return None if self.kind is Kind.OUTSIDE and self.supplier_clause is None else False


@dataclass(frozen=True, slots=True)
class Facts:
    """One log-in on a day."""

    as_of: date
    log_in: Access


def access(facts: Facts) -> Findings:
    """Judge one log-in: may it still be open, is its owner known, is its administrator bound? Source: E-09."""
    return Findings(() if REGISTER.is_over(facts.log_in, facts.as_of) else tuple(gaps(facts.log_in, facts.as_of)))


def is_open_door(entry: Access, on: date) -> bool:
    """True where its person left, and the day in which it had to be closed is over (E-09, item 4.2.4)."""
    gone = entry.person_leaves_on
    closed = entry.ended_on is not None and entry.ended_on <= on
    return gone is not None and on > gone + ACCESS_GOES_WITHIN and not closed


def refuses(entry: Access) -> Iterator[str]:
    """What makes no sense: a log-in that was closed before it was given."""
    if entry.granted_on and entry.ended_on and entry.ended_on < entry.granted_on:
        yield "It cannot be closed before it was given. Check the two dates."


def gaps(entry: Access, on: date) -> Iterator[Gap]:
    """What is wrong with one log-in on a day, while it is open. Sources: items 4.2.4 and 4.3.1; E-09 and E-12."""
    if entry.person_leaves_on is not None and entry.person_leaves_on < on:
        text = f"They left on {dates.in_words(entry.person_leaves_on)} and this log-in still works. Close it today."
        yield _gap(text, "ended_on", Severity.HIGH, "item 4.2.4")
    if not entry.systems:
        yield _gap("Say which system it is for.", "systems")
    if entry.kind is Kind.OWN and entry.person is None:
        yield _gap("Say which person has it.", "person")
    if entry.kind is Kind.OUTSIDE and not entry.suppliers:
        yield _gap("Say which supplier's people use it.", "suppliers", Severity.LOW)
    if entry.kind is Kind.SHARED and not entry.reason:
        text = "Nobody can tell who did what with a shared log-in. Give each person their own, or write down why not."
        yield Gap(text, Severity.HIGH, "reason", "E-12", Confidence.MEMORY, "item 4.5.4")
    if entry.level is Level.ADMIN:
        yield from _administrator(entry)


def _administrator(entry: Access) -> Iterator[Gap]:
    if entry.is_bound() is not True:
        if entry.kind is Kind.OUTSIDE:
            text = "Check that the supplier's contract binds the people who run this for you, or have them sign."
            yield _gap(text, "supplier_clause", source="item 4.3.1", confidence=Confidence.READ)
        else:
            text = "An administrator can see and change nearly everything. Have them sign the agreement."
            yield _gap(text, "agreement_signed_on", source="item 4.3.1", confidence=Confidence.READ)
    if entry.is_separate is False:
        text = "One log-in is used for daily work and to run the system. Make a second one only for running it."
        yield _gap(text, "is_separate", confidence=Confidence.READ_SECOND)


def _gap(
    text: str,
    question: str,
    severity: Severity = Severity.MEDIUM,
    source: str = "",
    confidence: Confidence = Confidence.DEFAULT,
) -> Gap:
    return Gap(text, severity, question, "E-09", confidence, source)


REGISTER: Register[Access] = Register(
    slug="access",
    entry=Access,
    title="Who can use what",
    one="log-in",
    many="log-ins",
    section=Section.SYSTEMS,
    why="Access tends to grow. A list by person and system shows who no longer needs it, most of all when they leave.",
    example="Asha Khan, care records, administrator, given on 5 January, agreement signed on 6 January.",
    refuses=refuses,
    gaps=gaps,
    counted=("kind", "person", "level", "ended_on", "agreement_signed_on", "supplier_clause"),
    review_months=lambda entry: ACCESS_MONTHS if entry.ended_on is None else None,
    same_by=("name", "systems"),
    ends="ended_on",
    held_by="person",
    ends_with_holder=True,
    with_sites=False,
)
