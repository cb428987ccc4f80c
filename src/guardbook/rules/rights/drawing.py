"""Draws the states of requests, complaints and disclosures from their own tables, for the reference pages."""

from collections.abc import Iterator
from itertools import groupby

from guardbook.rules.rights.states import MOVES, Move, State, needs
from guardbook.rules.rights.vocabulary import Kind

_INTRODUCTION = """\
# The states of a request, a complaint and a disclosure

This page is written by `./guardbook docs` from `rules/rights/states.py`. Do not edit it.

A state is never stored: it is worked out from the steps that were written down, in their order. While somebody has not
shown who they are, or a fee is open, a request that would be worked on waits instead. What each step needs besides the
right state is in `rules/rights/steps.py`.
"""


def markdown() -> str:
    """The whole page: for each kind its picture, and every move with who may make it."""
    parts = [_INTRODUCTION]
    for kind in Kind:
        parts += [f"## {kind.label}", "", *_picture(kind), "", *_moves(kind), ""]
    return "\n".join(parts).rstrip() + "\n"


def _picture(kind: Kind) -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    used = {move.start for move in MOVES[kind]} | {move.end for move in MOVES[kind]}
    for state in State:
        if state in used:
            yield f"    {state.value}: {state.label}"
    yield f"    [*] --> {State.OPEN.value}"
    moving = sorted((move for move in MOVES[kind] if move.start is not move.end), key=_ends)
    for (start, end), moves in groupby(moving, key=_ends):
        yield f"    {start} --> {end}: {' / '.join(move.event.value for move in moves)}"
    yield "```"


def _moves(kind: Kind) -> Iterator[str]:
    yield "| From | Step | To | Needs |"
    yield "| --- | --- | --- | --- |"
    for move in MOVES[kind]:
        yield f"| {move.start.label} | {move.event.label} | {move.end.label} | {needs(move.event)} |"


def _ends(move: Move) -> tuple[str, str]:
    return move.start.value, move.end.value
