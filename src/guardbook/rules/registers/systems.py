"""Systems: each program people sign in to, how they prove who they are, and who looked at who may use it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

ACCESS_MONTHS = 6
"""How often somebody looks through who may use a system (E-09, our own choice)."""

_SYSTEM, _PROOF, _USERS = "The system", "How people sign in", "Who can use it"


class SecondStep(Choice):
    """Whether a second proof, such as a code on a phone, goes with the password."""

    ALL = "all", "On for everybody"
    SOME = "some", "On for some people"
    OFF = "off", "Off, though the system can do it"
    CANNOT = "cannot", "The system cannot do it"


class Passwords(Choice):
    """The shortest password that the system takes. The steps are those of Cyber Essentials (E-03)."""

    TWELVE = "12", "At least 12 characters"
    EIGHT_CHECKED = "8_checked", "At least 8, and it refuses common ones"
    EIGHT = "8", "At least 8"
    SHORTER = "shorter", "Shorter than 8"
    NO_PASSWORD = "none", "No password: a passkey, a card or a finger"


class Habit(Choice):
    """Password rules that used to be advice, and that make people choose worse ones (E-12)."""

    CHANGES = "changes", "A new password every so often"
    LONGEST = "longest", "A longest length"
    MIXTURE = "mixture", "A mixture of capitals, numbers and signs"


@dataclass(frozen=True, slots=True, kw_only=True)
class System(Entry):
    """One system or program. ``access_due_on`` is worked out: when its list of users is to be looked at again."""

    name: str = questions.line(
        "System", required=True, listed=True, also_called=("system name", "software", "application"), part=_SYSTEM
    )
    used_for: str = questions.line(
        "What is it for?", required=True, listed=True, also_called=("purpose", "use", "description")
    )
    suppliers: tuple[UUID, ...] = questions.links(
        "Who supplies it?", to="suppliers", also_called=("supplier", "provider", "vendor")
    )
    holds_personal: bool | None = questions.yes_no(
        "Does it hold information about people?", required=True, also_called=("personal data", "holds personal data")
    )
    outside: bool | None = questions.yes_no(
        "Can people sign in from outside your building?",
        required=True,
        listed=True,
        hint="From home or on a phone. For most websites and apps it is yes.",
        also_called=("remote access", "remote", "internet facing", "cloud"),
        part=_PROOF,
    )
    second_step: SecondStep | None = questions.one(
        "Is a second step on?",
        SecondStep,
        listed=True,
        hint="Such as a code on a phone after the password.",
        also_called=("mfa", "2fa", "multi-factor", "multi-factor authentication", "two step"),
    )
    exception: str = questions.line(
        "If not for everybody, why not?", also_called=("mfa exception", "exception", "reason for no mfa")
    )
    exception_by: UUID | None = questions.person(
        "Which senior person agreed to that?", also_called=("exception approved by", "approved by")
    )
    exception_on: date | None = questions.day("They agreed on", also_called=("exception approved on", "approved on"))
    passwords: Passwords | None = questions.one(
        "How short may a password be?", Passwords, also_called=("minimum password length", "password length")
    )
    habits: tuple[Habit, ...] = questions.some(
        "Does it insist on any of these?", Habit, hint="They used to be advice. Today they are known to do harm."
    )
    is_shared: bool | None = questions.yes_no(
        "Does anybody share a log-in?",
        also_called=("shared log-ins", "shared logins", "shared accounts"),
        part=_USERS,
    )
    shared_because: str = questions.line("If so, why?", also_called=("shared account reason",))
    logs_admins: bool | None = questions.yes_no(
        "Does it keep a log of what its administrators do?",
        hint="Your supplier can tell you. Only the right people should be able to read it.",
        also_called=("admin logging", "audit log"),
    )
    access_reviewed_on: date | None = questions.day(
        "You last looked through who can use it on",
        also_called=("access reviewed", "access review", "access review date"),
    )
    access_due_on: date | None = None

    @property
    def is_excepted(self) -> bool:
        """True where a reason is written down that somebody senior agreed to (item 4.5.3)."""
        return bool(self.exception and self.exception_by and self.exception_on)


@dataclass(frozen=True, slots=True)
class Facts:
    """One system on a day."""

    as_of: date
    system: System


@dataclass(frozen=True, slots=True)
class Findings:
    """What is missing or wrong, each in a sentence that says what to do; empty when all is well."""

    findings: tuple[Gap, ...]


def signing_in(facts: Facts) -> Findings:
    """Judge how people sign in to a system, and who shares a log-in. Sources: E-03, E-12."""
    return Findings(tuple(_weaknesses(facts.system)))


def settle(entry: System, _reference: Reference) -> System:
    """Fill when the list of its users is to be looked at again."""
    looked = entry.access_reviewed_on
    return replace(entry, access_due_on=dates.add_months(looked, ACCESS_MONTHS) if looked else None)


def password_is_strong(entry: System) -> bool | None:
    """Whether the system's passwords meet one of the three ways of Cyber Essentials; None where nobody has said.

    Source: E-03 (at second hand): a second step with 8 characters, or 12 characters, or 8 with a list of refused ones.
    """
    match entry.passwords:
        case None:
            return None
        case Passwords.NO_PASSWORD | Passwords.TWELVE | Passwords.EIGHT_CHECKED:
            return True
        case Passwords.EIGHT:
            return entry.second_step is SecondStep.ALL
        case Passwords.SHORTER:
            return False


def gaps(entry: System, on: date) -> Iterator[Gap]:
    """What is missing for one system on a day. Sources: items 4.1.2 and 4.5.3; E-03, E-09 and E-12."""
    yield from _weaknesses(entry)
    if entry.access_due_on is None:
        yield Gap("Look through who can use it, and put the date here.", Severity.LOW, "access_reviewed_on", "E-09")
    elif entry.access_due_on < on:
        text = f"A look through who can use it was due on {dates.in_words(entry.access_due_on)}."
        yield Gap(text, Severity.MEDIUM, "access_reviewed_on", "E-09", Confidence.DEFAULT, "item 4.1.2")


def _weaknesses(entry: System) -> Iterator[Gap]:
    """What is weak in how people sign in. Sources: E-03 (at second hand), E-12 (from memory), item 4.5.3."""
    yield from _second_step(entry)
    if entry.is_shared and not entry.shared_because:
        text = (
            "Nobody can tell who did what where a log-in is shared. Give each person their own, or write down why not."
        )
        yield Gap(text, Severity.HIGH, "shared_because", "E-12", Confidence.MEMORY, "item 4.5.4")
    if password_is_strong(entry) is False:
        severity = Severity.HIGH if entry.passwords is Passwords.SHORTER else Severity.MEDIUM
        text = "Its passwords may be too short. Ask for 12 characters, or turn on the second step for everybody."
        yield Gap(text, severity, "passwords", "E-03", Confidence.READ_SECOND, "Cyber Essentials")
    if Habit.CHANGES in entry.habits:
        yield _old("Making people change passwords every so often is old advice. Ask for it only after a scare.")
    if Habit.LONGEST in entry.habits:
        yield _old("A longest length stops people from using three random words. Ask the supplier to lift it.")
    if Habit.MIXTURE in entry.habits:
        yield _old("Making people mix signs is old advice. Length does more.")


def _second_step(entry: System) -> Iterator[Gap]:
    if not entry.outside or entry.second_step is SecondStep.ALL or entry.is_excepted:
        return
    if entry.second_step is None:
        yield _toolkit("Say whether a second step is on for people who sign in from outside.", "second_step")
    elif entry.exception:
        yield _toolkit("Say which senior person agreed to do without the second step, and when.", "exception_by")
    elif entry.second_step is SecondStep.CANNOT:
        yield _toolkit("It cannot do a second step. Write down why you still use it, and who agreed.", "exception")
    else:
        text = "Turn the second step on for everybody. Stolen passwords are the easiest way in."
        yield Gap(text, Severity.HIGH, "second_step", "E-03", Confidence.READ_SECOND, "Cyber Essentials; item 4.5.3")


def _toolkit(text: str, question: str) -> Gap:
    return Gap(text, Severity.MEDIUM, question, "4.5.3", Confidence.READ, "item 4.5.3")


def _old(text: str) -> Gap:
    return Gap(text, Severity.LOW, "habits", "E-12", Confidence.MEMORY, "National Cyber Security Centre")


REGISTER: Register[System] = Register(
    slug="systems",
    entry=System,
    title="Systems people sign in to",
    one="system",
    many="systems",
    section=Section.SYSTEMS,
    why="Each log-in is a door. This list says where the doors are, and how well each is locked.",
    example="Care records, used by all care staff, from outside too, second step on for everybody.",
    gaps=gaps,
    counted=(
        "name",
        "holds_personal",
        "outside",
        "second_step",
        "exception",
        "exception_by",
        "exception_on",
        "passwords",
        "is_shared",
        "shared_because",
        "logs_admins",
        "access_reviewed_on",
    ),
    derived=("access_due_on",),
    settle=settle,
)
