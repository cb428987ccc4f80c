"""Where one question stands today: its state, the sentence that explains it, and when that changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.assessment import answers, windows
from guardbook.rules.assessment.answers import Answer, AnswerFacts
from guardbook.rules.assessment.states import Event, Guard, State, replay
from guardbook.rules.assessment.suggestions import RULES
from guardbook.rules.assessment.suggestions.suggestion import Asked, Outcome, Suggestion
from guardbook.rules.facts import Facts, day_after
from guardbook.rules.frameworks.items import Exemption, Item, Unit, WindowKind


class Said(StrEnum):
    """What somebody did with the latest version of an answer."""

    PROPOSED = "proposed"
    CARRIED = "carried"
    CONFIRMED = "confirmed"
    NOT_APPLICABLE = "not_applicable"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest version of an answer: what was said, when (UK date), and what the records said then."""

    said: Said
    answer: Answer
    on: date
    basis: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a question stands. ``stale_on`` is the next day the state may change by itself.

    ``excused_until`` is the last day of the certificate that could excuse the question.
    """

    item: Item
    state: State
    suggestion: Suggestion | None
    latest: Latest | None
    stale_on: date | None
    is_too_old: bool = False
    excused_until: date | None = None

    @property
    def why(self) -> str:
        """The sentence that explains the state; made when asked for, because batches rarely ask."""
        return _why(self)

    @property
    def counts(self) -> bool:
        """True where the question is done."""
        return self.state.counts

    @property
    def is_last_years(self) -> bool:
        """True where the only words are last year's, which nobody has confirmed."""
        return self.latest is not None and self.latest.said is Said.CARRIED


def suggest(facts: Facts, item: Item) -> Suggestion | None:
    """What the records suggest for a question, or None where no rule reads them for it."""
    return RULES[item.rule](facts, asked(item)) if item.rule else None


def asked(item: Item) -> Asked:
    """What a question asks for in figures: its percentage, and its months or its day; 95 and 12 where it says nothing."""
    percent = item.threshold.number if item.threshold and item.threshold.unit is Unit.PERCENT else 95
    months = item.window.months if item.window and item.window.kind is WindowKind.MONTHS_BACK else None
    since = item.window.since_on if item.window and item.window.kind is WindowKind.SINCE else None
    return Asked(percent, 12 if months is None else months, since)


def evaluate(facts: Facts, item: Item, latest: Latest | None) -> Standing:
    """Work out where a question stands from today's facts and the latest answer.

    Source: the state machine in ``states``; windows and certificates are judged on the day of
    publication. Nothing counts on records that disagree, have lapsed, or are gone.
    """
    suggestion = suggest(facts, item)
    too_old = latest is not None and _is_too_old(facts, item, latest) and not (suggestion and suggestion.is_met)
    ends = _certificate_ends(facts, item)
    events = _events(latest, suggestion, too_old=too_old, may_excuse=ends is not None)
    return Standing(
        item=item,
        state=replay(events, _guards(facts, item, latest, ends)),
        suggestion=suggestion,
        latest=latest,
        stale_on=_stale_on(facts, item, latest, suggestion),
        is_too_old=too_old,
        excused_until=ends,
    )


def evaluate_all(facts: Facts, items: tuple[Item, ...], latest: Mapping[str, Latest]) -> tuple[Standing, ...]:
    """Work out where every question stands; ``latest`` is by question number."""
    return tuple(evaluate(facts, item, latest.get(item.ref)) for item in items)


def _events(
    latest: Latest | None, suggestion: Suggestion | None, *, too_old: bool, may_excuse: bool
) -> Iterator[Event]:
    if latest is not None:
        yield from _said(latest.said)
    if suggestion is not None:
        yield from _shown(suggestion.outcome, latest.basis if latest else None)
    if too_old:
        yield Event.WINDOW_PASSED
    if may_excuse:
        yield Event.EXCUSED


def _said(said: Said) -> tuple[Event, ...]:
    match said:
        case Said.PROPOSED | Said.CARRIED:
            return (Event.WORDS_PROPOSED,)
        case Said.CONFIRMED:
            return (Event.WORDS_PROPOSED, Event.CONFIRMED)
        case Said.NOT_APPLICABLE:
            return (Event.WORDS_PROPOSED, Event.MARKED_NOT_APPLICABLE)
        case Said.WITHDRAWN:
            return (Event.WORDS_PROPOSED, Event.WITHDRAWN)


def _shown(outcome: Outcome, basis: Outcome | None) -> tuple[Event, ...]:
    match outcome:
        case Outcome.MET:
            return (Event.RECORDS_SUPPORT,)
        case Outcome.NOT_MET:
            return (Event.RECORDS_DISAGREE,)
        case Outcome.LAPSED:
            return (Event.RECORDS_LAPSED,)
        case Outcome.CANNOT_TELL:
            return (Event.RECORDS_GONE,) if basis is Outcome.MET else ()


def _is_too_old(facts: Facts, item: Item, latest: Latest) -> bool:
    dated = _dated(item, latest)
    return item.window is not None and dated is not None and not windows.holds(item.window, dated, facts.judged_on)


def _dated(item: Item, latest: Latest) -> date | None:
    """The day the window is measured against: the date in the answer, else the day it was given.

    "Live on the day" can only be measured against a date that somebody wrote down.
    """
    if item.window is not None and item.window.kind is WindowKind.LIVE:
        return latest.answer.on
    return latest.answer.on or latest.on


def _certificate_ends(facts: Facts, item: Item) -> date | None:
    return facts.profile.cyber_essentials_plus_until if Exemption.CE_PLUS in item.exemptions else None


def _guards(facts: Facts, item: Item, latest: Latest | None, ends: date | None) -> frozenset[Guard]:
    holds = {Guard.IN_WINDOW}
    if latest is not None and not answers.check_answer(AnswerFacts(item, latest.answer, facts.as_of, facts.judged_on)):
        holds.add(Guard.ALLOWED if latest.answer.not_applicable_because else Guard.COMPLETE)
    if ends is not None and ends >= facts.judged_on:
        holds.add(Guard.COVERED)
    return frozenset(holds)


def _stale_on(facts: Facts, item: Item, latest: Latest | None, suggestion: Suggestion | None) -> date | None:
    ends = _certificate_ends(facts, item)
    days = [
        suggestion.stale_on if suggestion else None,
        _window_passes_on(item, latest),
        day_after(ends) if ends else None,
    ]
    return min((day for day in days if day is not None and day > facts.as_of), default=None)


def _window_passes_on(item: Item, latest: Latest | None) -> date | None:
    dated = _dated(item, latest) if latest else None
    return windows.passes_on(item.window, dated) if item.window and dated else None


def _why(standing: Standing) -> str:
    latest = standing.latest
    records = standing.suggestion.reason.text if standing.suggestion else ""
    match standing.state:
        case State.UNANSWERED:
            return records or "Nobody has answered this yet."
        case State.SUGGESTED:
            return _why_to_confirm(latest, records)
        case State.CONFIRMED:
            return f"Confirmed on {_when(latest)}. {records}".strip()
        case State.CONTRADICTED:
            return f"You confirmed this on {_when(latest)}, but your records now say otherwise. {records}"
        case State.OUT_OF_DATE:
            if standing.is_too_old:
                return f"Answered on {_when(latest)}. By the day you publish that is too long ago. Check it again."
            return f"You confirmed this on {_when(latest)}. The records it stood on no longer show it. {records}"
        case State.NOT_APPLICABLE:
            return f"It does not apply: {latest.answer.not_applicable_because if latest else ''}"
        case State.EXEMPT:
            until = dates.in_words(standing.excused_until) if standing.excused_until else ""
            return f"Your Cyber Essentials Plus certificate covers this until {until}."


def _why_to_confirm(latest: Latest | None, records: str) -> str:
    if latest is None:
        return records
    match latest.said:
        case Said.CARRIED:
            return f"These are last year's words, not confirmed. {records}".strip()
        case Said.WITHDRAWN:
            return f"The confirmation was withdrawn on {_when(latest)}. {records}".strip()
        case Said.PROPOSED | Said.CONFIRMED | Said.NOT_APPLICABLE:
            return f"Written on {_when(latest)} and waiting for somebody to confirm it. {records}".strip()


def _when(latest: Latest | None) -> str:
    return dates.in_words(latest.on) if latest else ""
