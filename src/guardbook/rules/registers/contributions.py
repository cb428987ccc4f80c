"""A change proposed to how information is handled at a service, followed to its end (rule A-08)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence


class Answer(Choice):
    """What the service said to it."""

    AGREED = "agreed", "Agreed"
    DECLINED = "declined", "Declined"


class Step(StrEnum):
    """How far a proposed change has come."""

    PROPOSED = "proposed"
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    IN_PLACE = "in_place"
    CHECKED = "checked"

    @property
    def label(self) -> str:
        """The words people see."""
        return self.value.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Entry):
    """One proposed change. Worked out: ``ended_on``, the day it was declined or checked."""

    name: str = questions.line(
        "What should change?",
        hint="For example: take the handover in the office with the door shut.",
        required=True,
        listed=True,
        also_called=("change", "proposal", "suggestion"),
    )
    why: str = questions.words("Why?", required=True, also_called=("reason",))
    proposed_on: date | None = questions.day("When was it proposed?", required=True, also_called=("date", "proposed"))
    asked: str = questions.line(
        "Who was asked?", hint="Who decides this at the service. For example: the deputy manager.", part="The answer"
    )
    asked_on: date | None = questions.day("When were they asked?", also_called=("asked on",))
    answer: Answer | None = questions.one("What did they say?", Answer, listed=True, also_called=("decision",))
    answered_on: date | None = questions.day("When?", also_called=("decided on", "answered on"))
    because: str = questions.words("Why did they say so?", hint="Always, where they declined.")
    by_on: date | None = questions.day("By when will it be in place?", listed=True, part="Putting it in place")
    in_place_on: date | None = questions.day("When was it put in place?", also_called=("done on", "in place"))
    checked_on: date | None = questions.day("When did somebody check that it works?", also_called=("checked on",))
    found: str = questions.words("What did they find?")
    ended_on: date | None = None

    @property
    def step(self) -> Step:
        """How far it has come."""
        if self.answer is Answer.DECLINED:
            return Step.DECLINED
        if self.answer is None:
            return Step.ASKED if self.asked_on else Step.PROPOSED
        if self.in_place_on is None:
            return Step.AGREED
        return Step.CHECKED if self.checked_on else Step.IN_PLACE


@dataclass(frozen=True, slots=True)
class Facts:
    """A proposed change, and the day on which it is looked at."""

    change: Contribution
    as_of: date


@dataclass(frozen=True, slots=True)
class Followed:
    """How far it has come, whether that hangs together, and what comes next."""

    step: Step
    faults: tuple[str, ...]
    next: str


def followed(facts: Facts) -> Followed:
    """Say how far a proposed change has come and what comes next. Source: rule A-08 (help to shape procedures)."""
    faults, gap = tuple(refuses(facts.change)), next(gaps(facts.change, facts.as_of), None)
    return Followed(facts.change.step, faults, gap.text if gap else "")


def refuses(entry: Contribution) -> Iterator[str]:
    """What may not be saved: a later step without the one before it, or a no without a reason."""
    if entry.answer is not None and not (entry.asked.strip() and entry.asked_on and entry.answered_on):
        yield "Say who was asked, when, and when they answered."
    if entry.answer is Answer.DECLINED and not entry.because.strip():
        yield "Say why it was declined."
    if entry.in_place_on and entry.answer is not Answer.AGREED:
        yield "It can only be put in place once it is agreed."
    if entry.checked_on and not entry.in_place_on:
        yield "It can only be checked once it is in place."
    if entry.checked_on and not entry.found.strip():
        yield "Say what the check found."
    days = [each for each in (entry.proposed_on, entry.asked_on, entry.answered_on) if each]
    later = [each for each in (entry.proposed_on, entry.in_place_on, entry.checked_on) if each]
    if days != sorted(days) or later != sorted(later):
        yield "The days are not in order. Proposing comes first, then asking, the answer, putting in place and checking."


def gaps(entry: Contribution, on: date) -> Iterator[Gap]:
    """The next step of a change that has not come to its end. Source: rule A-08."""
    match entry.step:
        case Step.PROPOSED:
            yield _gap("Ask whoever decides this at the service.", Severity.LOW, "asked")
        case Step.ASKED:
            yield _gap("Write down what they said, and why.", Severity.LOW, "answer")
        case Step.AGREED if entry.by_on and entry.by_on < on:
            text = f"It was to be in place by {dates.in_words(entry.by_on)}. Is it? Then give the day."
            yield _gap(text, Severity.MEDIUM, "in_place_on")
        case Step.AGREED:
            yield _gap("See that it is put in place.", Severity.LOW, "in_place_on")
        case Step.IN_PLACE:
            yield _gap("Check that it works, and write down what you found.", Severity.LOW, "checked_on")
        case Step.DECLINED | Step.CHECKED:
            return


def settle(entry: Contribution, reference: Reference) -> Contribution:
    """Work out the day on which it came to its end."""
    del reference
    ends = {Step.DECLINED: entry.answered_on, Step.CHECKED: entry.checked_on}
    return replace(entry, ended_on=ends.get(entry.step))


def _gap(text: str, severity: Severity, question: str) -> Gap:
    return Gap(text, severity, question, "A-08", Confidence.DEFAULT)


REGISTER: Register[Contribution] = Register(
    slug="contributions",
    entry=Contribution,
    title="Changes to how we handle information",
    one="proposed change",
    many="proposed changes",
    section=Section.DECIDING,
    why="The Lead helps each service to shape how it handles information. Here every proposal is followed to its end.",
    example="Take the handover in the office with the door shut. Asked the deputy, agreed, in place since May, checked.",
    refuses=refuses,
    gaps=gaps,
    review_months=lambda _entry: None,
    derived=("ended_on",),
    settle=settle,
    ends="ended_on",
)
