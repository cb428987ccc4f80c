"""Risks to information: what could go wrong, how bad and how likely, and what you do about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import YEAR, Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

TOP = 3
"""How many risks the toolkit asks to name (item 1.3.6)."""
HIGH_FROM, MEDIUM_FROM = 15, 8
"""Scores from which a risk is high, or medium. Our own default."""
HALF_YEAR = 6
"""Months between looks at a risk (rule G-01)."""


class Theme(Choice):
    """What a risk is about."""

    PAPER = "paper", "Paper and post"
    MISTAKES = "mistakes", "Mistakes with email, phone and talk"
    DEVICES = "devices", "Phones, tablets and computers"
    ACCOUNTS = "accounts", "Passwords and who can get in"
    ATTACKS = "attacks", "Tricks and attacks"
    SUPPLIERS = "suppliers", "Suppliers and systems of others"
    EMERGENCIES = "emergencies", "When systems stop"
    PLACES = "places", "Doors, visitors and cameras"
    RECORDS = "records", "Records that are wrong, lost or kept too long"
    PEOPLE = "people", "Staff, training and cover"
    NEW_THINGS = "new_things", "New systems and new ways of working"


class Likelihood(Choice):
    """How likely it is, from one to five."""

    RARE = "rare", "Very unlikely"
    UNLIKELY = "unlikely", "Unlikely: once in some years"
    POSSIBLE = "possible", "It could happen this year"
    LIKELY = "likely", "It will probably happen this year"
    CERTAIN = "certain", "It happens already"


class Impact(Choice):
    """How bad it would be, from one to five."""

    TINY = "tiny", "Hardly anybody would notice"
    SMALL = "small", "A nuisance that is soon put right"
    UPSETTING = "upsetting", "Somebody is upset, or care is harder for a day"
    HARMFUL = "harmful", "Somebody is harmed, or many people are upset"
    SEVERE = "severe", "Many people are harmed, or care cannot go on"


class Treatment(Choice):
    """What is done about a risk."""

    REDUCE = "reduce", "Make it smaller"
    STOP = "stop", "Stop doing what causes it"
    SHARE = "share", "Share it, for example with an insurer or supplier"
    ACCEPT = "accept", "Live with it for now"


def score(likelihood: Likelihood | None, impact: Impact | None) -> int | None:
    """How big a risk is, from 1 to 25: how likely times how bad; None while either is not said."""
    if likelihood is None or impact is None:
        return None
    return (1 + list(Likelihood).index(likelihood)) * (1 + list(Impact).index(impact))


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk(Entry):
    """One risk.

    Worked out: ``score``; ``is_planned`` where somebody does something about it; ``headline``, the
    line for the toolkit, only of the biggest three. ``accepted_…`` is written by the act of
    accepting, never by the form, and goes when something else is decided.
    """

    name: str = questions.line(
        "What could go wrong?", required=True, listed=True, also_called=("risk", "hazard", "risk description", "title")
    )
    theme: Theme | None = questions.one("What is it about?", Theme, also_called=("category", "theme", "type"))
    effect: str = questions.words(
        "What would that mean for people?", also_called=("effect", "consequence", "impact description")
    )
    in_place: str = questions.words(
        "What do you do about it already?", also_called=("controls", "existing controls", "mitigation")
    )
    likelihood: Likelihood | None = questions.one(
        "How likely is it today?", Likelihood, required=True, also_called=("probability",)
    )
    impact: Impact | None = questions.one("How bad would it be?", Impact, required=True, also_called=("severity",))
    treatment: Treatment | None = questions.one(
        "What will you do with it?", Treatment, listed=True, also_called=("response", "decision")
    )
    actions: str = questions.words(
        "What more will you do?", also_called=("actions", "action plan", "further action", "plan")
    )
    due_on: date | None = questions.day("By when?", listed=True, also_called=("due", "target date", "deadline"))
    is_top: bool | None = questions.yes_no(
        "Is it one of your three biggest?", hint="The toolkit asks for three.", also_called=("top three", "top 3")
    )
    score: int | None = None
    is_planned: bool = False
    headline: str = ""
    accepted_on: date | None = None
    accepted_by: str = ""
    accepted_as: str = ""
    accepted_because: str = ""
    accepted_until: date | None = None
    accepted_score: int | None = None

    def is_accepted(self, on: date) -> bool:
        """True while somebody's decision to live with it is in force: not run out, and not outgrown."""
        return self.accepted_until is not None and self.accepted_until >= on and not self.has_outgrown()

    def has_outgrown(self) -> bool:
        """True where the risk is bigger than it was when somebody accepted it."""
        return self.accepted_score is not None and (self.score or 0) > self.accepted_score


_NOT_ACCEPTED: dict[str, Any] = {
    "accepted_on": None,
    "accepted_by": "",
    "accepted_as": "",
    "accepted_because": "",
    "accepted_until": None,
    "accepted_score": None,
}


def settle(entry: Risk, reference: Reference) -> Risk:
    """Work out the score, whether something is done, and the line for the toolkit. Sources: rule A-12, item 1.3.6."""
    del reference
    plan = entry.actions.strip()
    return replace(
        entry if entry.treatment is Treatment.ACCEPT else replace(entry, **_NOT_ACCEPTED),
        score=score(entry.likelihood, entry.impact),
        is_planned=bool(plan and entry.owner),
        headline=f"{entry.name}: {plan}" if entry.is_top else "",
    )


def gaps(entry: Risk, on: date) -> Iterator[Gap]:
    """What is missing for one risk. Sources: rule A-12 and item 1.3.6."""
    if entry.is_accepted(on):
        return
    yield from _acceptance(entry, on)
    if entry.treatment is None:
        yield Gap("Decide what to do with it.", Severity.MEDIUM, "treatment", "A-12")
    elif entry.treatment is not Treatment.ACCEPT:
        yield from _plan(entry, on)


def _acceptance(entry: Risk, on: date) -> Iterator[Gap]:
    size = entry.score or 0
    severity = Severity.HIGH if size >= HIGH_FROM else Severity.MEDIUM
    if entry.has_outgrown():
        text = "It is bigger now than when it was accepted. Make it smaller, or have it accepted anew."
        yield Gap(text, severity, "treatment", "A-12")
    elif entry.accepted_until is not None and entry.accepted_until < on:
        text = f"It was accepted until {dates.in_words(entry.accepted_until)}. Decide again."
        yield Gap(text, severity, "treatment", "A-12")
    elif entry.treatment is Treatment.ACCEPT:
        text = (
            "Nobody has accepted it yet. The person who answers for risks must do that, with a reason and a last day."
        )
        yield Gap(text, severity, "treatment", "A-12", Confidence.READ)


def _plan(entry: Risk, on: date) -> Iterator[Gap]:
    size = entry.score or 0
    severity = Severity.HIGH if size >= HIGH_FROM else Severity.MEDIUM if size >= MEDIUM_FROM else Severity.LOW
    if not entry.actions.strip():
        yield Gap("Say what more you will do to make it smaller.", severity, "actions", "1.3.6")
    elif entry.owner is None:
        yield Gap("Name somebody who does it.", severity, "owner", "1.3.6")
    if entry.due_on is not None and entry.due_on < on:
        text = f"This was to be done by {dates.in_words(entry.due_on)}. Is it? Then say how likely it is now."
        yield Gap(text, severity, "due_on", "A-12")


def findings(rows: Sequence[Counted[Risk]], on: date) -> Iterator[Gap]:
    """Whether too many risks are called the biggest. Source: item 1.3.6."""
    del on
    top = sum(row.number for row in rows if row.entry.is_top)
    if top > TOP:
        yield Gap(f"{top} risks are marked as your three biggest. Keep three.", Severity.LOW, "is_top", "1.3.6")


REGISTER: Register[Risk] = Register(
    slug="risks",
    entry=Risk,
    title="Risks",
    one="risk",
    many="risks",
    section=Section.RISKS,
    why="You cannot do everything at once. A short list shows what matters most, and who sees to it.",
    example="An email goes to the wrong family. It could happen this year. The deputy shows staff how to check.",
    gaps=gaps,
    findings=findings,
    counted=("is_top", "is_planned", "headline"),
    review_months=lambda entry: HALF_YEAR if (entry.score or 0) >= HIGH_FROM else YEAR,
    derived=("score", "is_planned", "headline", *_NOT_ACCEPTED),
    settle=settle,
)
