"""How answers, gaps and entries of a register are shown."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.registers.reading import Found
from guardbook.rules.registers import questions
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Gap, Register, Severity
from guardbook.web import words
from guardbook.web.components import Cell, Lines, Link, Tag, Tone

SEVERITY = {
    Severity.HIGH: Tag("Put right now", Tone.PROBLEM),
    Severity.MEDIUM: Tag("Put right", Tone.WARNING),
    Severity.LOW: Tag("When you can", Tone.SUGGESTED),
    Severity.INFO: Tag("Good to know", Tone.QUIET),
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the pages of one register are."""

    organisation: UUID
    register: Register[Any]

    def to(self, name: str, **more: object) -> str:
        """The address of a page of this register, by the end of its name: ``to("list")``, ``to("entry", entry_id=...)``."""
        parts = {"organisation": self.organisation, "slug": self.register.slug, **more}
        return reverse(f"register-{name}", kwargs=parts)

    def entry(self, entry_id: UUID, name: str = "entry") -> str:
        """The address of an entry, or of a page about it."""
        return self.to(name, entry_id=entry_id)

    @property
    def back(self) -> Link:
        """The way back to the list."""
        return Link(self.register.title, self.to("list"))


def go(ctx: Context, name: str, **more: object) -> str:
    """The address of a page that only one register has."""
    return reverse(name, kwargs={"organisation": ctx.organisation_id, **more})


def answer(question: Question, found: Found[Any]) -> Cell:
    """The answer to one question as people read it; "Not recorded" where nobody has said."""
    value = getattr(found.entry, question.name)
    if value == questions.nothing(question):
        return "Not recorded"
    if question.kind is Kind.PERSON:
        return found.people.get(question.name) or "Not recorded"
    return said(question, value)


def said(question: Question, value: Any) -> Cell:
    """An answer that is not empty, and needs no looking up."""
    match question.kind:
        case Kind.DAY:
            return words.day(value)
        case Kind.YES_NO:
            return "Yes" if value else "No"
        case Kind.ONE | Kind.CHECK:
            return str(value.label)
        case Kind.SOME:
            return Lines([each.label for each in value])
        case Kind.THINGS:
            return Lines(value)
        case Kind.NUMBER:
            return f"{value:,}"
        case Kind.MONEY:
            return f"£{value / 100:,.2f}"
        case Kind.WEB:
            return Link(value, value)
        case _:
            return str(value)


def gap(found: Gap) -> tuple[Cell, str]:
    """One gap as a tag and its sentence."""
    return SEVERITY[found.severity], found.text


def state(found: Found[Any], gaps: tuple[Gap, ...]) -> Cell:
    """What is to put right about an entry, in the last column of a list."""
    if found.archived_at is not None:
        return Tag("Archived", Tone.QUIET)
    if not found.entry.is_checked:
        return Tag("Not checked here", Tone.WAITING)
    if not gaps:
        return Tag("Nothing", Tone.DONE)
    return Lines([each.text for each in gaps[:3]] + (["And more"] if len(gaps) > 3 else []))
