"""What stands beside the questions, the judgement and the decision: what we think, why, and what is not verified."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from guardbook.queries.incidents.reading import Whole
from guardbook.rules.incidents import duty, triage
from guardbook.rules.incidents.grid import Grid
from guardbook.rules.incidents.vocabulary import Exemption
from guardbook.rules.verdict import Reason
from guardbook.web.components import Lines, Link, Row
from guardbook.web.incidents import look
from guardbook.web.incidents.look import Address
from guardbook.web.incidents.pages.asking import AskPage, asking

PARTS = 3
_TITLES = {
    1: ("What happened? (1 of 3)", "Next"),
    2: ("What is it, and who has it? (2 of 3)", "Next"),
    3: ("Who else is concerned? (3 of 3)", "Save, and show who must be told"),
}
_LEADS = {
    1: "Somebody in danger? Ring 999 or your council’s safeguarding team first. This can wait.",
    2: "“Not sure” is a good answer where nobody knows yet. You can come back.",
    3: "Then Guardbook says what it is, which clock runs, and who must be told and why.",
}


def questions(organisation: UUID, found: Whole, part: int) -> AskPage:
    """One page of the ten questions."""
    go = Address(organisation, found.id)
    before = Link("Back", go.to("incident-questions", part=part - 1)) if part > 1 else Link(found.title, go.to())
    title, button = _TITLES[part]
    return AskPage(title, before, button, _LEADS[part])


def judging(organisation: UUID, found: Whole, grid: Grid) -> AskPage:
    """The judgement of the risk, with what the answers suggest."""
    risk, why = duty.suggested(before(found))
    return AskPage(
        "Judge the risk to people",
        Link(f"{found.reference}: {found.title}", Address(organisation, found.id).to()),
        "Save the judgement",
        f"From your answers we would say: {risk.label.lower()}. {why.text} You decide.",
        rows=(Row("For these groups no score of the grid counts below " + str(grid.floor), Lines(grid.groups)),),
        verify=f"{grid.source}. {grid.verify}",
    )


def deciding(organisation: UUID, found: Whole, *, has_officer: bool) -> AskPage:
    """The decision, with what the law asks given the judgement."""
    go = Address(organisation, found.id)
    judged = duty.duty(before(found))
    severity = found.severity
    rows = [
        Row("You judged" if found.judged else "Nobody has judged yet. We would say", look.risk(judged.risk)),
        Row("The regulator", "must be told" if judged.regulator is duty.Told.YES else "need not be told"),
        Row("The people affected", _PEOPLE[judged.individuals]),
    ]
    if severity:
        rows.append(Row("Toolkit’s grid", severity.reasons[0].text))
    missing = _missing(go, found, needs_second=judged.second_view, has_officer=has_officer)
    return replace(
        asking(organisation, found, "decide"),
        points=_texts(judged.reasons),
        rows=tuple(rows),
        links=missing,
    )


_PEOPLE = {
    duty.Told.YES: "must be told",
    duty.Told.NO: "need not be told; you may tell them",
    duty.Told.DEPENDS: "it depends on what you find out; you decide",
    duty.Told.EXEMPT: f"need not be told. {Exemption.UNINTELLIGIBLE.label}",
}


def before(found: Whole) -> duty.Facts:
    """The prompts as last judged, or as far as the ten questions answer them."""
    return found.judged or triage.prompts(found.answers)


def scores(found: Whole) -> dict[str, object]:
    """What the form of the judgement starts with."""
    held = before(found)
    likelihood, impact = found.scores or (None, None)
    return {
        "people": held.people,
        "recovered": held.recovered if found.judged else None,
        "copies_taken": held.copies_taken,
        "risk": found.risk.value if found.risk else None,
        "likelihood": likelihood,
        "impact": impact,
        "seen_version": found.version,
    }


def _missing(go: Address, found: Whole, *, needs_second: bool, has_officer: bool) -> tuple[Link, ...]:
    links = []
    if has_officer and not (found.views.advice or found.views.none_because):
        links.append(Link("Record the officer’s advice first", go.to("incident-advice")))
        links.append(Link("Say why there is no advice in time", go.to("incident-no-advice")))
    if needs_second and not found.views.second_said:
        links.append(Link("Record a second view first, if you decide that harm is unlikely", go.to("incident-second")))
    return tuple(links)


def _texts(reasons: Sequence[Reason]) -> tuple[str, ...]:
    return tuple(reason.text for reason in reasons)
