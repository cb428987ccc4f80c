"""Emergency contacts: whom to ring when the computers are down, on paper, and how old that paper is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

LOOKED_AT_EVERY = 6
"""Months between looks at the list (rule E-06, our default)."""
PRINT_GOOD_FOR = 12
"""Months for which a printed list is taken as current (item 7.3.2: six to twelve)."""


class For(Choice):
    """What somebody is rung for."""

    IT = "it", "Help with computers", "IT support", "computers"
    SYSTEM = (
        "system",
        "A system we use, such as care planning or medicines",
        "care system",
        "software",
        "system supplier",
    )
    INTERNET = "internet", "The internet", "broadband", "internet provider"
    PHONES = "phones", "The phones", "phone company", "telephones"
    POWER = "power", "Power, gas or water", "electricity", "gas", "water", "utilities"
    BUILDING = "building", "The building, alarms or keys", "maintenance", "alarm", "keyholder"
    STAFF = "staff", "Our own key people", "management", "on call", "key staff"
    NHS = "nhs", "The NHS: surgery, pharmacy, integrated care board", "GP", "surgery", "pharmacy", "hospital"
    COUNCIL = "council", "The council or safeguarding", "safeguarding", "local authority", "social services"
    REGULATOR = "regulator", "A regulator"
    CRIME = "crime", "Police or fraud", "police", "action fraud"
    INSURER = "insurer", "Our insurer", "insurance"


EXPECTED = frozenset({For.IT, For.SYSTEM, For.INTERNET, For.STAFF, For.NHS})
"""Whom the toolkit expects to find on the list (item 7.3.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Entry):
    """One person or company to ring. ``print_due_on`` is the last day on which its printed copy counts as current."""

    name: str = questions.line(
        "Who do you ring?", required=True, listed=True, also_called=("name", "company", "contact", "organisation")
    )
    owner: UUID | None = questions.person("Who keeps this number right?", also_called=("owner", "checked by"))
    rung_for: tuple[For, ...] = questions.some(
        "What for?", For, required=True, listed=True, also_called=("what for", "type", "category", "role", "service")
    )
    phone: str = questions.line(
        "Phone number",
        hint="The number that works at night and at weekends, if there is one.",
        required=True,
        listed=True,
        also_called=("phone", "telephone", "tel", "mobile", "number", "contact number", "phone number"),
    )
    other_phone: str = questions.line(
        "Another number", also_called=("phone 2", "second number", "out of hours", "alternative number")
    )
    email: str = questions.line("Email", also_called=("e-mail", "email address"))
    account: str = questions.line(
        "What will they ask you for?",
        hint="For example an account or contract number. Never write a password here.",
        also_called=("account number", "reference", "contract number"),
    )
    printed_on: date | None = questions.day(
        "When was the paper list with this number printed?",
        listed=True,
        also_called=("printed", "print date", "date printed"),
    )
    print_due_on: date | None = None


def print_good_until(entry: Contact) -> date | None:
    """The last day on which the printed number counts as current; None where it is on no paper."""
    return None if entry.printed_on is None else dates.add_months(entry.printed_on, PRINT_GOOD_FOR)


def missing(contacts: Iterable[Contact]) -> tuple[For, ...]:
    """For what nobody can be rung, of what the toolkit expects."""
    there = {purpose for contact in contacts for purpose in contact.rung_for}
    return tuple(each for each in For if each in EXPECTED - there)


def in_words(purposes: Iterable[For]) -> str:
    """Purposes for a sentence."""
    return "; ".join(each.label[0].lower() + each.label[1:] if each is not For.NHS else each.label for each in purposes)


def gaps(entry: Contact, on: date) -> Iterator[Gap]:
    """What is missing for one contact. Source: item 7.3.2 and rule E-06."""
    until = print_good_until(entry)
    if until is None:
        text = "This number is on no paper list yet. Print the list, and note the day."
        yield Gap(text, Severity.MEDIUM, "printed_on", "E-06", Confidence.INFERRED)
    elif until < on:
        text = f"The paper list is from {dates.in_words(entry.printed_on or until)}. Print a new one."
        yield Gap(text, Severity.MEDIUM, "printed_on", "E-06", Confidence.INFERRED)


def findings(rows: Sequence[Counted[Contact]], on: date) -> Iterator[Gap]:
    """For what nobody can be rung, once there is a list. Source: item 7.3.2."""
    del on
    nobody = missing(each.entry for each in rows)
    if rows and nobody:
        text = f"Nobody on the list can be rung for: {in_words(nobody)}."
        yield Gap(text, Severity.MEDIUM, "rung_for", "E-06", Confidence.INFERRED)


def settle(entry: Contact, _reference: Reference) -> Contact:
    """Fill in the last day on which the printed copy counts as current."""
    return replace(entry, print_due_on=print_good_until(entry))


REGISTER: Register[Contact] = Register(
    slug="contacts",
    entry=Contact,
    title="Emergency contacts",
    one="contact",
    many="contacts",
    section=Section.RISKS,
    why="When the computers are down, the numbers on them are gone as well. This list is for printing.",
    example="Fernbank IT, help with computers, 01632 960456, printed in October.",
    gaps=gaps,
    findings=findings,
    counted=("name", "rung_for", "phone", "printed_on", "print_due_on"),
    review_months=lambda _entry: LOOKED_AT_EVERY,
    derived=("print_due_on",),
    settle=settle,
)
