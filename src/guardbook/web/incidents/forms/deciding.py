"""The forms of the decision, and of what must stand beside it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from guardbook.actions.incidents.deciding import Second, Wanted
from guardbook.queries.incidents.members import Member
from guardbook.rules.incidents.vocabulary import Exemption
from guardbook.web import fields

_NONE = "none"


class AdviceForm(fields.Form):
    """The officer's advice."""

    asked_on = fields.Date("When was the officer asked?", missing="Enter the day on which the officer was asked")
    advice = fields.LongText("What is the advice?", missing="Write down the advice", max_length=3000, rows=5)
    by = fields.Text("Who gave it?", hint="Leave it empty if it is your own advice.", required=False, max_length=120)


class ReasonForm(fields.Form):
    """A reason alone."""

    reason = fields.LongText("Why?", missing="Say why", max_length=2000, rows=4)


class SecondForm(fields.Form):
    """What somebody else thinks."""

    kind = fields.Radios(
        "Who gave the second view?",
        [(each.value, each.label) for each in Second],
        missing="Choose who gave it",
        coerce=Second,
    )
    who = fields.Text(
        "Their name, or the number of the call", missing="Enter their name, or the number of the call", max_length=120
    )
    said = fields.LongText("What did they say?", missing="Write down what they said", max_length=2000, rows=4)
    on = fields.Date("When was that?", missing="Enter the day")


class DecideForm(fields.Form):
    """Who is told, and why."""

    report = fields.YesNo("Is the regulator told?", missing="Choose whether the regulator is told")
    tell_people = fields.YesNo("Are the people affected told?", missing="Choose whether the people are told")
    exemption = fields.Select(
        "If the risk is high and they are not told: which exception of the law applies?",
        [fields.Choice(_NONE, "None"), *(fields.Choice(each.value, each.label) for each in Exemption)],
        required=False,
    )
    rationale = fields.LongText(
        "Why do you decide so?",
        hint="Somebody will read this in two years. Say what you knew, and what you weighed.",
        missing="Write down why you decide so",
        max_length=5000,
        rows=5,
    )
    seen_version = fields.Hidden()

    def wanted(self) -> Wanted:
        """What was decided, as the action takes it."""
        said = self.cleaned_data
        chosen = said["exemption"]
        exemption = Exemption(chosen) if chosen and chosen != _NONE else None
        return Wanted(said["report"], said["tell_people"], said["rationale"], exemption)


class ChargeForm(fields.Form):
    """Who is in charge."""

    def __init__(self, *args: Any, people: Sequence[Member], **options: Any) -> None:
        super().__init__(*args, **options)
        offered = [fields.Choice(str(each.user_id), each.name) for each in people if each.may_edit]
        self.fields["user"] = fields.Select("Who is in charge of this?", offered, missing="Choose who is in charge")


class NoteForm(fields.Form):
    """Something that was done."""

    text = fields.LongText("What was done or said?", missing="Write down what was done", max_length=3000, rows=4)
    contains = fields.YesNo(
        "Does it keep the harm from growing?", hint="For example: password changed, email called back, phone wiped."
    )


def today(on: date) -> dict[str, date]:
    """A form of a day starts with today."""
    return {"on": on, "asked_on": on}
