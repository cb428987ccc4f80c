"""The forms for learning from it, closing it, and opening it again."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from guardbook.actions.incidents.closing import Learnt
from guardbook.queries.incidents.members import Member
from guardbook.rules.registers.risks import Impact, Likelihood
from guardbook.web import fields
from guardbook.web.incidents.forms.moments import MomentsForm, Time

_NOBODY = "nobody"


class LearnForm(fields.Form):
    """What let it happen and what you learnt. The toolkit asks for this each year (5.1.1 and 6.1.2)."""

    cause = fields.LongText(
        "What let it happen?",
        hint="The way of working, not the person. For example: two names look alike in the address list.",
        missing="Say what let it happen",
        max_length=3000,
        rows=3,
    )
    lessons = fields.LongText("What did you learn?", missing="Say what you learnt", max_length=3000, rows=3)
    process_changed = fields.YesNo("Did you look at the way of working, and change it where it needed that?")
    managers_told = fields.Text("Which manager or director was told?", required=False, max_length=120)
    managers_told_on = fields.Date("When were they told?", required=False)
    agreed_by = fields.Text("Who agreed what is done so that it does not happen again?", required=False, max_length=120)
    seen_version = fields.Hidden()

    def learnt(self) -> Learnt:
        """What was written, as the action takes it."""
        said = self.cleaned_data
        return Learnt(
            said["cause"],
            said["lessons"],
            said["process_changed"],
            said["managers_told"],
            said["managers_told_on"],
            said["agreed_by"],
        )


class ActionForm(fields.Form):
    """Something to do."""

    text = fields.Text("What is to be done?", missing="Write down what is to be done", max_length=300)
    due_on = fields.Date("By when?", required=False)

    def __init__(self, *args: Any, people: Sequence[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        offered = [
            fields.Choice(_NOBODY, "Nobody yet"),
            *(fields.Choice(str(each.user_id), each.name) for each in people),
        ]
        self.fields["user"] = fields.Select("Who does it?", offered, missing="Choose who does it, or nobody yet")

    @property
    def user_id(self) -> UUID | None:
        """Who was chosen."""
        chosen = self.cleaned_data["user"]
        return None if chosen == _NOBODY else UUID(chosen)


class CloseForm(fields.Form):
    """Nothing to fill in: the record says it all."""


class CloseOtherForm(fields.Form):
    """Why what is no breach needs nothing more."""

    rationale = fields.LongText(
        "Why is nothing more needed?", missing="Say why nothing more is needed", max_length=3000, rows=4
    )


class NewsForm(MomentsForm):
    """What is new."""

    moments = ("known",)

    news = fields.LongText("What is new?", missing="Write down what is new", max_length=3000, rows=4)
    known_on = fields.Date("On which day did you learn of it?", missing="Enter the day")
    known_at = Time("At what time?")


class RiskForm(fields.Form):
    """A risk that it showed."""

    name = fields.Text("What could go wrong again?", missing="Say what could go wrong", max_length=160)
    likelihood = fields.Radios(
        "How likely is it today?",
        [(each.value, each.label) for each in Likelihood],
        missing="Choose how likely it is",
        coerce=Likelihood,
    )
    impact = fields.Radios(
        "How bad would it be?",
        [(each.value, each.label) for each in Impact],
        missing="Choose how bad it would be",
        coerce=Impact,
    )
