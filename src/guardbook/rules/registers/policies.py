"""Policies, procedures and notices: what each covers, who agreed it and when, and whether people have it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.policy_words import NEEDED, READERS, Audience, DocumentKind, Topic
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import YEAR, Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

RENEWED_WITHIN = 36
"""Months within which a policy is agreed anew (item 1.3.1 of the toolkit)."""
_WARN_AHEAD = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Entry):
    """One document. ``renew_by`` is worked out: the last day on which it still counts as current."""

    name: str = questions.line(
        "What is it called?", required=True, listed=True, also_called=("policy", "title", "document", "document name")
    )
    kind: DocumentKind | None = questions.one(
        "What kind of document is it?", DocumentKind, required=True, listed=True, also_called=("type", "document type")
    )
    covers: tuple[Topic, ...] = questions.some(
        "What does it cover?",
        Topic,
        hint="Tick only what it really says something about. Answers rest on this.",
        also_called=("topics", "subject", "area"),
    )
    audience: tuple[Audience, ...] = questions.some(
        "Who is it written for?",
        Audience,
        hint="Only for a privacy notice.",
        also_called=("audience", "for", "readers"),
    )
    version: str = questions.line("Which version is it?", hint="For example: 3.", most=40, also_called=("issue",))
    approved_by: str = questions.line(
        "Who agreed it?",
        hint="A job or a meeting is enough, such as: the directors’ meeting.",
        also_called=("approved by", "author", "signed off by", "agreed by"),
    )
    approved_on: date | None = questions.day(
        "When was this version agreed?",
        listed=True,
        also_called=("approved", "approved on", "date approved", "issue date", "last reviewed", "date of policy"),
    )
    review_on: date | None = questions.day(
        "When will you look at it again?",
        hint="Once a year is a good habit. Leave it empty to be reminded after a year.",
        also_called=("review date", "next review", "review due", "due for review"),
    )
    given_out_on: date | None = questions.day(
        "When was this version given out?",
        hint="The day staff had it. For a privacy notice, the day people could first read it.",
        also_called=("published", "date issued to staff", "shared with staff", "circulated"),
    )
    kept: str = questions.line(
        "Where is it kept?", hint="For example: policy folder in the office.", also_called=("location", "where kept")
    )
    link: str = questions.web("Its web address, if it has one", also_called=("link", "url", "web address"))
    renew_by: date | None = None

    def is_notice(self) -> bool:
        """True for a privacy notice, which is read by the people it is about."""
        return self.kind is DocumentKind.NOTICE

    @property
    def edition(self) -> str:
        """What tells this version from every other: its name and the day it was agreed. Who accepted it is kept by this."""
        return f"{self.version.strip()} {self.approved_on.isoformat() if self.approved_on else ''}".strip()

    @property
    def edition_in_words(self) -> str:
        """This version as a person names it."""
        if self.version.strip():
            return f"version {self.version.strip()}"
        return f"the version of {dates.in_words(self.approved_on)}" if self.approved_on else "this version"

    @property
    def is_for_staff(self) -> bool:
        """True for what staff are asked to read."""
        return not self.is_notice() or Audience.STAFF in self.audience


def not_to_be_accepted(entry: Policy) -> tuple[str, ...]:
    """Why staff cannot be asked yet to accept a document, in sentences; empty when they can. Source: item 1.3.1."""
    found = []
    if not entry.is_for_staff:
        found.append("This is not written for staff.")
    if not entry.is_checked:
        found.append("Nobody has said yet that you really have this document.")
    if entry.approved_on is None:
        found.append("Nobody has agreed this version yet. Put in the day first.")
    return tuple(found)


def settle(entry: Policy, reference: Reference) -> Policy:
    """Work out the last day on which a document counts as current. Source: item 1.3.1."""
    del reference
    on = entry.approved_on
    return replace(entry, renew_by=None if on is None else dates.add_months(on, RENEWED_WITHIN))


def gaps(entry: Policy, on: date) -> Iterator[Gap]:
    """What is missing for one document. Sources: items 1.1.3 and 1.3.1, rules D-06 and G-01."""
    if entry.is_notice() and not entry.audience:
        yield Gap("Say who this notice is written for.", Severity.MEDIUM, "audience", "D-06", Confidence.READ)
    if not entry.is_notice() and not entry.covers:
        yield Gap("Say what it covers. Until then no answer can rest on it.", Severity.LOW, "covers", "1.3.1")
    yield from _agreed(entry, on)
    yield from _given_out(entry)
    if entry.review_on is not None and entry.review_on < on:
        text = (
            f"You planned to look at it again by {dates.in_words(entry.review_on)}. Do it now, then set the next day."
        )
        yield Gap(text, Severity.MEDIUM, "review_on", "G-01")


def _agreed(entry: Policy, on: date) -> Iterator[Gap]:
    agreed, renew_by = entry.approved_on, entry.renew_by
    if agreed is None:
        text = "Nobody has agreed it yet. Put in who agreed it, and the day."
        yield Gap(text, Severity.MEDIUM, "approved_on", "1.3.1", Confidence.READ)
        return
    if agreed > on:
        yield Gap("The day it was agreed is still to come. Check the year.", Severity.MEDIUM, "approved_on", "1.3.1")
    if not entry.approved_by:
        yield Gap("Say who agreed it. A job is enough.", Severity.LOW, "approved_by", "1.3.1", Confidence.INFERRED)
    if renew_by is not None and renew_by < on:
        text = f"It was agreed on {dates.in_words(agreed)}, more than three years ago. Look at it and agree it again."
        yield Gap(text, Severity.HIGH, "approved_on", "1.3.1", Confidence.READ)
    elif renew_by is not None and (renew_by - on).days <= _WARN_AHEAD:
        text = f"Agree it again by {dates.in_words(renew_by)}. By then it will be three years old."
        yield Gap(text, Severity.LOW, "approved_on", "1.3.1", Confidence.READ)


def _given_out(entry: Policy) -> Iterator[Gap]:
    who = "people could first read it" if entry.is_notice() else "staff were given it"
    if entry.approved_on is None:
        return
    if entry.given_out_on is None:
        yield Gap(f"Say when {who}.", Severity.LOW, "given_out_on", "1.1.3" if entry.is_notice() else "1.3.1")
    elif entry.given_out_on < entry.approved_on:
        text = f"It was last given out on {dates.in_words(entry.given_out_on)}, before this version was agreed."
        yield Gap(f"{text} Give out the new one.", Severity.MEDIUM, "given_out_on", "6.1.1", Confidence.INFERRED)


def findings(rows: Sequence[Counted[Policy]], on: date) -> Iterator[Gap]:
    """Which topics and readers no document is there for. Sources: items 1.1.3, 1.3.1, 1.3.7, 1.3.8 and 6.1.1."""
    del on
    documents = [row.entry for row in rows]
    covered = {topic for each in documents if not each.is_notice() for topic in each.covers}
    read_by = {reader for each in documents if each.is_notice() for reader in each.audience}
    if missing := [topic for topic in NEEDED if topic not in covered]:
        yield Gap(
            f"No policy here covers: {_listed(missing)}.", Severity.MEDIUM, "covers", "1.3.1", Confidence.INFERRED
        )
    if unread := [reader for reader in READERS if reader not in read_by]:
        text = f"There is no privacy notice here for: {_listed(unread)}."
        yield Gap(text, Severity.MEDIUM, "audience", "1.1.3", Confidence.READ)


def _listed(words: Sequence[Choice]) -> str:
    return ", ".join(each.label[0].lower() + each.label[1:] for each in words)


REGISTER: Register[Policy] = Register(
    slug="policies",
    entry=Policy,
    title="Policies and notices",
    one="policy or notice",
    many="policies and notices",
    section=Section.PAPERWORK,
    why="A policy helps only if it is current and staff have it. This list shows which ones are, and what is missing.",
    example="Data protection policy, version 3, agreed by the directors on 4 March 2026, in the office policy folder.",
    gaps=gaps,
    findings=findings,
    counted=("name", "kind", "covers", "audience", "approved_on", "given_out_on"),
    review_months=lambda entry: None if entry.review_on else YEAR,
    derived=("renew_by",),
    settle=settle,
    with_sites=False,
)
