"""Last year's answers: reads them from a paste, and says what must be looked at again. None counts until confirmed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guardbook.rules.frameworks import carry, refs
from guardbook.rules.frameworks.carry import Carried
from guardbook.rules.frameworks.packs import Pack

_LINE = re.compile(r"^\W{0,3}(\d{1,2}\.\d{1,2}\.\d{1,3})\b[\s:.)\-–|]*(.*)$")


@dataclass(frozen=True, slots=True)
class LastYear:
    """One answer of last year with its place in this year's list; ``why`` says what to look at."""

    ref: str
    old_ref: str
    text: str
    check_again: bool
    why: str


@dataclass(frozen=True, slots=True)
class Brought:
    """Everything that was read: what found a place, and the old numbers that did not."""

    answers: tuple[LastYear, ...]
    homeless: tuple[str, ...]


def read_paste(text: str) -> dict[str, str]:
    """Read words under question numbers: a line that begins with a number starts an answer.

    A number that comes twice keeps the longer words. Lines before the first number are left out.
    """
    found: dict[str, list[str]] = {}
    ref = ""
    for line in text.splitlines():
        start = _LINE.match(line.strip())
        if start:
            ref = start[1]
            found.setdefault(ref, []).append(start[2])
        elif ref:
            found[ref].append(line)
    joined = {ref: "\n".join(lines).strip() for ref, lines in found.items()}
    return {ref: words for ref, words in joined.items() if words}


def read_rows(rows: Iterable[Iterable[object]]) -> dict[str, str]:
    """Read a sheet by content: the first cell that is a question number, and the longest words after it."""
    found: dict[str, str] = {}
    for row in rows:
        cells = [str(cell).strip() for cell in row if cell is not None and str(cell).strip()]
        at = next((place for place, cell in enumerate(cells) if refs.is_ref(cell)), None)
        words = max(cells[at + 1 :], key=len, default="") if at is not None else ""
        if at is not None and len(words) > len(found.get(cells[at], "")):
            found[cells[at]] = words
    return found


def bring(old: Pack, new: Pack, words: Mapping[str, str]) -> Brought:
    """Give last year's words their place in this year's list, with the reason to look again.

    Source: rule G-02 (old answers are starting text, marked unconfirmed).
    """
    verdicts = {each.old_ref: each for each in carry.carry(old, new) if each.old_ref and each.ref}
    placed = [_placed(verdicts[ref], text) for ref, text in words.items() if ref in verdicts]
    homeless = [ref for ref in words if ref not in verdicts]
    return Brought(
        tuple(sorted(placed, key=lambda each: refs.order(each.ref))), tuple(sorted(homeless, key=refs.order))
    )


def _placed(verdict: Carried, text: str) -> LastYear:
    why = " ".join(reason.text for reason in verdict.reasons)
    return LastYear(verdict.ref or "", verdict.old_ref or "", text, verdict.check_again, why)
