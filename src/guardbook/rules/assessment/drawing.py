"""Draws the state machine of an answer, from its own table, for the reference pages."""

from collections.abc import Iterator
from itertools import groupby

from guardbook.rules.assessment.states import TRANSITIONS, Guard, Move, State

_INTRODUCTION = """\
# The states of an answer

This page is written by `./guardbook docs` from `rules/assessment/states.py`. Do not edit it.

A state is never stored. Each time a page is drawn, the state is worked out afresh from the
latest answer, from what the records say on that day, and from certificates. So an answer
cannot stay "confirmed" when the records behind it no longer hold.
"""
_COUNTS = "yes"


def markdown() -> str:
    """The whole page: the picture, the states, and every move with its condition."""
    return "\n".join([_INTRODUCTION, *_picture(), "", *_states(), "", *_moves()]) + "\n"


def _picture() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for state in State:
        yield f"    {state.value}: {state.label}"
    yield f"    [*] --> {State.UNANSWERED.value}"
    for (start, end), moves in groupby(sorted(TRANSITIONS, key=_ends), key=_ends):
        yield f"    {start} --> {end}: {' / '.join(move.event.value for move in moves)}"
    yield "```"


def _states() -> Iterator[str]:
    yield "| State | Shown as | Counts as done |"
    yield "| --- | --- | --- |"
    for state in State:
        yield f"| `{state.value}` | {state.label} | {_COUNTS if state.counts else 'no'} |"


def _moves() -> Iterator[str]:
    yield "| From | When | Only if | To |"
    yield "| --- | --- | --- | --- |"
    for move in TRANSITIONS:
        only_if = "" if move.guard is Guard.ALWAYS else move.guard.value
        yield f"| {move.start.label} | {move.event.value} | {only_if} | {move.end.label} |"


def _ends(move: Move) -> tuple[str, str]:
    return move.start.value, move.end.value
