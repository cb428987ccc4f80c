"""Forms that give a role to a person or a firm; what is asked depends on the role."""

from typing import Any
from uuid import UUID

from guardbook.actions.roles.appointing import Answers, Candidate, Terms
from guardbook.rules.roles import words as names
from guardbook.rules.roles.caldicott import Arrangement
from guardbook.rules.roles.conflicts import ReportsTo
from guardbook.rules.roles.vocabulary import EvidenceKind, LeadPart, Post, Role
from guardbook.web import fields
from guardbook.web.roles import words

_HOLDER, _DEPUTY, _SHARER = "holder", "deputy", "sharer"
_AS_HOLDER_OR_DEPUTY = (
    fields.Choice(_HOLDER, "The one who holds the role"),
    fields.Choice(_DEPUTY, "A deputy, who stands in"),
)
_REPORTS = {
    ReportsTo.TOP_LEVEL: "Their manager is at the top: the owner, the board or a chief executive",
    ReportsTo.DIRECT_LINE_RECORDED: "Another manager, but a direct line to the top is written down",
    ReportsTo.NEITHER: "Neither",
}
_FIRM_PAPERS = {
    "contract": "A contract",
    "named_person": "The name of the person who does the work",
    "response_time": "How soon they answer",
    "access_statement": "What they may see",
    "conflict_declaration": "Their statement that no other interest stands in the way",
}
_ONLY_OFFICER = ("decides", "buys_systems", "reports_line", "expertise", "service_knowledge")


_OUTSIDE = frozenset({Post.CONSULTANT, Post.IT_SUPPLIER, Post.OUTSIDE_COUNSEL})
POSTS = [(one.value, text) for one, text in names.POST.items() if one not in _OUTSIDE]


class _Appointing(fields.Form):
    """What every appointment asks, in the order it is asked."""

    serves_as = fields.Radios(
        "As what?",
        [
            *_AS_HOLDER_OR_DEPUTY,
            fields.Choice(_SHARER, "Somebody who carries parts of it", reveals="parts"),
        ],
    )
    parts = fields.Checkboxes(
        "Which parts?",
        [(one.value, text) for one, text in names.LEAD_PART.items()],
        required=False,
        coerce=LeadPart,
    )
    from_on = fields.Date("First day in the role")
    until_on = fields.Date("Last day, if it is already known", required=False)
    replaces = fields.Confirm("They take over from the one who holds it now", required=False)
    title = fields.Text("Title they use", hint="Leave empty for the role's usual name", required=False, max_length=120)
    seniority_reason = fields.LongText(
        "Why are they senior enough?", hint="Only where their post is not a management post", required=False
    )
    decides = fields.YesNoUnsure(
        "Do they decide why or how personal data is used?",
        hint="For instance which care system you buy, or what you do with staff data",
    )
    buys_systems = fields.YesNoUnsure(
        "May they buy systems?", hint="Asked because a deputy manager may", required=False
    )
    reports_line = fields.Radios(
        "To whom do they answer for this work?",
        [(one.value, text) for one, text in _REPORTS.items()],
        coerce=ReportsTo,
    )
    expertise = fields.LongText(
        "How did they show expert knowledge of data protection?", hint="Courses, certificates, years of work"
    )
    service_knowledge = fields.LongText("How did they show that they understand this service?")
    contact = fields.Text("How people reach them", hint="A phone number or email to publish", required=False)
    reports_to = fields.Text("They report to", hint="A name or a post, for the letter", required=False)
    evidence_kind = fields.Radios(
        "What shows that they were given the role?",
        [*((one.value, text) for one, text in words.EVIDENCE.items()), ("", "Nothing yet")],
        required=False,
        coerce=EvidenceKind,
    )
    evidence_note = fields.Text("Where is it kept?", required=False, max_length=300)
    reason = fields.LongText(
        "If there is a warning, why do you appoint them all the same?",
        hint="Needed only where a check asks for your reason",
        required=False,
    )

    def __init__(self, *given: Any, role: Role, is_held: bool, knows_posts: bool, **options: Any) -> None:
        super().__init__(*given, **options)
        self.role = role
        for name in _unasked(role, is_held):
            self.fields.pop(name, None)
        if knows_posts:
            self.fields.pop("posts", None)
        if role is not Role.DSP_LEAD:
            self.fields["serves_as"] = fields.Radios("As what?", _AS_HOLDER_OR_DEPUTY)

    @property
    def terms(self) -> Terms:
        """How the role is given."""
        typed = self.cleaned_data
        kept = ("from_on", "until_on", "title", "evidence_note", "reports_to", "contact")
        return Terms(
            **{name: typed[name] for name in kept},
            is_deputy=typed["serves_as"] == _DEPUTY,
            is_accountable=typed["serves_as"] == _HOLDER,
            parts=tuple(typed.get("parts") or ()) if typed["serves_as"] == _SHARER else (),
            replaces=typed.get("replaces", False),
            seniority_reason=typed.get("seniority_reason", ""),
            evidence_kind=typed["evidence_kind"],
            contract_note=typed.get("contract_note", ""),
        )

    @property
    def answers(self) -> Answers:
        """What was said about conflicts and knowledge."""
        typed = self.cleaned_data
        asked: dict[str, Any] = {}
        if self.role is Role.DPO:
            asked = {
                "decides_purposes_or_means": typed["decides"],
                "buys_systems": typed.get("buys_systems"),
                "reports_to": typed["reports_line"].value,
            }
        return Answers(
            conflict=asked | self.papers(),
            reason=typed["reason"],
            expertise=typed.get("expertise", ""),
            service_knowledge=typed.get("service_knowledge", ""),
        )

    def papers(self) -> dict[str, Any]:
        """What is on file about a firm; nothing for a person."""
        return {}


class PersonAppointing(_Appointing):
    """Gives a role to somebody on the staff list."""

    posts = fields.Checkboxes(
        "What are they here?",
        POSTS,
        hint="Choose all that apply. Some posts and some roles do not go together.",
        required=False,
        coerce=Post,
    )
    field_order = ("posts",)

    def candidate(self, person_id: UUID) -> Candidate:
        """The person, with the posts that were chosen where they were asked."""
        chosen = self.cleaned_data.get("posts")
        return Candidate(person_id=person_id, posts=None if chosen is None else frozenset(chosen))


class FirmAppointing(_Appointing):
    """Gives a role to a firm, or to somebody shared with another provider."""

    firm = fields.Text("Name of the firm or organisation", max_length=160)
    firm_person = fields.Text("Name of the person", hint="Somebody must be named", max_length=120)
    firm_post = fields.Radios(
        "What are they to you?",
        [(one.value, names.POST[one]) for one in (Post.CONSULTANT, Post.IT_SUPPLIER, Post.OUTSIDE_COUNSEL)],
        coerce=Post,
    )
    arrangement = fields.Radios(
        "How do you come by them?",
        [
            fields.Choice(Arrangement.EXTERNAL.value, "We pay a firm"),
            fields.Choice(Arrangement.SHARED.value, "We share them with other providers, or with our owner"),
        ],
        coerce=Arrangement,
    )
    on_file = fields.Checkboxes("What is on file?", list(_FIRM_PAPERS.items()), required=False)
    contract_note = fields.Text("Where is the contract or agreement kept?", required=False, max_length=300)
    field_order = ("firm", "firm_person", "firm_post", "arrangement", "on_file", "contract_note")

    @property
    def candidate(self) -> Candidate:
        """The firm and its person."""
        typed = self.cleaned_data
        return Candidate(
            firm=typed["firm"],
            firm_person=typed["firm_person"],
            firm_post=typed["firm_post"],
            arrangement=typed["arrangement"],
        )

    def papers(self) -> dict[str, Any]:
        """What is on file about the firm."""
        held = self.cleaned_data["on_file"]
        return {"firm": {name: name in held for name in _FIRM_PAPERS}}


def _unasked(role: Role, is_held: bool) -> tuple[str, ...]:
    unasked = () if role is Role.DSP_LEAD else ("parts",)
    if not is_held:
        unasked = (*unasked, "replaces")
    return (*unasked, "seniority_reason") if role is Role.DPO else (*unasked, *_ONLY_OFFICER)
