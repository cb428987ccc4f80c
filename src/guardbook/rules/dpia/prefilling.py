"""What the registers already say in answer to the questions of an assessment, as words to begin from."""

from collections.abc import Iterable, Iterator, Mapping

from guardbook.rules.dpia.review import in_words_of
from guardbook.rules.registers import processing
from guardbook.rules.registers.processing import Processing
from guardbook.rules.registers.suppliers.entry import Supplier
from guardbook.rules.registers.systems import System


def prefilled(
    uses: Iterable[Processing], on: Iterable[System], by: Iterable[Supplier], kept_for: Iterable[str]
) -> Mapping[str, str]:
    """Words to begin from, by the key of the question. Only what the entries say."""
    found, theirs = tuple(uses), tuple(by)
    said = {
        "worth": _each(found, "purpose"),
        "data": [*_each(found, "people"), *_each(found, "data")],
        "journey": [
            *_each(found, "came_from"),
            *(f"{each.name}: goes to {', '.join(each.recipients)}" for each in found if each.recipients),
        ],
        "kept_in": [f"{each.name}: {each.used_for}" if each.used_for else each.name for each in on],
        "basis": [*_each(found, "bases"), *_each(found, "conditions")],
        "kept_for": list(kept_for),
        "suppliers": [line for each in theirs for line in _supplier(each)],
        "abroad": [*_each(found, "abroad"), *(f"{each.name}: {each.hosted.label}" for each in theirs if each.hosted)],
    }
    return {key: "\n".join(dict.fromkeys(lines)) for key, lines in said.items() if lines}


def _each(entries: Iterable[Processing], name: str) -> list[str]:
    asked = processing.REGISTER.question(name)
    pairs = [(each.name, in_words_of(asked, getattr(each, name)) if asked else "") for each in entries]
    return [f"{of}: {words}" for of, words in pairs if words]


def _supplier(entry: Supplier) -> Iterator[str]:
    yield f"{entry.name}: {entry.does}" if entry.does else entry.name
    if entry.clauses:
        yield f"{entry.name}, contract: {'; '.join(each.label for each in entry.clauses)}"
