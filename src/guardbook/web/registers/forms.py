"""The form of an entry, made from its register's questions."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms as django_forms

from guardbook.queries.registers.entries import Options
from guardbook.queries.registers.reading import Found
from guardbook.rules.registers import questions
from guardbook.rules.registers.picking import Known
from guardbook.rules.registers.questions import Choice, Kind, Question
from guardbook.rules.registers.register import Register
from guardbook.web import fields

_FEW = 6  # with so few answers to choose from, all are shown at once
SITE = "site_id"


class EntryForm(fields.Form):
    """Every question of a register. Only what has no answer anywhere else must be filled in."""

    def __init__(self, *args: Any, register: Register[Any], options: Options, **more: Any) -> None:
        """Make one field for each question, and one for the site where there are several."""
        super().__init__(*args, **more)
        self.register = register
        for question in register.questions:
            self.fields[question.name] = _field(question, options)
        if register.with_sites and options.sites:
            self.fields[SITE] = fields.Pick(
                "Which site is this about?",
                _known(options.sites),
                where="your sites",
                required=False,
                empty="The whole organisation",
            )
        self.fields["seen_version"] = fields.Hidden()
        self.order_fields(_in_order(register))

    @property
    def parts(self) -> dict[str, str]:
        """The headings of the form, each by the question it stands above."""
        return {each.name: each.part for each in self.register.questions if each.part}

    @property
    def seen(self) -> int:
        """The number of the version this form was filled in from."""
        typed = str(self["seen_version"].value() or "")
        return int(typed) if typed.isdigit() and len(typed) < 9 else 0

    def entry(self) -> Any:
        """What was filled in, as an entry of the register."""
        said = {each.name: _given(each, self.cleaned_data.get(each.name)) for each in self.register.questions}
        return self.register.entry(**said, **{SITE: self.cleaned_data.get(SITE)})

    def people(self, options: Options) -> dict[str, str]:
        """The names of the people chosen, by question."""
        named = dict(options.people)
        asked = [each.name for each in self.register.questions if each.kind is Kind.PERSON]
        return {name: named.get(self.cleaned_data.get(name), "") for name in asked}  # type: ignore[arg-type]  # None is nobody


class ArchiveForm(fields.Form):
    """Why an entry goes."""

    reason = fields.Text(
        "Why does this go?",
        hint="For example: sold, contract ended, entered twice. It is kept, and you can bring it back.",
        missing="Say why it goes",
        max_length=300,
    )


class WholeForm(fields.Form):
    """Whether a register is whole."""

    note = fields.LongText(
        "Anything to note?", hint="For example: checked with Priya, walked round both floors.", required=False, rows=2
    )


class AttachForm(fields.Form):
    """What shows that an entry is right: a file, an address, or where it is kept."""

    upload = fields.Upload("A file", hint="For example a contract, a certificate or a photo.", required=False)
    address = fields.Web("Or its web address", required=False)
    kept_at = fields.Text("Or where it is kept", hint="For example: red folder, locked cabinet.", required=False)


def initial(register: Register[Any], found: Found[Any]) -> dict[str, Any]:
    """What a form starts with for a stored entry."""
    said = {each.name: getattr(found.entry, each.name) for each in register.questions}
    return {**said, SITE: found.entry.site_id, "seen_version": str(found.number)}


def with_former(options: Options, found: Found[Any], register: Register[Any]) -> Options:
    """The options with whoever is chosen now, even when they have left: what is not offered cannot stay chosen."""
    here = {key for key, _ in options.people}
    chosen = [
        (getattr(found.entry, each.name), found.people.get(each.name, ""))
        for each in register.questions
        if each.kind is Kind.PERSON
    ]
    former = tuple((key, f"{name} (has left)") for key, name in chosen if key is not None and key not in here)
    return Options(options.people + former, options.sites, options.entries)


def _in_order(register: Register[Any]) -> list[str]:
    """The name first, who looks after it and the site last."""
    asked = [each.name for each in register.questions if each.name != "owner"]
    return [*asked, "owner", SITE]


def _field(question: Question, options: Options) -> django_forms.Field:
    return _chosen(question, options) or _written(question)


def _written(question: Question) -> django_forms.Field:
    label, hint, required = question.label, question.hint, question.required
    match question.kind:
        case Kind.WORDS:
            return fields.LongText(label, max_length=question.most, rows=3, hint=hint, required=required)
        case Kind.WEB:
            return fields.Web(label, hint=hint, required=required)
        case Kind.DAY:
            return fields.Date(label, required=required, **({"hint": hint} if hint else {}))
        case Kind.NUMBER:
            return fields.Number(label, most=question.most, hint=hint, required=required)
        case Kind.MONEY:
            return fields.Money(label, hint=hint, required=required)
        case Kind.THINGS:
            return fields.Things(label, required=required, hint=f"{hint} Write one on each line.".strip())
        case _:
            return fields.Text(label, max_length=question.most, hint=hint, required=required)


def _chosen(question: Question, options: Options) -> django_forms.Field | None:
    label, hint, required = question.label, question.hint, question.required
    offered = [fields.Choice(each.value, each.label) for each in question.chosen_from]
    match question.kind:
        case Kind.YES_NO:
            return fields.YesNo(label, hint=hint, required=required)
        case Kind.CHECK:
            return fields.Check(label, hint=hint, required=required)
        case Kind.ONE:
            kind = fields.Radios if len(offered) <= _FEW else fields.Select
            return kind(label, offered, coerce=_member(question), hint=hint, required=required)
        case Kind.SOME:
            return fields.Checkboxes(label, offered, coerce=_member(question), hint=hint, required=required)
        case Kind.PERSON:
            people = _known(options.people)
            return fields.Pick(label, people, where="your staff list", empty="Nobody yet", hint=hint, required=required)
        case Kind.LINKS:
            known = _known(options.entries.get(question.to, ()))
            return fields.Picks(label, known, where="that register", hint=hint, required=required)
        case _:
            return None


def _member(question: Question) -> Callable[[str], Choice]:
    by_value: Mapping[str, Choice] = {each.value: each for each in question.chosen_from}
    return by_value.__getitem__


def _known(pairs: tuple[tuple[UUID, str], ...]) -> tuple[Known, ...]:
    return tuple(Known(key, name) for key, name in pairs)


def _given(question: Question, value: Any) -> Any:
    """A field's answer as the entry holds it."""
    if value is None or value == "":
        return questions.nothing(question)
    if question.kind in {Kind.SOME, Kind.THINGS, Kind.LINKS}:
        return tuple(value)
    return value
