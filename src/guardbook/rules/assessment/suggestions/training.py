"""Suggestions that read training: the needs analysis (item 3.1.1) and the 95% figure (item 3.2.1)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions.suggestion import (
    Asked,
    Outcome,
    Rows,
    Selector,
    Suggestion,
    changes_on,
    people,
)
from guardbook.rules.facts import Cohort, Facts, NeedsAnalysis, day_after
from guardbook.rules.training import coverage
from guardbook.rules.training.window import Window
from guardbook.rules.verdict import Confidence, Reason

_EVER = Window(months=12 * 100)
_QUESTION_LIST = "https://www.kircca.co.uk/?p=1904"


def standard(asked: Asked) -> coverage.Standard:
    """The percentage and window this version of the toolkit asks for."""
    return coverage.Standard(asked.percent, Window(months=asked.months))


def counts(facts: Facts, on: date, window: Window) -> coverage.Counts:
    """How many people count on that day, and how many of them have training inside the window."""
    opens = window.opens_after(on)
    eligible = trained = away = away_trained = 0
    for each in facts.staff.cohorts:
        if not (each.in_coverage and each.is_here(on)):
            continue
        number = each.people
        is_trained = each.trained_on is not None and opens < each.trained_on <= on
        eligible += number
        trained += number * is_trained
        away += number * each.long_term_absent
        away_trained += number * (is_trained and each.long_term_absent)
    return coverage.Counts(eligible, trained, away, away_trained)


def training_coverage(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether enough people will have trained within the window on the day of publication.

    Source: item 3.2.1 and rule F-02. Nobody to train is "cannot tell", never met.
    """
    wanted, on = standard(asked), facts.judged_on
    counted = counts(facts, on, wanted.window)
    figure = coverage.judge(counted, wanted, on)
    outcome = _outcome(wanted, counted, counts(facts, on, _EVER))
    return Suggestion(
        outcome,
        _reason(figure, facts),
        facts.as_of,
        answer=_coverage_answer(figure) if outcome is Outcome.MET else "",
        to_do=_coverage_to_do(figure),
        selectors=(Selector(Rows.UNTRAINED, on), Selector(Rows.TRAINED, on)),
        stale_on=next((day for day, later in _ahead(facts, wanted) if day > on and later is not outcome), None),
    )


def training_needs(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether a training needs analysis covers every job and was approved within the window.

    Source: item 3.1.1 and rule F-03. The first day of the window counts.
    """
    on, months = facts.judged_on, asked.months
    needs = facts.training.needs
    outcome = _needs_outcome(facts, months, on)
    days = _needs_days(facts, months)
    return Suggestion(
        outcome,
        Reason(_needs_sentence(facts, months, outcome), "F-03", Confidence.READ_SECOND, _QUESTION_LIST),
        facts.as_of,
        answer=_needs_answer(needs) if needs and outcome is Outcome.MET else "",
        to_do=_needs_to_do(facts, outcome),
        selectors=(Selector(Rows.NEEDS_ANALYSIS, on),),
        stale_on=changes_on(on, lambda day: _needs_outcome(facts, months, day), days),
    )


def _outcome(wanted: coverage.Standard, counted: coverage.Counts, ever: coverage.Counts) -> Outcome:
    """What the counts come to. They lapsed if they would be enough had no training grown old: only time undid it."""
    match coverage.state_of(counted, wanted):
        case coverage.State.MET:
            return Outcome.MET
        case coverage.State.NOT_APPLICABLE:
            return Outcome.CANNOT_TELL
        case coverage.State.NOT_MET:
            was_enough = coverage.state_of(ever, wanted) is coverage.State.MET
            return Outcome.LAPSED if was_enough else Outcome.NOT_MET


def _ahead(facts: Facts, wanted: coverage.Standard) -> Iterator[tuple[date, Outcome]]:
    """Each day on which the figure moves, with what it comes to: counted on from one day to the next."""
    moves: defaultdict[date, list[int]] = defaultdict(lambda: [0, 0, 0])
    for each in facts.staff.cohorts:
        for place, (begins, ends) in enumerate(_spans(each, wanted.window)):
            moves[begins][place] += each.people
            moves[ends][place] -= each.people
    moves.pop(date.max, None)  # no end is known
    here = trained = ever = 0
    for day in sorted(moves):
        more = moves[day]
        here, trained, ever = here + more[0], trained + more[1], ever + more[2]
        yield day, _outcome(wanted, coverage.Counts(here, trained), coverage.Counts(here, ever))


def _spans(each: Cohort, window: Window) -> Iterator[tuple[date, date]]:
    """When people alike count, when their training does, and when it would if it never grew old; ends are left out."""
    if not each.in_coverage:
        return
    since, until = each.starts_on or date.min, day_after(each.leaves_on) if each.leaves_on else date.max
    yield since, until
    if each.trained_on is not None:
        trained = min(max(since, each.trained_on), until)
        yield trained, max(trained, min(until, window.lapses_on(each.trained_on)))
        yield trained, until


def _reason(figure: coverage.Figure, facts: Facts) -> Reason:
    first = figure.reasons[0]
    sentences = " ".join(each.text for each in figure.reasons)
    if facts.judged_on > facts.as_of:
        sentences += f" This is judged for {dates.in_words(facts.judged_on)}, when you plan to publish."
    return Reason(sentences, first.rule, first.confidence, first.source)


def _coverage_answer(figure: coverage.Figure) -> str:
    tally = figure.counts
    return (
        f"Yes. {tally.trained} of {people(tally.eligible)} ({figure.percent}%) have trained in data and "
        "cyber security in the last 12 months. Directors, trustees and volunteers are counted."
    )


def _coverage_to_do(figure: coverage.Figure) -> tuple[str, ...]:
    match figure.state:
        case coverage.State.MET:
            return ()
        case coverage.State.NOT_APPLICABLE:
            return ("Add your staff and their training, or bring them in from a spreadsheet.",)
        case coverage.State.NOT_MET:
            return (f"Train {people(figure.still_needed)} more and record the date.",)


def _needs_days(facts: Facts, months: int) -> list[date]:
    needs = facts.training.needs
    if needs is None:
        return []
    gone = [day_after(job.until_on) for job in needs.jobs_missing if job.until_on]
    return [day_after(dates.add_months(needs.approved_on, months)), *gone]


def _needs_outcome(facts: Facts, months: int, on: date) -> Outcome:
    needs = facts.training.needs
    if needs is None or needs.missing(on):
        return Outcome.NOT_MET
    return Outcome.MET if dates.add_months(on, -months) <= needs.approved_on else Outcome.LAPSED


def _needs_sentence(facts: Facts, months: int, outcome: Outcome) -> str:
    needs = facts.training.needs
    if needs is None:
        return "No training needs analysis has been approved."
    approved = dates.in_words(needs.approved_on)
    if missing := needs.missing(facts.judged_on):
        return f"The training needs analysis leaves out: {', '.join(missing)}."
    if outcome is Outcome.MET:
        return f"The training needs analysis was approved on {approved} and covers every job."
    return (
        f"The training needs analysis was approved on {approved}. By "
        f"{dates.in_words(facts.judged_on)} that is more than {months} months ago."
    )


def _needs_answer(needs: NeedsAnalysis) -> str:
    by = f" by {needs.approved_by}" if needs.approved_by else ""
    return f"Yes. Our training needs analysis was approved{by} on {dates.in_words(needs.approved_on)}. It covers every job."


def _needs_to_do(facts: Facts, outcome: Outcome) -> tuple[str, ...]:
    if outcome is Outcome.MET:
        return ()
    needs = facts.training.needs
    if needs is not None and needs.missing(facts.judged_on):
        return ("Add the missing jobs, then have it approved again.",)
    return ("Write down, job by job, what training people need, and have it approved.",)
