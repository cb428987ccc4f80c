"""Whether a step may be written down: the state allows it, its day can be true, and its own guard lets it stand."""

from collections.abc import Iterator, Mapping
from datetime import date

from guardbook.kernel.dates import in_words
from guardbook.rules.clocks.published import Published
from guardbook.rules.rights import states, steps
from guardbook.rules.rights.cases import Case, Step
from guardbook.rules.rights.states import Event

TAKES_WORDS: Mapping[Event, str] = {
    Event.ASK_IDENTITY: "Write down what you asked for, and why.",
    Event.SHOW_IDENTITY: "Write down what you saw.",
    Event.ASK_FEE: "Write down how much, and why.",
    Event.ASK_QUESTION: "Write down what you asked.",
    Event.ASK_IN_PASSING: "Write down what you asked.",
    Event.ANSWER_QUESTION: "Write down what they answered.",
    Event.SEARCH: "Write down what you looked for and what you found.",
    Event.INDEX: "Say which document it is.",
    Event.NOTE: "Write the note.",
    Event.ASK_ADVICE: "Write down what you asked.",
    Event.ADVISE: "Write down the advice.",
    Event.FOLLOW_ADVICE: "Say what you did, and if you did not follow the advice, why not.",
    Event.GUARDIAN_VIEW: "Write down the Guardian's view.",
    Event.DECIDE: "Give the reasons in words that the person will understand.",
    Event.RECONSIDER: "Say why you think again.",
    Event.INVESTIGATE: "Say who looks into it, and how.",
    Event.PROGRESS: "Write down what you told them.",
    Event.SPLIT: "Say to whom the part about care went.",
    Event.ESCALATE: "Write down what the regulator asked, or what the person said.",
    Event.WITHDRAW: "Write down how you know that they took it back.",
    Event.REOPEN: "Say why it is opened again.",
}
"""What is missing where a step says nothing."""


def why_not(case: Case, step: Step, published: Published, today: date) -> tuple[str, ...]:
    """Every reason why a step may not be written down, in sentences; none where it may."""
    if states.after(case.kind, case.state, step.event) is None:
        return (f"It is “{case.state.label.lower()}” now, so this is not the next step.",)
    return tuple(_faults(case, step, published, today))


def lacking(case: Case) -> tuple[str, ...]:
    """What the record must still have before it may be closed."""
    return tuple(steps.lacking(case))


def _faults(case: Case, step: Step, published: Published, today: date) -> Iterator[str]:
    if step.on > today:
        yield "The day cannot be in the future."
    if step.on < case.received.on:
        yield f"It came in on {in_words(case.received.on)}. The day cannot be before that."
    if step.event in TAKES_WORDS and not step.words.strip():
        yield TAKES_WORDS[step.event]
    offered = steps.choices(case.kind, step.event)
    if offered is not None and step.choice not in set(offered):
        yield "Choose one of the answers."
    else:
        yield from steps.checks(step.event)(case, step, published, today)
