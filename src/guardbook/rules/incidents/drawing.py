"""Draws the state machine of an incident from the table that runs it, for docs/reference."""

from collections import defaultdict

from guardbook.rules.incidents import states
from guardbook.rules.incidents.vocabulary import Event, State, Track, TrackState


def markdown() -> str:
    """The page as Markdown with a diagram that GitHub draws."""
    return "\n".join([*_HEAD, *_diagram(), "```\n", *_guards(), *_tracks()]) + "\n"


_HEAD = (
    "# The states of an incident\n",
    "This page is written by `./guardbook docs` from `rules/incidents/states.py`. Do not edit it.\n",
    "Each step is written in one table and each has a guard. The 72 hours run beside it: no step stops them,",
    "sets them back or moves their start. Opening again keeps the number and the first moment of awareness.\n",
    "```mermaid",
    "stateDiagram-v2",
)


def _diagram() -> list[str]:
    lines = [f"    {state}: {state.label}" for state in State]
    lines.append(f"    [*] --> {State.LOGGED}")
    together: dict[tuple[State, State], list[str]] = defaultdict(list)
    for (state, event), to in states.MOVES.items():
        together[state, to].append(event.label)
    lines += [f"    {state} --> {to}: {' / '.join(names)}" for (state, to), names in sorted(together.items())]
    lines.append(f"    {State.CLOSED} --> [*]")
    return lines


def _guards() -> list[str]:
    rows = [f"| {event.label} | {states.GUARDS[event]} |" for event in Event]
    return ["## What must be so\n", "| To | Needed |", "| --- | --- |", *rows, ""]


def _tracks() -> list[str]:
    names = [f"- {track.label}" for track in Track]
    possible = ", ".join(state.label.lower() for state in TrackState)
    return ["## Who may have to be told\n", f"Each stands on its own: {possible}.\n", *names]
