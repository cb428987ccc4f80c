"""A walk-round: what is looked at on the way, what was found, and the score (rule E-10).

The answers of one walk-round are kept together as text with the entry they belong to.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.rules.registers.questions import Choice
from guardbook.rules.verdict import Confidence, Reason


class Finding(Choice):
    """What was found at one place on the way."""

    OK = "ok", "OK"
    NOT_OK = "not_ok", "Not OK"
    NOT_APPLICABLE = "n/a", "Does not apply here"


@dataclass(frozen=True, slots=True)
class Look:
    """One thing to look at."""

    key: str
    question: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """One section of the walk-round: a place, with what to look at there."""

    key: str
    title: str
    looks: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for one ``Look``, and where it is not OK, what is done about it, by whom and by when.

    ``done_on`` is the day it was put right; put right on the spot, it needs nobody and no date.
    """

    look: str
    finding: Finding
    note: str = ""
    action: str = ""
    owner: UUID | None = None
    due_on: date | None = None
    done_on: date | None = None

    @property
    def is_open(self) -> bool:
        """True where something is still to be put right."""
        return self.finding is Finding.NOT_OK and self.done_on is None

    @property
    def faults(self) -> tuple[str, ...]:
        """What is missing so that nothing is left hanging, in words."""
        return tuple(_faults(self))


@dataclass(frozen=True, slots=True)
class Facts:
    """The answers of one walk-round."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """How it went: the numbers, the percentage of what was looked at, and what must still be filled in.

    ``percent`` has one decimal and is None where nothing could be looked at. ``unowned`` counts
    faults without an action, a person or a day. The walk-round is valid when there are none.
    """

    ok: int
    not_ok: int
    not_applicable: int
    percent: float | None
    unowned: int
    open: int
    is_valid: bool
    faults: tuple[str, ...]

    @property
    def looked_at(self) -> int:
        """How many things could be looked at."""
        return self.ok + self.not_ok

    @property
    def in_words(self) -> str:
        """The score as a person says it: "14 of 16 OK (87.5%)"."""
        return "" if self.percent is None else f"{self.ok} of {self.looked_at} OK ({self.percent:g}%)"


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo somebody wants to keep with a walk-round, and whether it shows a person or anything about one."""

    shows_personal: bool | None = None


@dataclass(frozen=True, slots=True)
class PhotoCheck:
    """Whether the photo may be kept, and why not."""

    accepted: bool
    reason: Reason | None


def score(facts: Facts) -> Score:
    """Say how a walk-round went: OK out of OK and not OK; what does not apply counts for nothing (rule E-10)."""
    found = [answer.finding for answer in facts.answers]
    ok, not_ok = found.count(Finding.OK), found.count(Finding.NOT_OK)
    faults = tuple(f"{answer.look}: {fault}" for answer in facts.answers for fault in answer.faults)
    return Score(
        ok=ok,
        not_ok=not_ok,
        not_applicable=found.count(Finding.NOT_APPLICABLE),
        percent=round(100 * ok / (ok + not_ok), 1) if ok + not_ok else None,
        unowned=sum(bool(answer.faults) for answer in facts.answers),
        open=sum(answer.is_open for answer in facts.answers),
        is_valid=not faults,
        faults=faults,
    )


def photo(facts: Photo) -> PhotoCheck:
    """Say whether a photo may be kept: never one that shows a person, a name or a record (rule E-10)."""
    if facts.shows_personal is False:
        return PhotoCheck(accepted=True, reason=None)
    text = (
        "Take the photo again without people, names or records in it. The place is enough."
        if facts.shows_personal
        else "Look at the photo first. Say that it shows no person, no name and no record."
    )
    return PhotoCheck(accepted=False, reason=Reason(text, "E-10", Confidence.DEFAULT))


def _faults(answer: Answer) -> Iterator[str]:
    if answer.finding is not Finding.NOT_OK:
        return
    if not answer.action.strip():
        yield "Say what will be done about it."
    if answer.done_on is None and answer.owner is None:
        yield "Say who will do it."
    if answer.done_on is None and answer.due_on is None:
        yield "Say by when."


def to_text(answers: tuple[Answer, ...]) -> str:
    """The answers as the text that is kept; "" for none."""
    return json.dumps([_plain(each) for each in answers], ensure_ascii=False) if answers else ""


def from_text(text: str) -> tuple[Answer, ...]:
    """The answers that a kept text holds."""
    return tuple(_answer(each) for each in json.loads(text)) if text else ()


def _plain(answer: Answer) -> dict[str, str]:
    held = {
        "look": answer.look,
        "finding": answer.finding.value,
        "note": answer.note,
        "action": answer.action,
        "owner": str(answer.owner or ""),
        "due_on": answer.due_on.isoformat() if answer.due_on else "",
        "done_on": answer.done_on.isoformat() if answer.done_on else "",
    }
    return {name: value for name, value in held.items() if value}


def _answer(held: dict[str, str]) -> Answer:
    return Answer(
        look=held["look"],
        finding=Finding(held["finding"]),
        note=held.get("note", ""),
        action=held.get("action", ""),
        owner=UUID(held["owner"]) if "owner" in held else None,
        due_on=date.fromisoformat(held["due_on"]) if "due_on" in held else None,
        done_on=date.fromisoformat(held["done_on"]) if "done_on" in held else None,
    )
