"""Data flows: what goes between us and others, how it travels and whether it is safe on the way (rule D-02)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.rules.registers import checked, questions
from guardbook.rules.registers.checked import Row
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.information import Data, is_sensitive
from guardbook.rules.registers.lawful_basis import Basis
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity


class Direction(Choice):
    """Which way it goes."""

    OUT = "out", "From us to them"
    IN = "in", "From them to us"
    BOTH = "both", "Both ways"


class Partner(Choice):
    """What the other side is."""

    FAMILY = "family", "A person we support, or their family"
    HEALTH = "health", "A GP, pharmacy, nurse or hospital"
    COUNCIL = "council", "A council or another body that pays for care"
    REGULATOR = "regulator", "A regulator, the police or a court"
    SUPPLIER = "supplier", "A supplier that works for us"
    PROVIDER = "provider", "Another care provider"
    OTHER = "other", "Somebody else"


class Method(Choice):
    """How it travels."""

    NHSMAIL = "nhsmail", "NHSmail"
    SECURE_EMAIL = "secure_email", "Another secure email"
    PLAIN_EMAIL = "plain_email", "Ordinary email, such as Gmail"
    PORTAL = "portal", "A website we sign in to"
    SYSTEM = "system", "From system to system"
    CHAT = "chat", "A messaging app, such as WhatsApp"
    PHONE = "phone", "By phone"
    POST = "post", "By post"
    HAND = "hand", "By hand, on paper"
    STICK = "stick", "On a memory stick or disc"
    OTHER = "other", "Another way"


class Frequency(Choice):
    """How often."""

    ALL_THE_TIME = "all_the_time", "All the time"
    DAILY = "daily", "Every day"
    WEEKLY = "weekly", "Every week"
    MONTHLY = "monthly", "Every month"
    YEARLY = "yearly", "Every year"
    NOW_AND_THEN = "now_and_then", "When it is needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Entry):
    """One thing that goes to or comes from somebody else."""

    name: str = questions.line(
        "What is it?",
        hint="For example: medicine charts, invoices, hospital letters.",
        required=True,
        listed=True,
        also_called=("flow", "data flow", "what", "information", "description", "information shared"),
    )
    partner: str = questions.line(
        "Who is on the other side?",
        hint="For example: Market Street Pharmacy.",
        required=True,
        listed=True,
        also_called=("recipient", "to", "shared with", "organisation", "partner", "from", "who"),
    )
    partner_kind: Partner | None = questions.one("What are they?", Partner, also_called=("recipient type", "type"))
    direction: Direction | None = questions.one(
        "Which way does it go?", Direction, required=True, listed=True, also_called=("in or out", "inbound or outbound")
    )
    data: tuple[Data, ...] = questions.some(
        "What kinds of information?", Data, required=True, also_called=("personal data", "categories of data", "data")
    )
    why: str = questions.line("What for?", also_called=("purpose", "reason", "why"))
    bases: tuple[Basis, ...] = questions.some(
        "Why does the law allow it?",
        Basis,
        hint="Leave this empty where you link it to a use of information below.",
        also_called=("lawful basis", "legal basis"),
    )
    processing: tuple[UUID, ...] = questions.links("Which use of information is it part of?", to="processing")
    method: Method | None = questions.one(
        "How does it travel?",
        Method,
        required=True,
        listed=True,
        also_called=("method", "transfer method", "how", "how is it sent", "format"),
        part="On the way",
    )
    frequency: Frequency | None = questions.one("How often?", Frequency, also_called=("frequency", "how often"))
    is_protected: bool | None = questions.yes_no(
        "Is it safe on the way?",
        hint="For example: scrambled (encrypted), signed for, or in a locked bag.",
        also_called=("protected", "secure", "encrypted", "protected in transit"),
    )
    country: str = questions.line(
        "Which country outside the United Kingdom does it go to?",
        hint="Leave this empty where it stays in the United Kingdom.",
        also_called=("country", "outside uk", "countries"),
    )
    agreement: str = questions.line(
        "Which contract or agreement covers it?",
        also_called=("agreement", "contract", "data sharing agreement", "sharing agreement", "dsa"),
    )
    assets: tuple[UUID, ...] = questions.links("Where do you keep it?", to="assets")


def gaps(entry: Flow, on: date) -> Iterator[Gap]:
    """What is missing or unsafe about one flow. Source: rule D-02, and D-07 and D-09 for agreements."""
    del on
    yield from _on_the_way(entry)
    if not entry.bases and not entry.processing:
        yield _gap("Say why the law allows it, or link it to a use of information.", Severity.MEDIUM, "bases")
    if not entry.assets:
        yield from _nowhere(entry)
    if entry.partner_kind is Partner.SUPPLIER and not entry.agreement:
        text = "A supplier that handles information for you needs a contract about it. Say which."
        yield Gap(text, Severity.MEDIUM, "agreement", "D-07")
    if entry.country and not entry.agreement:
        text = f"It goes to {entry.country}. Say which agreement, or which rule, makes that allowed."
        yield Gap(text, Severity.MEDIUM, "agreement", "D-09")


def _on_the_way(entry: Flow) -> Iterator[Gap]:
    sensitive = is_sensitive(entry.data)
    if entry.method is Method.PLAIN_EMAIL and sensitive:
        text = "Health or other sensitive information goes by ordinary email. Use NHSmail or another secure email."
        yield _gap(text, Severity.HIGH, "method")
    elif entry.is_protected is False:
        severity = Severity.HIGH if sensitive else Severity.MEDIUM
        yield _gap("It is not safe on the way. Find a safer way to send it.", severity, "is_protected")
    elif entry.method is Method.CHAT and sensitive:
        text = "Sensitive information goes through a messaging app. Agree rules for it, or use something safer."
        yield _gap(text, Severity.MEDIUM, "method")
    elif entry.is_protected is None and sensitive:
        yield _gap("Say whether it is safe on the way.", Severity.LOW, "is_protected")


def _nowhere(entry: Flow) -> Iterator[Gap]:
    if entry.method is Method.CHAT:
        text = "This chat is not in your list of places where information is kept. Add it there and link it."
        yield _gap(text, Severity.MEDIUM, "assets")


def _gap(text: str, severity: Severity, question: str) -> Gap:
    return Gap(text, severity, question, "D-02")


REGISTER: Register[Flow] = Register(
    slug="flows",
    entry=Flow,
    title="What goes to and from others",
    one="flow",
    many="flows",
    section=Section.INFORMATION,
    why=(
        "Information is most at risk while it travels. This list, and the map made from it, show what goes where, "
        "how it travels and whether it is safe on the way."
    ),
    example="Medicine charts, every month to Market Street Pharmacy by NHSmail, safe on the way.",
    gaps=gaps,
    counted=(),
    same_by=("name", "partner"),
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The flows that a provider has."""

    as_of: date
    rows: tuple[Flow, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """Each flow with what is missing or unsafe."""

    rows: tuple[Row, ...]


def flows(facts: Facts) -> Checked:
    """What is missing or unsafe in what goes between us and others (D-02)."""
    return Checked(tuple(checked.row(REGISTER, each, facts.as_of) for each in facts.rows))
