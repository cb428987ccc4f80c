"""Forms on which people tell us things, and those of the people who read them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from guardbook.queries.intake.reports import Brief
from guardbook.rules.intake import reports
from guardbook.rules.intake.reports import About, Kind, Purpose, Sort, When
from guardbook.rules.registers.picking import Known
from guardbook.web import fields, words
from guardbook.web.fields import Choice

_WORRIES = [Choice(each.value, each.label) for each in Sort if each.kind is Kind.WORRY]
_RIGHTS = [Choice(each.value, each.label) for each in Sort if each.kind is not Kind.WORRY]
_TIMES = [Choice(each.value, each.label) for each in When]
_ABOUT = [
    Choice(each.value, each.label, hint)
    for each, hint in (
        (About.NOBODY, ""),
        (About.STAFF, ""),
        (About.READER, "We cannot hide it from somebody we do not know of. Below is whom you can tell instead."),
        (About.UNSURE, ""),
    )
]
PHOTOS = "image/jpeg,image/png,image/webp"


class Tell(fields.Form):
    """A mistake, a near miss or a worry. Only the first two questions need an answer."""

    marks_optional = False

    sort = fields.Radios("What is it?", _WORRIES, coerce=Sort, missing="Choose what it is. If unsure, choose the last.")
    what = fields.LongText(
        "What happened?",
        hint="In your own words. A few lines are enough. Say “a resident” or “a nurse”, and leave names out.",
        missing="Say what happened, in your own words",
    )
    happened_on = fields.Date(
        "On which day?", hint="Leave it empty if you don't know. For example, 27 3 2026", required=False
    )
    happened_about = fields.Radios("About what time?", _TIMES, required=False, coerce=When)
    affected = fields.Text(
        "Who might be affected?",
        hint="In roles, not names: “two residents on the first floor”, “a relative”.",
        required=False,
    )
    place = fields.Text("Where?", hint="For example: the office, the first floor, in an email.", required=False)
    photo = fields.Upload(
        "A photo",
        hint="No residents, no records, no screens. Hidden details such as the place are removed.",
        required=False,
        accept=PHOTOS,
    )
    about = fields.Radios("Is it about somebody who works here?", _ABOUT, required=False, coerce=About)
    name = fields.Text("Your name", hint="You need not give it.", required=False, max_length=120, autocomplete="name")
    contact = fields.Text(
        "How can we reach you?", hint="A phone number or an email address.", required=False, autocomplete="tel"
    )


class TellSignedIn(Tell):
    """The same from somebody signed in, who may say whom it is about and whether their name is kept."""

    def __init__(self, *args: Any, colleagues: Iterable[tuple[UUID, str, str]], **more: Any) -> None:
        """Offer the colleagues, and ask about the name instead of for it."""
        super().__init__(*args, **more)
        del self.fields["contact"], self.fields["name"]
        known = [Known(key, name, job) for key, name, job in colleagues]
        self.fields["named"] = fields.Pick(
            "Who is it about?",
            known,
            where="the staff list",
            hint="That person will not see your report.",
            required=False,
            empty="Nobody, or I would rather not say",
        )
        self.fields["keep"] = fields.Radios(
            "May we keep your name with it?",
            [
                Choice("yes", "Yes"),
                Choice("no", "No", "Nothing will lead back to you. We cannot ask you anything."),
                Choice("paper", "I am typing in a paper form of somebody else", reveals="name"),
            ],
            missing="Say whether we may keep your name",
        )
        self.fields["name"] = fields.Text("The name on the paper form, if there is one", required=False, max_length=120)


class Ask(fields.Form):
    """A request about somebody's information, or a complaint about how it was used."""

    marks_optional = False

    sort = fields.Radios("What do you want to do?", _RIGHTS, coerce=Sort)
    what = fields.LongText(
        "Tell us more",
        hint="Which information, from when, or what went wrong. Send no bank details and no copies of documents.",
        missing="Tell us more: which information it is about",
    )
    affected = fields.Text(
        "Whose information is it?",
        hint="Your own, or somebody else's. If somebody else's, say how you know them.",
        missing="Say whose information it is",
    )
    name = fields.Text("Your name", max_length=120, autocomplete="name")
    contact = fields.Text(
        "How can we reach you?",
        hint="A phone number, an email address or a postal address.",
        max_length=254,
        missing="Say how we can reach you, so that we can answer",
    )


class Status(fields.Form):
    """The number of a report and the code that only its reporter has."""

    number = fields.Text("Number", width=10, max_length=20)
    code = fields.Text("Code", width=20, max_length=30)


class _Seen(fields.Form):
    """A form about one version of a report; a version that is no number is one that nobody has."""

    version = fields.Hidden(required=True)

    def clean_version(self) -> int:
        """Give the version as a number."""
        typed = str(self.cleaned_data["version"])
        return int(typed) if typed.isdecimal() else 0


class Close(_Seen):
    """What was done, for whoever reported it."""

    outcome = fields.LongText(
        "What was done?",
        hint="Whoever told you can read this. Thank them, and name nobody.",
        missing="Say what was done",
        max_length=2000,
    )


class Who(_Seen):
    """Whom a report is about."""

    def __init__(self, *args: Any, colleagues: Iterable[tuple[UUID, str, str]], **more: Any) -> None:
        """Offer the colleagues."""
        super().__init__(*args, **more)
        known = [Known(key, name, job) for key, name, job in colleagues]
        self.fields["person"] = fields.Pick(
            "Who is it about?", known, where="the staff list", required=False, empty="Nobody"
        )


class Join(_Seen):
    """Which other report is about the same thing."""

    def __init__(self, *args: Any, others: Iterable[Brief], **more: Any) -> None:
        """Offer the others."""
        super().__init__(*args, **more)
        offered = [
            Choice(str(each.id), reports.in_fours(each.number), f"{each.sort.label}, {words.moment(each.received_at)}")
            for each in others
        ]
        self.fields["other"] = fields.Radios("Which other report is about the same thing?", offered, coerce=UUID)


def public(purpose: Purpose) -> type[Tell | Ask]:
    """The form behind an address."""
    return Tell if purpose is Purpose.MISTAKES else Ask
