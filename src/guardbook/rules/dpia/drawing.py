"""Draws the state machine of an impact assessment, from its own table, for the reference pages."""

from collections.abc import Iterator

from guardbook.rules.dpia.states import TRANSITIONS, State

_INTRODUCTION = """\
# The states of an impact assessment

This page is written by `./guardbook docs` from `rules/dpia/states.py`. Do not edit it.

What is stored are the events. The state is worked out by replaying them. Whether a change that is in use is due
for review is worked out each time somebody looks: by its day, or because something it rests on has changed.
"""


def markdown() -> str:
    """The whole page: the picture, and every move with its conditions."""
    return "\n".join([_INTRODUCTION, *_picture(), "", *_moves()]) + "\n"


def _picture() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    yield from (f"    {state.value}: {state.label}" for state in State)
    yield f"    [*] --> {State.TOLD.value}"
    yield from (f"    {move.start.value} --> {move.end.value}: {move.event.label}" for move in TRANSITIONS)
    yield "```"


def _moves() -> Iterator[str]:
    yield "| From | When | Only if | To |"
    yield "| --- | --- | --- | --- |"
    for move in TRANSITIONS:
        only_if = "; ".join(guard.label for guard in move.guards)
        yield f"| {move.start.label} | {move.event.label} | {only_if} | {move.end.label} |"
