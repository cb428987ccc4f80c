"""The forms for writing an incident down and putting right what was written."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from guardbook.actions.incidents.logging import Logged
from guardbook.rules.registers.picking import Known
from guardbook.web import fields
from guardbook.web.incidents.forms.moments import MomentsForm, Time

_NAMED = "Is anybody on the staff named as having done it?"
_HIDDEN = "They will not see this. Leave it empty if nobody is."


class LogForm(MomentsForm):
    """What somebody writes down first."""

    moments = ("certain", "staff", "suspected")

    title = fields.Text(
        "What happened, in a few words?",
        hint="No names here. For example: Care plan emailed to the wrong family",
        missing="Say in a few words what happened",
        max_length=160,
    )
    story = fields.LongText(
        "What do you know so far?",
        hint="Write it as you would tell a colleague. You can add to it at any time.",
        missing="Write what you know so far",
        max_length=5000,
        rows=5,
    )
    found_on = fields.Date("On which day was it found?", missing="Enter the day on which it was found")
    certain_on = fields.Date(
        "When was somebody in charge sure that it happened?",
        hint="The day, for example 27 3 2026. Leave it empty if nobody is sure yet.",
        required=False,
    )
    certain_at = Time("At what time was that?", required=False)
    staff_on = fields.Date(
        "Was anybody else on the staff sure before that? When?",
        hint="The day. A night carer, for example. Leave it empty if not.",
        required=False,
    )
    staff_at = Time("At what time was that?", required=False)
    suspected_on = fields.Date(
        "If nobody is sure yet: when did somebody first suspect it?", hint="The day.", required=False
    )
    suspected_at = Time("At what time was that?", required=False)

    def __init__(self, *args: Any, people: Sequence[Known], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["named"] = fields.Pick(_NAMED, people, where="your staff list", hint=_HIDDEN, required=False)

    def logged(self) -> Logged:
        """What was written, as the action takes it."""
        said = self.cleaned_data
        return Logged(
            said["title"],
            said["story"],
            said["found_on"],
            certain_at=said["certain"],
            staff_certain_at=said["staff"],
            suspected_at=said["suspected"],
            named=(said["named"],) if said["named"] else (),
        )


class NamedForm(fields.Form):
    """Who is named."""

    def __init__(self, *args: Any, people: Sequence[Known], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["named"] = fields.Picks(_NAMED, people, where="your staff list", hint=_HIDDEN, required=False)

    @property
    def people(self) -> tuple[UUID, ...]:
        """Who was chosen."""
        return tuple(self.cleaned_data["named"])


class WordsForm(fields.Form):
    """Words that are put right, and why."""

    new = fields.LongText("What should it say?", missing="Write what it should say", max_length=5000, rows=4)
    reason = fields.Text("Why do you change it?", hint="The old words are kept.", missing="Say why you change it")


class DayForm(fields.Form):
    """A day that is put right, and why."""

    new = fields.Date("Which day is right?", missing="Enter the right day")
    reason = fields.Text("Why do you change it?", hint="The old day is kept.", missing="Say why you change it")


class MomentForm(MomentsForm):
    """A moment that is put right, and why; empty takes it away."""

    moments = ("new",)

    new_on = fields.Date("Which day is right?", hint="Leave both empty if nobody knows.", required=False)
    new_at = Time("At what time?", required=False)
    reason = fields.Text("Why do you change it?", hint="The old time is kept.", missing="Say why you change it")
