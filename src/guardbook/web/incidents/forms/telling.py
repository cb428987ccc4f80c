"""The forms for telling people, and for recording that they were told."""

from guardbook.actions.incidents.telling import Sent, Via
from guardbook.rules.incidents import notice
from guardbook.web import fields
from guardbook.web.incidents.forms.moments import MomentsForm, Time

_HINTS = {
    "nature": "What happened, how, when, and what kind of information. Names of people do not belong here.",
    "people": "For example: 12 people we support, 3 relatives. About is enough. If nobody knows: unknown yet",
    "records": "For example: 12 care plans, one rota. If nobody knows: unknown yet",
    "contact": "Name, phone and email of the officer, or of whoever can answer.",
    "consequences": "What harm may come of it, honestly. If nobody knows: unknown yet",
    "measures": "What was done to stop it and to put it right, and what comes next. If nobody knows: unknown yet",
}


class NoticeForm(fields.Form):
    """The words of the notice, field by field as the official forms ask for them. All of it may wait but two."""

    marks_optional = False

    nature = fields.LongText(notice.LABELS["nature"], hint=_HINTS["nature"], required=False, max_length=4000, rows=5)
    people = fields.Text(notice.LABELS["people"], hint=_HINTS["people"], required=False, max_length=300)
    records = fields.Text(notice.LABELS["records"], hint=_HINTS["records"], required=False, max_length=300)
    contact = fields.Text(notice.LABELS["contact"], hint=_HINTS["contact"], required=False, max_length=300)
    consequences = fields.LongText(
        notice.LABELS["consequences"], hint=_HINTS["consequences"], required=False, max_length=3000, rows=3
    )
    measures = fields.LongText(
        notice.LABELS["measures"], hint=_HINTS["measures"], required=False, max_length=3000, rows=4
    )
    seen_version = fields.Hidden()

    def said(self) -> dict[str, str]:
        """The words by field."""
        return {name: self.cleaned_data[name] for name in notice.FIELDS}


class SentForm(MomentsForm):
    """How a notice went."""

    moments = ("sent",)

    via = fields.Radios(
        "Which way did it go?",
        [(each.value, each.label) for each in Via],
        missing="Choose which way it went",
        coerce=Via,
    )
    sent_on = fields.Date("On which day?", missing="Enter the day on which it went")
    sent_at = Time("At what time?")
    reference = fields.Text(
        "Which number came back?", hint="Leave it empty if none did.", required=False, max_length=120
    )
    delay_reason = fields.LongText(
        "If more than 72 hours have passed: why did it take longer?", required=False, max_length=2000, rows=3
    )

    def sent(self) -> Sent:
        """How it went, as the action takes it."""
        said = self.cleaned_data
        return Sent(said["via"], said["sent"], said["reference"], said["delay_reason"])


class TellForm(MomentsForm):
    """That somebody was told."""

    moments = ("told",)

    told_on = fields.Date("On which day were they told?", missing="Enter the day on which they were told")
    told_at = Time("At what time?")
    note = fields.LongText("Whom did you tell, and how?", missing="Say whom you told, and how", max_length=2000, rows=3)
    reference = fields.Text("A number they gave you", required=False, max_length=120)
