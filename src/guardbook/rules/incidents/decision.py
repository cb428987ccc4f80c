"""What may be decided about telling the regulator and the people, and how their tracks then stand (B-03, B-04).

Sources: UK GDPR Art 33(1) and Art 34; the toolkit's grid. Telling more people than the law asks is always allowed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from guardbook.rules.incidents import duty, grid
from guardbook.rules.incidents.duty import Told
from guardbook.rules.incidents.vocabulary import Exemption, Track, TrackState
from guardbook.rules.verdict import Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """What was judged, and what somebody wants to decide. ``ours`` is False where another organisation answers for the data."""

    judged: duty.Facts
    scores: grid.Facts
    report: bool
    tell_people: bool
    exemption: Exemption | None = None
    rationale: str = ""
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Decided:
    """Whether it may be decided so, and how each of the three tracks then stands and why."""

    allowed: bool
    refusals: tuple[str, ...]
    second_view: bool
    tracks: Mapping[Track, tuple[TrackState, str]]
    reasons: tuple[Reason, ...]


def decision(facts: Facts) -> Decided:
    """Whether this decision may stand beside what was judged."""
    found, scores = duty.duty(facts.judged), grid.severity(facts.scores)
    must = facts.ours and (found.regulator is Told.YES or scores.report_to_regulator)
    refusals = []
    if must and not facts.report:
        refusals.append("You judged that there is a risk, or the grid asks for a report. Then the regulator is told.")
    if facts.report and not facts.ours:
        refusals.append(
            "The data is another organisation's. Tell it; whether the regulator hears of it is for it to decide."
        )
    if found.individuals is Told.YES and facts.ours and not (facts.tell_people or facts.exemption):
        refusals.append("The risk is high. Then the people are told, or you say which exception of the law applies.")
    if not facts.rationale.strip():
        refusals.append("Write down why you decide so.")
    return Decided(
        not refusals, tuple(refusals), found.second_view, _tracks(facts, found), (*found.reasons, *scores.reasons)
    )


def _tracks(facts: Facts, found: duty.Duty) -> Mapping[Track, tuple[TrackState, str]]:
    excused = facts.exemption or found.exemption
    if facts.tell_people:
        people = (TrackState.NEEDED, "It was decided to tell the people.")
    elif excused and found.individuals in {Told.EXEMPT, Told.YES}:
        people = (TrackState.EXEMPT, f"{excused.label} (Art {excused.value}).")
    else:
        people = (TrackState.NOT_NEEDED, "It was decided not to tell the people.")
    if not facts.report:
        no = (TrackState.NOT_NEEDED, "It was decided not to report it.")
        return {Track.REGULATOR: no, Track.TOOLKIT: no, Track.INDIVIDUALS: people}
    return {
        Track.REGULATOR: (TrackState.NEEDED, "It was decided to tell the regulator."),
        Track.TOOLKIT: (
            TrackState.NEEDED,
            "Report it through the toolkit's tool or on the regulator's form: one is enough.",
        ),
        Track.INDIVIDUALS: people,
    }
