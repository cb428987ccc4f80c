"""The page of all registers."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from guardbook.queries.registers.overview import State
from guardbook.rules.registers.register import Section
from guardbook.web import words
from guardbook.web.components import Tag, Task, Tone
from guardbook.web.registers.look import Address


@dataclass(frozen=True, slots=True)
class Part:
    """The registers of one section."""

    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All registers."""

    parts: tuple[Part, ...]


def index(organisation: UUID, states: Sequence[State]) -> IndexPage:
    """Put the page of all registers together."""
    return IndexPage(
        tuple(
            Part(section.value, tuple(_task(organisation, each) for each in states if each.register.section is section))
            for section in Section
            if any(each.register.section is section for each in states)
        )
    )


def _task(organisation: UUID, state: State) -> Task:
    counted = words.count(state.total, state.register.one, state.register.many) if state.total else "Nothing in it yet"
    if state.check is not None:
        kind = "confirmed that there is nothing to keep" if state.check.is_none else "confirmed whole"
        counted += f", {kind} on {words.day(state.check.on)}"
    return Task(state.register.title, _state(state), Address(organisation, state.register).to("list"), counted)


def _state(state: State) -> Tag:
    if state.attention:
        return Tag(f"{state.attention} to put right", Tone.WARNING)
    if state.unchecked:
        return Tag(f"{state.unchecked} to check", Tone.SUGGESTED)
    if state.check is not None:
        return Tag("In order", Tone.DONE)
    return Tag("To confirm", Tone.SUGGESTED) if state.total else Tag("To start", Tone.WAITING)
