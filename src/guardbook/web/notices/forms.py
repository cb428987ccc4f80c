"""Forms about privacy notices: agree one, and check one that the provider wrote itself."""

from guardbook.actions.notices import Agreed
from guardbook.rules.notices.vocabulary import Line
from guardbook.web import fields


class AgreeForm(fields.Form):
    """Where people can read it, and what to add."""

    found_at = fields.Text(
        "Where can people read it?",
        hint="For example: in the welcome pack and on the board by the door.",
        missing="Say where people can read it",
    )
    automated = fields.LongText(
        "Does a computer alone decide anything that matters to them? If so, what and how?",
        hint="Leave it empty where a person always decides.",
        required=False,
        rows=2,
    )
    more = fields.LongText("Is there anything to add?", required=False, rows=3)

    def said(self) -> Agreed:
        """What was filled in."""
        return Agreed(**self.cleaned_data)


class CheckForm(fields.Form):
    """What somebody finds in a notice of their own."""

    updated_on = fields.Date("When was it last brought up to date?", required=False)
    has = fields.Checkboxes(
        "What does it say?",
        [(each.value, each.label) for each in Line],
        hint="Tick only what you find in it.",
        required=False,
        coerce=Line,
    )
    text = fields.LongText(
        "Its words",
        hint="You may paste them. We then look for a Data Protection Officer whom nobody appointed.",
        required=False,
        max_length=50_000,
        rows=6,
    )
