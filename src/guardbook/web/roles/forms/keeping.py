"""Forms that keep an appointment in order, end it, or record a decision not to appoint."""

from typing import Any

from guardbook.rules.roles.vocabulary import EvidenceKind, Post, Role
from guardbook.web import fields
from guardbook.web.roles import words
from guardbook.web.roles.forms.appointing import POSTS

_BY_ROLE = {
    Role.DSP_LEAD: (),
    Role.DPO: ("expertise", "service_knowledge", "contact", "published_on", "regulator_told_on", "contract_note"),
    Role.CALDICOTT_GUARDIAN: ("contact", "published_on", "registered_on", "contract_note"),
    Role.SIRO: ("registered_on",),
}
_SPECIAL = frozenset(name for kept in _BY_ROLE.values() for name in kept)


class Details(fields.Form):
    """What was missing when the role was given."""

    title = fields.Text("Title they use", required=False, max_length=120)
    seniority_reason = fields.LongText("Why are they senior enough?", required=False)
    evidence_kind = fields.Radios(
        "What shows that they were given the role?",
        [*((one.value, text) for one, text in words.EVIDENCE.items()), ("", "Nothing yet")],
        required=False,
        coerce=EvidenceKind,
    )
    evidence_note = fields.Text("Where is it kept?", required=False, max_length=300)
    reports_to = fields.Text("They report to", required=False)
    expertise = fields.LongText("How did they show expert knowledge of data protection?", required=False)
    service_knowledge = fields.LongText("How did they show that they understand this service?", required=False)
    contact = fields.Text("How people reach them", required=False)
    published_on = fields.Date("Day their contact details were published", required=False)
    regulator_told_on = fields.Date("Day you told the regulator who they are", required=False)
    registered_on = fields.Date("Day they went on the national register", required=False)
    contract_note = fields.Text("Where is the contract or agreement kept?", required=False, max_length=300)

    def __init__(self, *given: Any, role: Role, **options: Any) -> None:
        super().__init__(*given, **options)
        for name in _SPECIAL - set(_BY_ROLE[role]):
            self.fields.pop(name)

    @property
    def details(self) -> dict[str, Any]:
        """The details as the action takes them."""
        kind = self.cleaned_data["evidence_kind"]
        return self.cleaned_data | {"evidence_kind": kind.value if kind else ""}


class Posts(fields.Form):
    posts = fields.Checkboxes("What are they here?", POSTS, hint="Choose all that apply", required=False, coerce=Post)
    decides_data_use = fields.YesNoUnsure(
        "Do they decide why or how personal data is used?", hint="For instance which care system you buy"
    )


class Acceptance(fields.Form):
    accepted_on = fields.Date("When did they accept the role?", hint="The date on the signed letter")


class Confirming(fields.Form):
    reason = fields.LongText(
        "If there is a warning, why do they go on all the same?",
        hint="Leave empty where nothing has changed",
        required=False,
    )


class Ending(fields.Form):
    until_on = fields.Date("Last day in the role")
    reason = fields.Text("Why does it end?", required=False, max_length=300)


class Ticked(fields.Form):
    note = fields.Text("Note", required=False, max_length=300)


class Decision(fields.Form):
    reason = fields.LongText("Why do you not appoint anybody?", hint="One or two lines that an inspector would follow")
    review_on = fields.Date("When will you look at this again?", hint="Within 12 months")
