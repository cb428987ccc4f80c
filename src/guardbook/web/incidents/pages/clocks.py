"""What is said of the 72 hours: the headline from the cautious start, and the legal one beside it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from guardbook.queries.incidents.reading import Whole
from guardbook.rules.incidents import clock as rules
from guardbook.rules.incidents.clock import Clock
from guardbook.web import words
from guardbook.web.components import Link, Row
from guardbook.web.incidents.look import Address

_OFF = (
    "Guardbook cannot remind anybody while it is switched off or this computer sleeps. "
    "Print the deadline and put it where people see it, or take it into your own calendar."
)


@dataclass(frozen=True, slots=True)
class ClockPage:
    """The clock of one incident."""

    title: str
    back: Link
    headline: str
    is_late: bool
    rows: tuple[Row, ...]
    reasons: tuple[str, ...]
    questions: tuple[str, ...]
    reminders: tuple[str, ...]
    mail: str
    off: str
    links: tuple[Link, ...]
    organisation: UUID


def headline(of: Clock, now: datetime) -> str:
    """How long is left, from the cautious start; or that nobody is sure yet."""
    if of.safe_deadline is None:
        return "Nobody is sure yet that it happened. Find out soon: the 72 hours begin then."
    return words.time_left(of.safe_deadline, now)


def beside(of: Clock, now: datetime) -> str:
    """The legal deadline, where it is another one."""
    if of.legal_deadline is None or not of.starts_differ:
        return ""
    return f"By the legal start: {words.time_left(of.legal_deadline, now)}"


def clock_page(organisation: UUID, found: Whole, now: datetime, *, mail_is_set_up: bool) -> ClockPage:
    """Put the page together."""
    go = Address(organisation, found.id)
    of = found.clock
    mail = (
        "Emails remind the lead, the officer, the risk owner and the owner at 24, 48, 60 and 72 hours."
        if mail_is_set_up
        else "Mail is not set up on this computer, so no emails are sent."
    )
    papers = (("deadline.pdf", "Print the deadline (PDF)"), ("deadline.ics", "Put it in a calendar"))
    return ClockPage(
        title=f"The clock of {found.reference}",
        back=Link(found.title, go.to()),
        headline=headline(of, now) if found.clock_runs else "No clock runs any more.",
        is_late=bool(found.clock_runs and of.safe_deadline and of.safe_deadline < now),
        rows=tuple(_rows(found, now)),
        reasons=tuple(reason.text for reason in of.reasons),
        questions=of.questions,
        reminders=tuple(
            f"{hours} hours: {words.moment(at)}{'' if at > now else ' (passed)'}"
            for hours, at in zip(rules.ALARM_HOURS, of.alarms, strict=False)
        ),
        mail=mail,
        off=_OFF,
        links=tuple(Link(text, go.to("incident-paper", name=name)) for name, text in papers)
        if of.safe_deadline
        else (),
        organisation=organisation,
    )


def times(found: Whole) -> list[tuple[str, str, datetime | None]]:
    """Who knew what when: the name of each moment, its words, and the moment."""
    of = found.times
    return [
        ("suspected_at", "First suspected", of.suspected_at),
        ("staff_certain_at", "Somebody on the staff was sure", of.first_staff_certain_at),
        ("certain_at", "Somebody in charge was sure", of.controller_aware_at),
        ("supplier_aware_at", "The supplier knew", of.processor_aware_at),
        ("supplier_told_at", "The supplier told us", of.processor_told_us_at),
    ]


def _rows(found: Whole, now: datetime) -> list[Row]:
    of = found.clock
    rows = []
    if of.safe_start and of.safe_deadline:
        rows += [
            Row("To be safe, count from", words.moment(of.safe_start)),
            Row(
                "To be safe, tell the regulator by",
                f"{words.moment(of.safe_deadline)}: {words.time_left(of.safe_deadline, now)}",
            ),
        ]
    if of.starts_differ and of.legal_start and of.legal_deadline:
        rows += [
            Row("By the law, count from", words.moment(of.legal_start)),
            Row(
                "By the law, tell the regulator by",
                f"{words.moment(of.legal_deadline)}: {words.time_left(of.legal_deadline, now)}",
            ),
        ]
    rows += [Row(text, words.moment(at)) for _, text, at in times(found) if at is not None]
    if found.notified_at:
        rows.append(Row("The regulator was told", words.moment(found.notified_at)))
    if found.times.delay_reason:
        rows.append(Row("Why it took longer", found.times.delay_reason))
    if found.new_facts_at:
        rows.append(Row("New facts became known", words.moment(found.new_facts_at)))
    return rows


def index_href(organisation: UUID) -> str:
    """Where the log is."""
    return reverse("incidents", kwargs={"organisation": organisation})
