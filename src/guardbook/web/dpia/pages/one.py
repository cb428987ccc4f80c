"""What the page of one change shows: how it stands, what comes next, and everything that is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from guardbook.queries.access import Context
from guardbook.queries.dpia.assessments import Whole
from guardbook.queries.dpia.reading import Impact, Measure, Risk
from guardbook.queries.registers.flows import Flowing
from guardbook.rules.access import Permission
from guardbook.rules.dpia import questions, review, screening, states
from guardbook.rules.dpia.questions import Screen
from guardbook.rules.dpia.screening import Group
from guardbook.rules.dpia.states import Event, State
from guardbook.web import words
from guardbook.web.components import Column, Lines, Link, Row, Table, Tag, Task, Tone
from guardbook.web.dpia import look
from guardbook.web.dpia.look import Address
from guardbook.web.dpia.pages import next_steps
from guardbook.web.dpia.pages.next_steps import Steps
from guardbook.web.registers.pages import flow_map
from guardbook.web.registers.pages.flow_map import MapPage

_LEADS: dict[State, str] = {
    State.TOLD: "Somebody told about this change. Three short screens show whether it needs an assessment.",
    State.SCREENED: "The questions are answered. Now decide what follows.",
    State.NOT_NEEDED: "It is recorded that this needs no assessment.",
    State.DRAFT: "Write the assessment, a screen at a time. It is kept as you go.",
    State.CONSULTED: "The draft is whole.",
    State.DPO_ADVICE: "The officer has given advice. Now somebody decides.",
    State.PRIOR_CONSULTATION: "A high risk is left. Do not start. Find more measures, or ask the regulator first.",
    State.DECIDED: "It is signed off. When everything is in place, the change may begin.",
    State.LIVE: "The change is in use.",
    State.REVIEW_DUE: "The change is in use, and it is time to look at this assessment again.",
    State.STOPPED: "This change was given up.",
}
_AT_SCREENING = frozenset({State.SCREENED, State.NOT_NEEDED})
_DONE, _OPEN = Tag("Done", Tone.DONE), Tag("To do", Tone.WAITING)


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure, with what can be done about it; without an address it cannot."""

    name: str
    tag: Tag
    about: str
    change: str
    finish: str


@dataclass(frozen=True, slots=True)
class OnePage:
    """The whole page of one change."""

    name: str
    back: Link
    tag: Tag
    lead: str
    notes: tuple[str, ...]
    steps: Steps
    begin: str
    result: str
    reasons: tuple[tuple[str, str], ...]
    tasks: tuple[Task, ...]
    rows: tuple[Row, ...]
    risks: Table | None
    add_risk: str
    measures: tuple[MeasureLine, ...]
    add_measure: str
    map: MapPage | None
    answers: tuple[tuple[str, tuple[Row, ...]], ...]
    history: tuple[Row, ...]
    downloads: tuple[Link, ...]


def one_page(context: Context, of: Whole, flowing: Flowing | None) -> OnePage:
    """Put the page together."""
    impact, state, held = of.impact, of.standing.state, context.by.permissions
    to = Address(context.organisation_id, impact.id)
    may_write = Permission.DPIA_EDIT in held and state is State.DRAFT
    found = screening.screening(impact.screening) if state in _AT_SCREENING else None
    return OnePage(
        name=impact.name,
        back=look.all_of(context.organisation_id),
        tag=look.state(state),
        lead=_LEADS[state],
        notes=tuple(_notes(of)),
        steps=next_steps.steps(context, to, of),
        begin=to.to("dpia-begin") if state is State.SCREENED and Permission.DPIA_EDIT in held else "",
        result=found.result.label if found else "",
        reasons=tuple((each.text, each.source if "://" not in each.source else "") for each in found.reasons)
        if found
        else (),
        tasks=tuple(_tasks(to, of, held)),
        rows=tuple(_rows(of)),
        risks=_risks(to, impact, may_write=may_write),
        add_risk=to.to("dpia-risk-add") if may_write else "",
        measures=tuple(_measure(to, of, each, held, may_write=may_write) for each in impact.measures),
        add_measure=to.to("dpia-measure-add") if may_write else "",
        map=flow_map.map_page(context.organisation_id, flowing, of.on) if flowing and flowing.found else None,
        answers=() if may_write else tuple(_answers(impact)),
        history=tuple(_history(impact)),
        downloads=tuple(_downloads(to, of, held)),
    )


def _notes(of: Whole) -> Iterator[str]:
    yield from (each.text for each in of.standing.review.reasons)
    if of.answer is not None:
        yield from (each.text for each in of.answer.steps)
        yield of.answer.reason.text
        yield "We took these weeks from memory. Check them with the regulator."


def _tasks(to: Address, of: Whole, held: frozenset[Permission]) -> Iterator[Task]:
    impact, state = of.impact, of.standing.state
    if Permission.DPIA_EDIT not in held:
        return
    if states.move_of(state, Event.SCREENED) is not None:
        for group in Group:
            tag = _DONE if group in impact.screened else _OPEN
            yield Task(group.label, tag, to.to("dpia-screen", group=group.value))
    if state is not State.DRAFT:
        return
    for register in review.REGISTERS:
        tag = _DONE if impact.links[register.slug] else Tag("None chosen", Tone.QUIET)
        yield Task(f"Part of: {_first_small(register.title)}", tag, to.to("dpia-links", slug=register.slug))
    yield Task("Who chose it", _DONE if impact.chosen_by_id else _OPEN, to.to("dpia-chooser"))
    for screen in Screen:
        left = questions.unanswered(impact.answers, screen)
        hint = f"{words.count(len(left), 'question')} left" if left else ""
        yield Task(screen.label, _OPEN if left else _DONE, to.to("dpia-answer", screen=screen.value), hint)


def _first_small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _rows(of: Whole) -> Iterator[Row]:
    impact = of.impact
    yield Row("Told by", f"{impact.told_by}, {words.day(impact.told_at)}")
    if impact.kind:
        yield Row("Kind of change", impact.kind.label)
    if impact.told:
        yield Row("What was told", Lines(impact.told.splitlines()))
    if impact.screened and of.standing.state not in {State.TOLD, *_AT_SCREENING}:
        yield Row("Screening", screening.screening(impact.screening).result.label)
    if impact.reason_not_to:
        yield Row("Why none is needed", Lines(impact.reason_not_to.splitlines()))
    for register in review.REGISTERS:
        names = [each.entry.name for each in of.entries[register.slug].values()]
        if names and impact.links[register.slug]:
            yield Row(register.title, Lines(names))
    if impact.chosen_by_name:
        yield Row("Who chose it", impact.chosen_by_name)
    yield from _decision(impact)


def _decision(impact: Impact) -> Iterator[Row]:
    if impact.consulted:
        yield Row("Who was asked", Lines(impact.consulted.splitlines()))
    if impact.not_consulted_because:
        yield Row("Why nobody was asked", Lines(impact.not_consulted_because.splitlines()))
    if impact.advice and impact.advised_on:
        yield Row(
            "The officer’s advice",
            Lines([*impact.advice.splitlines(), f"{impact.adviser}, {words.day(impact.advised_on)}"]),
        )
    if impact.advice_followed is not None:
        yield Row("Followed?", "Yes" if impact.advice_followed else f"No: {impact.advice_answer}")
    yield from _signed(impact)


def _signed(impact: Impact) -> Iterator[Row]:
    if impact.risks:
        yield Row("Risk that is left", look.level(impact.residual))
    if impact.regulator_asked_on:
        yield Row("Regulator asked", words.day(impact.regulator_asked_on))
    if impact.regulator_answer:
        yield Row("Regulator’s answer", Lines(impact.regulator_answer.splitlines()))
    if impact.decided_on:
        yield Row("Signed off", f"{impact.decided_by}, {words.day(impact.decided_on)}")
    if impact.live_on:
        yield Row("In use since", words.day(impact.live_on))
    if impact.review_on:
        yield Row("Look again by", words.day(impact.review_on))


def _risks(to: Address, impact: Impact, *, may_write: bool) -> Table | None:
    if not impact.risks:
        return None
    rows = [
        [_risk_name(to, each, may_write=may_write), each.kind.label, look.level(each.before), look.level(each.after)]
        for each in impact.risks
    ]
    return Table(
        "Risks to people",
        [Column("Risk"), Column("What would go wrong"), Column("Without measures"), Column("With measures")],
        rows,
        True,
    )


def _risk_name(to: Address, risk: Risk, *, may_write: bool) -> str | Link:
    return Link(risk.what, to.to("dpia-risk", risk=risk.id)) if may_write else risk.what


def _measure(to: Address, of: Whole, measure: Measure, held: frozenset[Permission], *, may_write: bool) -> MeasureLine:
    late = measure in of.standing.overdue
    if measure.done_on:
        tag = Tag("In place", Tone.DONE)
    else:
        tag = Tag("Overdue", Tone.PROBLEM) if late else Tag("To do", Tone.WAITING)
    told = [measure.about, _by_when(measure)]
    if measure.is_before_start:
        told.append("It must be in place before the change begins.")
    is_open = measure.done_on is None and of.standing.state not in states.ENDED
    return MeasureLine(
        measure.name,
        tag,
        " ".join(each for each in told if each),
        to.to("dpia-measure", measure=measure.id) if may_write else "",
        to.to("dpia-measure-done", measure=measure.id) if is_open and Permission.DPIA_EDIT in held else "",
    )


def _by_when(measure: Measure) -> str:
    if measure.done_on:
        return f"In place since {words.day(measure.done_on)}, says {measure.done_by}."
    due = f" by {words.day(measure.due_on)}" if measure.due_on else ""
    return f"{measure.owner or 'Nobody yet'}{due}."


def _answers(impact: Impact) -> Iterator[tuple[str, tuple[Row, ...]]]:
    for screen in Screen:
        rows = [(each, impact.answers.get(each.key, "")) for each in questions.on(screen)]
        told = tuple(Row(each.label, Lines(said.splitlines())) for each, said in rows if said)
        if told:
            yield screen.label, told


def _history(impact: Impact) -> Iterator[Row]:
    for step in reversed(impact.steps):
        said = f"{step.by} {states.PAST[step.event]}"
        yield Row(words.day(step.at), Lines([said, step.note]) if step.note else said)


def _downloads(to: Address, of: Whole, held: frozenset[Permission]) -> Iterator[Link]:
    if Permission.EXPORT not in held or of.standing.state in {State.TOLD, State.SCREENED}:
        return
    yield Link("Whole assessment as Word", to.to("dpia-document", form="docx"))
    yield Link("Whole assessment as PDF", to.to("dpia-document", form="pdf"))
    yield Link("For the PIA software of the French regulator (JSON)", to.to("dpia-document", form="json"))
