"""Suggestions that read the suppliers: the list of them (item 10.1.2)."""

from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts
from guardbook.rules.registers import suppliers

_LISTED = Claim(
    suppliers.REGISTER,
    about=lambda each: each.handles_personal is True,
    holds=lambda each, _on: bool(each.does and each.contact),
)


def supplier_list(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the list of companies that handle personal information is whole, with service and contact.

    Source: item 10.1.2.
    """
    del asked
    return registers.suggestion(
        facts,
        _LISTED,
        Words(
            met=lambda seen, _kept: f"Your list has {seen.total} suppliers who handle information about people.",
            answer=lambda _seen, kept: (
                f"Yes. Our list of suppliers has what each does and how to reach them: "
                f"{registers.names(kept, _LISTED.about)}."
            ),
            failing=lambda seen: f"{seen.failing} of {seen.total} suppliers have no service or no contact.",
            todo="Say what each supplier does and how to reach them.",
            rule="D-08",
        ),
    )
