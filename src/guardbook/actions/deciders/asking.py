"""Anybody who works here may ask the officer or the Guardian; the question waits in their log."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from guardbook.actions.registers import keeping
from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Refused
from guardbook.rules.access import Permission
from guardbook.rules.registers import advice, caldicott
from guardbook.rules.registers.advice import OfficerAdvice
from guardbook.rules.registers.caldicott import CaldicottDecision
from guardbook.rules.registers.register import Register


class Whom(StrEnum):
    """Who is asked."""

    OFFICER = "officer"
    GUARDIAN = "guardian"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: what it is, in a line; what there is to know about it; and by when an answer is needed."""

    question: str
    background: str = ""
    needed_by: date | None = None


@action(Permission.MISTAKE_REPORT)
def ask(change: Change, *, whom: Whom, asked: Asked) -> UUID:
    """Put a question to the officer or the Guardian, and return its identifier in their log.

    Raises:
        Refused: nothing is asked, or an answer is needed before today.
    """
    if not asked.question.strip():
        raise Refused("Write your question.")
    if asked.needed_by is not None and asked.needed_by < change.today:
        raise Refused("Give a day from today on, or leave it empty.")
    register, entry = _entry(change, whom, asked)
    row = keeping.make(change, register, entry)
    change.record("deciders.question.asked", subject=row, details={"register": register.title})
    return row.pk


def _entry(change: Change, whom: Whom, asked: Asked) -> tuple[Register[Any], Any]:
    around: dict[str, Any] = {"reviewed_on": change.today, "asked_on": change.today, "asked_by": change.by.name}
    match whom:
        case Whom.OFFICER:
            return advice.REGISTER, OfficerAdvice(
                name=asked.question.strip(),
                kind=advice.Kind.ASKED,
                asked=asked.background.strip(),
                wanted_by=asked.needed_by,
                **around,
            )
        case Whom.GUARDIAN:
            return caldicott.REGISTER, CaldicottDecision(
                name=asked.question.strip(), background=asked.background.strip(), needed_by=asked.needed_by, **around
            )
