"""What the field's words mean, in ours: read once from the package."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources.abc import Traversable
from typing import Annotated

from pydantic import Field

from guardbook.content import packs
from guardbook.content.faults import Fault, Unsound
from guardbook.content.packfiles import reading
from guardbook.content.packfiles.shapes import Shape, Words


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the field. ``short`` is its short form, such as "DPO", or empty."""

    word: str
    meaning: str
    short: str = ""


class _TermShape(Shape):
    word: Words
    meaning: Annotated[str, Field(min_length=10)]
    short: str = ""


@lru_cache
def terms() -> tuple[Term, ...]:
    """Every term, in the order of the alphabet."""
    return read(packs.library() / "glossary.yaml")


def find(text: str) -> Term | None:
    """The term with this word or short form, whatever its case; None where there is none."""
    low = text.casefold()
    return next((term for term in terms() if low in {term.word.casefold(), term.short.casefold()} - {""}), None)


def read(file: Traversable) -> tuple[Term, ...]:
    """The terms in a glossary file. Unsound, with every fault, where it cannot be used."""
    raw, faults = reading.yaml(file, file.name)
    if not faults and not isinstance(raw, list):
        faults.append(Fault(file.name, "", "this must be a list of terms."))
    found: dict[str, Term] = {}
    for place, each in enumerate(raw if isinstance(raw, list) else [], start=1):
        shape, more = reading.shaped(each, _TermShape, file.name, f"term {place}")
        faults += more
        if shape is not None and found.setdefault(shape.word.casefold(), _term(shape)).meaning != shape.meaning:
            faults.append(Fault(file.name, f"term {place}", f"“{shape.word}” stands here twice."))
    if faults:
        raise Unsound(faults)
    return tuple(found[word] for word in sorted(found))


def _term(shape: _TermShape) -> Term:
    return Term(shape.word, shape.meaning, shape.short)
