"""Every contact with the regulator of data protection: what about, who spoke, what follows (rules A-04 and B-04).

The provider decides whether to notify. The officer advises, may send the notice, and is the contact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.access import Permission
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.roles import sources
from guardbook.rules.verdict import Confidence, Reason


class Kind(Choice):
    """What a contact was for."""

    ADVICE = "advice", "We asked for advice"
    NOTICE = "notice", "We told them of a breach"
    COMPLAINT = "complaint", "Somebody complained to them about us"
    QUESTION = "question", "They asked us something"
    CONSULTATION = "consultation", "We asked them before starting something risky"
    DETAILS = "details", "Our officer, fee or details"


class Way(Choice):
    """How it was made."""

    PHONE = "phone", "Phone"
    FORM = "form", "Online form"
    EMAIL = "email", "Email"
    LETTER = "letter", "Letter"


class Decider(Choice):
    """As what somebody decided that a notice is sent."""

    OWNER = "owner", "Owner or director"
    MANAGER = "manager", "Registered manager"
    SIRO = "siro", "Senior Information Risk Owner"
    LEAD = "lead", "Data Security and Protection Lead"
    OFFICER = "officer", "Data Protection Officer"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulatorContact(Entry):
    """One contact, whoever began it."""

    name: str = questions.line(
        "What was it about?",
        hint="Do not name residents or staff.",
        required=True,
        listed=True,
        also_called=("subject", "matter"),
    )
    kind: Kind | None = questions.one("What was it for?", Kind, required=True, listed=True, also_called=("type",))
    contacted_on: date | None = questions.day("When?", required=True, listed=True, also_called=("date",))
    way: Way | None = questions.one("How?", Way, also_called=("method",))
    by: str = questions.line("Who spoke or wrote for you?", also_called=("contact", "by"))
    case_number: str = questions.line("Their case number", also_called=("case",))
    notes: str = questions.words("What was said?", also_called=("notes", "summary"))
    decided_by: str = questions.line("Who decided that they are told?", part="Only if you told them of a breach")
    decided_as: Decider | None = questions.one("As what?", Decider)
    reply_by: date | None = questions.day("By when is something due, from you or from them?", part="What follows")
    closed_on: date | None = questions.day("When was it closed?", listed=True, also_called=("closed",))


class Sender(StrEnum):
    """Who sends a notice of a breach."""

    PROVIDER = "PROVIDER"
    OFFICER = "OFFICER"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice of a breach: who decided to send it, and who sends it."""

    decided_as: Decider | None
    sent_by: Sender = Sender.PROVIDER


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether the notice may go like this, and why."""

    may_go: bool
    reason: Reason


def notice(facts: Notice) -> Checked:
    """Whether a notice was decided by somebody who may. Source: UK GDPR Art 33(1) and 39(1); rule book, conflict 4."""
    if facts.decided_as is Decider.OFFICER:
        text = "The service decides whether to tell the regulator. The officer advises on it, and may send the notice."
        return Checked(may_go=False, reason=_reason(text))
    if facts.decided_as is None:
        text = "Say who decided that the regulator is told, and as what."
        return Checked(may_go=False, reason=_reason(text))
    sends = (
        "The officer may send it for you." if facts.sent_by is Sender.OFFICER else "Somebody of the service sends it."
    )
    return Checked(may_go=True, reason=_reason(f"Somebody who answers for the service decided it. {sends}"))


def refuses(entry: RegulatorContact) -> Iterator[str]:
    """What may not be saved: a notice that the officer decided."""
    if entry.kind is Kind.NOTICE and entry.decided_as is Decider.OFFICER:
        yield notice(Notice(entry.decided_as)).reason.text


def gaps(entry: RegulatorContact, on: date) -> Iterator[Gap]:
    """What is missing about one contact. Source: rule A-04 (UK GDPR Art 39(1)(e): the contact point)."""
    if entry.kind is Kind.NOTICE and not (entry.decided_as and entry.decided_by.strip()):
        text = "Write down who decided that the regulator is told, and as what."
        yield Gap(text, Severity.HIGH, "decided_by", "A-04", Confidence.MEMORY, sources.UK_GDPR_39)
    if not entry.notes.strip():
        yield Gap("Write down what was said.", Severity.LOW, "notes", "A-04")
    if entry.reply_by is not None and entry.reply_by < on:
        text = (
            f"Something was due by {dates.in_words(entry.reply_by)}. Is it done? Then close it, or give the next day."
        )
        yield Gap(text, Severity.HIGH, "reply_by", "A-04")


def _reason(text: str) -> Reason:
    return Reason(text, "A-04", Confidence.MEMORY, sources.UK_GDPR_39)


REGISTER: Register[RegulatorContact] = Register(
    slug="regulator-contacts",
    entry=RegulatorContact,
    title="Contact with the regulator",
    one="contact",
    many="contacts",
    section=Section.DECIDING,
    why="If the regulator calls, the next person must know what was said before, and what was promised.",
    example="We asked the helpline whether a lost diary must be told. They said yes, within 72 hours.",
    refuses=refuses,
    gaps=gaps,
    review_months=lambda _entry: None,
    same_by=("name", "contacted_on"),
    ends="closed_on",
    with_sites=False,
    seen_by=Permission.OVERSIGHT_VIEW,
    kept_by=Permission.OVERSIGHT_EDIT,
)
