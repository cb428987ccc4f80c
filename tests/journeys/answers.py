"""What the made-up home answers to each question of the toolkit that is not answered by its records."""

from collections.abc import Mapping

from guardbook.content import packs
from guardbook.rules.frameworks.items import AnswerKind, Item
from guardbook.web.assessment import forms

WORDS = "Our manager, Ada Ashdown, sees to it, and looks through it with the nurse every quarter."
KEPT = "Office computer, Data protection folder"


def mandatory() -> list[Item]:
    """The questions of the newest list that must be answered, in order."""
    return [item for item in packs.newest("dspt").items if item.mandatory]


def typed(item: Item) -> Mapping[str, str]:
    """The fields to fill for one question."""
    # Where there is only one way to answer, the page asks for no choice.
    chosen = {"how": item.answer.value} if forms.only_way(item) is None else {}
    match item.answer:
        case AnswerKind.TEXT:
            return {**chosen, "text": WORDS}
        case AnswerKind.DOCUMENT:
            return {**chosen, "kept_at": KEPT}
        case _:
            return chosen
