"""A whole impact assessment as one document, in the order that UK GDPR Art 35(7) asks for."""

from collections.abc import Iterator

from guardbook.exports.documents import Block, Bullets, Document, Facts, Paragraph, Section, Signature, Table, day
from guardbook.queries.dpia.assessments import Whole
from guardbook.queries.dpia.reading import Impact, Measure, Risk
from guardbook.queries.registers.flows import Flowing
from guardbook.rules.dpia import questions, review, screening, states
from guardbook.rules.dpia.questions import Screen
from guardbook.rules.dpia.risk import Level
from guardbook.rules.registers import flow_map

NOT_SAID = "Not said yet"


def document(organisation: str, of: Whole, flowing: Flowing) -> Document:
    """The assessment as it stands today."""
    impact = of.impact
    return Document(
        title=f"Impact assessment: {impact.name}",
        organisation=organisation,
        issued_on=of.on,
        reference=f"{impact.name}, as of {day(of.on)}",
        summary=(Facts("How it stands", tuple(_standing(of))), *_screened(impact)),
        sections=(
            *(Section(screen.label, tuple(_answers(impact, screen))) for screen in Screen),
            Section("What goes to and from others", tuple(_flows(flowing, of))),
            Section("Risks to people", tuple(_risks(impact))),
            Section("What we do about them", tuple(_measures(impact))),
            Section("People who were asked", tuple(_asked(impact))),
            Section("Advice of the Data Protection Officer", tuple(_advice(of))),
            Section("Decision", tuple(_decision(of))),
            Section("What happened", (Bullets(tuple(_history(impact))),)),
        ),
    )


def _standing(of: Whole) -> Iterator[tuple[str, str]]:
    impact = of.impact
    yield "Stands at", of.standing.state.label
    yield "Told by", f"{impact.told_by}, {day(impact.told_at)}"
    if impact.chosen_by_name:
        yield "Who chose it", impact.chosen_by_name
    for register in review.REGISTERS:
        names = [
            each.entry.name
            for each in of.entries[register.slug].values()
            if str(each.id) in impact.links[register.slug]
        ]
        if names:
            yield register.title, "; ".join(names)
    yield "Risk that is left", impact.residual.label if impact.residual else NOT_SAID
    if impact.review_on:
        yield "Look again by", day(impact.review_on)


def _screened(impact: Impact) -> Iterator[Block]:
    if impact.screened:
        found = screening.screening(impact.screening)
        yield Paragraph(f"Screening: {found.result.label}.")
        yield Bullets(tuple(f"{each.text} (rule {each.rule})" for each in found.reasons))
    if impact.reason_not_to:
        yield Paragraph(f"Why none is needed: {impact.reason_not_to}")


def _answers(impact: Impact, screen: Screen) -> Iterator[Block]:
    pairs = [(each, impact.answers.get(each.key, "")) for each in questions.on(screen)]
    yield Facts(screen.label, tuple((each.label, said or NOT_SAID) for each, said in pairs if said or each.required))


def _flows(flowing: Flowing, of: Whole) -> Iterator[Block]:
    if not flowing.found:
        yield Paragraph("Nothing in the list of flows is part of it.")
        return
    drawn = flow_map.flow_map([each.entry for each in flowing.found], of.on, flowing.us)
    headings = ("What", "Who", "Which way", "How", "Safe on the way")
    rows = tuple((each.what, each.partner, each.direction, each.method, each.protected) for each in drawn.lines)
    yield Table("Flows of information that are part of it", headings, rows)


def _risks(impact: Impact) -> Iterator[Block]:
    if not impact.risks:
        yield Paragraph(NOT_SAID)
        return
    headings = ("Risk", "What it could mean for people", "Without measures", "With measures")
    yield Table("Each risk, weighed before and after measures", headings, tuple(_risk(each) for each in impact.risks))
    yield Paragraph(
        "A reasonable chance of serious harm makes a risk high. This scale is our own choice.", is_note=True
    )


def _risk(risk: Risk) -> tuple[str, ...]:
    before = _weighed(risk.likelihood, risk.severity, risk.before)
    after = _weighed(risk.likelihood_after, risk.severity_after, risk.after)
    return (f"{risk.what}\n{risk.cause}".strip(), risk.harm, before, after)


def _weighed(likelihood: object, severity: object, level: Level | None) -> str:
    if level is None:
        return NOT_SAID
    words = (str(getattr(each, "label", "")).partition(":")[0].lower() for each in (likelihood, severity))
    return f"{level.label} ({', '.join(words)} harm)"


def _measures(impact: Impact) -> Iterator[Block]:
    if not impact.measures:
        yield Paragraph(NOT_SAID)
        return
    names = {each.id: each.what for each in impact.risks}
    rows = tuple(
        (
            f"{each.name}\n{each.about}".strip(),
            "; ".join(names[key] for key in each.risks if key in names),
            _by_when(each),
            f"Yes, since {day(each.done_on)}" if each.done_on else "Not yet",
        )
        for each in impact.measures
    )
    yield Table("Measures, who does them, and by when", ("Measure", "Against", "Who and when", "In place"), rows)


def _by_when(measure: Measure) -> str:
    due = f"by {day(measure.due_on)}" if measure.due_on else ""
    start = "before the start" if measure.is_before_start else ""
    return ", ".join(each for each in (measure.owner, due, start) if each) or NOT_SAID


def _asked(impact: Impact) -> Iterator[Block]:
    if impact.consulted:
        yield Paragraph(impact.consulted)
    if impact.not_consulted_because:
        yield Paragraph(f"Why nobody was asked: {impact.not_consulted_because}")
    if not impact.consulted and not impact.not_consulted_because:
        yield Paragraph(NOT_SAID)


def _advice(of: Whole) -> Iterator[Block]:
    impact = of.impact
    if not impact.advice:
        yield Paragraph(NOT_SAID if of.officer else "No Data Protection Officer is appointed.")
        return
    when = f", {day(impact.advised_on)}" if impact.advised_on else ""
    yield Paragraph(f"{impact.adviser}{when}:")
    yield Paragraph(impact.advice)
    if impact.advice_followed is not None:
        yield Paragraph("It is followed." if impact.advice_followed else f"It is not followed: {impact.advice_answer}")


def _decision(of: Whole) -> Iterator[Block]:
    impact = of.impact
    pairs = (
        ("Regulator asked", day(impact.regulator_asked_on) if impact.regulator_asked_on else ""),
        ("Regulator’s answer", impact.regulator_answer),
        ("Signed off by", impact.decided_by),
        ("Signed off on", day(impact.decided_on) if impact.decided_on else ""),
        ("In use since", day(impact.live_on) if impact.live_on else ""),
    )
    told = tuple((label, said) for label, said in pairs if said)
    yield Facts("The decision", told or (("Signed off", "Not yet"),))
    yield Signature("Who decides", impact.decided_by)


def _history(impact: Impact) -> Iterator[str]:
    for step in impact.steps:
        note = f" ({step.note})" if step.note else ""
        yield f"{day(step.at)}, {step.by} {states.PAST[step.event]}{note}"
