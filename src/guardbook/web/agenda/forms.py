"""The forms of what to do next."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from guardbook.queries.agenda.members import Member
from guardbook.rules.agenda.reminders import Choice as Reminders
from guardbook.rules.agenda.tasks import LONGEST, Written
from guardbook.web import fields

_NOBODY = "nobody"


class WhoForm(fields.Form):
    """A form that asks who does a thing; its people are those with access."""

    user = fields.Select("Who does it?", [], missing="Choose who does it, or nobody in particular")

    def __init__(self, *args: Any, people: Sequence[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        offered = [
            fields.Choice(_NOBODY, "Nobody in particular"),
            *(fields.Choice(str(each.user_id), each.name) for each in people),
        ]
        self.fields["user"] = fields.Select(
            "Who does it?", offered, missing="Choose who does it, or nobody in particular"
        )

    @property
    def user_id(self) -> UUID | None:
        """Who was chosen; None is nobody in particular."""
        chosen = self.cleaned_data["user"]
        return None if chosen == _NOBODY else UUID(chosen)


def chosen(user_id: UUID | None) -> str:
    """What the list of people starts with."""
    return str(user_id) if user_id else _NOBODY


class AssignForm(WhoForm):
    """Who does a thing, and by when."""

    by_on = fields.Date("By when?", hint="Leave this empty where no day is agreed.", required=False)

    def __init__(self, *args: Any, has_own_day: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if has_own_day:  # set by law, or by the thing itself: nobody is asked to agree on another
            del self.fields["by_on"]


class PutOffForm(fields.Form):
    """Until when a thing may wait, and why."""

    until = fields.Date(
        "Until when?",
        hint="It comes back on this day, or before when it gets worse.",
        missing="Enter the day until which it waits",
    )
    reason = fields.LongText(
        "Why can it wait?",
        hint="Your colleagues see this.",
        missing="Write down why it can wait",
        max_length=500,
        rows=3,
    )


class TaskForm(WhoForm):
    """A task."""

    title = fields.Text("What is to be done?", max_length=200, missing="Write down what is to be done")
    why = fields.LongText(
        "Why?",
        hint="Name nobody whom you support, here or above. Neither goes into emails or calendars.",
        required=False,
        max_length=1000,
        rows=3,
    )
    due_on = fields.Date("By when?", required=False)
    minutes = fields.Number("How long does it take?", required=False, least=1, most=LONGEST, suffix="minutes")

    field_order = ("title", "why", "due_on", "minutes", "user")

    def written(self) -> Written:
        """What was written, as the action takes it."""
        said = self.cleaned_data
        return Written(said["title"], said["why"], said["due_on"], said["minutes"])


class RemindersForm(fields.Form):
    """How somebody wants to be reminded by email."""

    choice = fields.Radios(
        "How do you want to be reminded by email?",
        [
            fields.Choice(Reminders.EACH.value, "One email for each thing", "Where there are many, they come in one."),
            fields.Choice(Reminders.DAILY.value, "One email a day", "Only on days with something to say."),
            fields.Choice(Reminders.WEEKLY.value, "One email a week", "On Mondays, with what comes during the week."),
            fields.Choice(Reminders.OFF.value, "No emails"),
        ],
        hint="30 days, 7 days and 1 day before, on the day, and a week after.",
        missing="Choose how you want to be reminded",
        coerce=Reminders,
    )
