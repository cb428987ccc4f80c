"""The forms of the staff list."""

from typing import Any

from guardbook.actions.people import Details
from guardbook.queries.people import Entry
from guardbook.rules.people import Kind
from guardbook.web import fields

_KINDS = [fields.Choice(kind.value, kind.label) for kind in Kind]


class PersonForm(fields.Form):
    """Somebody who works here."""

    name = fields.Text("Full name", max_length=120)
    job_title = fields.Text("Job title", required=False, max_length=120)
    kind = fields.Radios("How do they work for you?", _KINDS, missing="Choose how they work for you", coerce=Kind)
    started_on = fields.Date("Start date")
    has_data_access = fields.YesNo(
        "Can they see records about people?",
        hint="On paper or on a screen. Agency workers who cannot are not counted.",
        missing="Choose whether they can see records about people",
    )
    induction_on = fields.Date(
        "When was their induction done?",
        hint="It covers data security. Leave this empty until it is done.",
        required=False,
    )
    clause_signed_on = fields.Date(
        "When did they sign a data security clause?",
        hint="In a contract, or in the agreement of a volunteer or trustee.",
        required=False,
    )
    works_number = fields.Text(
        "Staff number",
        hint="From your payroll or rota. An import uses it to know them.",
        required=False,
        max_length=110,
    )
    email = fields.Email("Email address", required=False, autocomplete="off")
    absent_from = fields.Date(
        "Away since", hint="Only for long absence, such as illness or parental leave.", required=False
    )
    absent_until = fields.Date("Away until", hint="The last day away, if you know it.", required=False)

    def details(self) -> Details:
        """What was said, as the action takes it."""
        return Details(**self.cleaned_data)


class ConfirmListForm(fields.Form):
    """Somebody says that the staff list is right."""

    is_right = fields.Confirm("Everybody who works here is on the list, and nobody who has left is shown as here")
    note = fields.LongText(
        "How you checked it", hint="For example: compared with the November payroll.", required=False
    )


def of_entry(entry: Entry) -> dict[str, Any]:
    """What a form about this person starts with."""
    return {name: getattr(entry, name) for name in PersonForm.base_fields}
