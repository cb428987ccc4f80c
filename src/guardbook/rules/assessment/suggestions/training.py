"""Suggestions that read training: the needs analysis (item 3.1.1) and the 95% figure (item 3.2.1)."""

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
from guardbook.rules.facts import Facts, NeedsAnalysis, day_after
from guardbook.rules.training import coverage
from guardbook.rules.training.window import Window
from guardbook.rules.verdict import Confidence, Reason

_QUESTION_LIST = "https://www.kircca.co.uk/?p=1904"


def standard(asked: Asked) -> coverage.Standard:
    """The percentage and window this version of the toolkit asks for."""
    return coverage.Standard(asked.percent, Window(months=asked.months))


def counts(facts: Facts, on: date, window: Window) -> coverage.Counts:
    """How many people count on that day, and how many of them have training inside the window."""
    opens = window.opens_after(on)
    here = [each for each in facts.staff.here(on) if each.in_coverage]
    trained = [each for each in here if each.trained_on and opens < each.trained_on <= on]
    return coverage.Counts(
        eligible=sum(each.people for each in here),
        trained=sum(each.people for each in trained),
        away=sum(each.people for each in here if each.long_term_absent),
        away_trained=sum(each.people for each in trained if each.long_term_absent),
    )


def training_coverage(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether enough people will have trained within the window on the day of publication.

    Source: item 3.2.1 and rule F-02. Nobody to train is "cannot tell", never met.
    """
    wanted, on = standard(asked), facts.judged_on
    figure = coverage.judge(counts(facts, on, wanted.window), wanted, on)
    outcome = _coverage_outcome(facts, wanted, on)
    trained_on = {each.trained_on for each in facts.staff.cohorts if each.trained_on}
    days = {wanted.window.lapses_on(each) for each in trained_on} | facts.staff.moves()
    return Suggestion(
        outcome,
        _reason(figure, facts),
        facts.as_of,
        answer=_coverage_answer(figure) if outcome is Outcome.MET else "",
        to_do=_coverage_to_do(figure),
        selectors=(Selector(Rows.UNTRAINED, on), Selector(Rows.TRAINED, on)),
        stale_on=changes_on(on, lambda day: _coverage_outcome(facts, wanted, day), days),
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


def _coverage_outcome(facts: Facts, wanted: coverage.Standard, on: date) -> Outcome:
    match coverage.judge(counts(facts, on, wanted.window), wanted, on).state:
        case coverage.State.MET:
            return Outcome.MET
        case coverage.State.NOT_APPLICABLE:
            return Outcome.CANNOT_TELL
        case coverage.State.NOT_MET:
            return Outcome.LAPSED if _was_enough(facts, wanted, on) else Outcome.NOT_MET


def _was_enough(facts: Facts, wanted: coverage.Standard, on: date) -> bool:
    """True when the same people would be enough if training never grew old: only time undid it."""
    ever = Window(months=wanted.window.months + 12 * 100)
    timeless = coverage.Standard(wanted.percent, ever)
    return coverage.judge(counts(facts, on, ever), timeless, on).state is coverage.State.MET


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
