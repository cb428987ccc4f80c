"""One form for each question that decides the roles; each gives its answer as the action takes it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from guardbook.rules.organisations import Profile, Question
from guardbook.web import fields
from guardbook.web.organisations.wizard import words

NOT_SURE = "not-sure"
NONE = "none"


class QuestionForm(fields.QuestionForm):
    """One question. ``answer`` is what was said, None for "not sure"."""

    shown_as: ClassVar[str] = "answer"

    @property
    def said(self) -> str | int | bool | Sequence[str] | None:
        """The answer given, once the form is valid."""
        chosen: Any = self.cleaned_data["answer"]
        return None if chosen == NOT_SURE else chosen

    @staticmethod
    def initial_from(value: Any, unsure: bool) -> dict[str, Any]:
        """What the page shows when the question was answered before."""
        if unsure:
            return {"answer": NOT_SURE}
        return {} if value is None else {"answer": value}


def _unsure(hint: str = "") -> fields.Choice:
    return fields.Choice(NOT_SURE, "Not sure", hint)


def _choices(table: dict[Any, tuple[str, str]]) -> list[fields.Choice]:
    return [fields.Choice(str(value), text, hint) for value, (text, hint) in table.items()]


class Owner(QuestionForm):
    answer = fields.Radios("Who owns your organisation?", [*_choices(words.OWNER), _unsure()])


class PublicAuthority(QuestionForm):
    answer = fields.YesNoUnsure(
        "Does freedom of information law cover you?",
        hint="A company that public bodies own in full is covered. One they own in part may not be. Your solicitor will know.",
    )

    @staticmethod
    def initial_from(value: Any, unsure: bool) -> dict[str, Any]:
        return {"answer": NOT_SURE} if unsure else {"answer": value}


class Sites(QuestionForm):
    answer = fields.Number(
        "How many places do you run?",
        hint="Count each home, branch or office from which you give care. One is the usual answer.",
        least=1,
        most=5000,
    )


class Regions(QuestionForm):
    answer = fields.YesNoUnsure(
        "Are your places in more than one region of England?",
        hint="Regions are large: the North West, London, the South East and so on.",
    )

    @property
    def said(self) -> int | None:
        return {True: 2, False: 1, None: None}[self.cleaned_data["answer"]]

    @staticmethod
    def initial_from(value: Any, unsure: bool) -> dict[str, Any]:
        return {"answer": NOT_SURE if unsure else None if value is None else value > 1}


class _Several(QuestionForm):
    """Several of several, or none of them, or not sure; the last two stand alone."""

    def clean_answer(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["answer"]
        if len(chosen) > 1 and {NONE, NOT_SURE} & set(chosen):
            raise ValidationError("Choose “Not sure” or “None of these” only on its own. Untick one or the other")
        return chosen

    @property
    def said(self) -> Sequence[str] | None:
        chosen: list[str] = self.cleaned_data["answer"]
        if chosen == [NOT_SURE]:
            return None
        return [one for one in chosen if one != NONE]

    @staticmethod
    def initial_from(value: Any, unsure: bool) -> dict[str, Any]:
        if unsure:
            return {"answer": [NOT_SURE]}
        if value is None:
            return {}
        return {"answer": sorted(value) or [NONE]}


class Dedicated(_Several):
    answer = fields.Checkboxes(
        "Do you have staff who do only this work?",
        [
            *_choices(words.DEPARTMENT),
            fields.Choice(NONE, "None of these", "For instance, the manager or an outside firm does it"),
            _unsure(),
        ],
        hint="Choose all that apply. Part-time staff count.",
    )


class RecordVolume(QuestionForm):
    answer = fields.Radios(
        "How many care records do you keep?",
        [*_choices(words.VOLUME), _unsure()],
        hint="The law gives no number, so this is your own view. Think of people now and people who have left.",
    )


class Funding(_Several):
    answer = fields.Checkboxes(
        "How is people's care paid for?",
        [*_choices(words.FUNDING), _unsure()],
        hint="Choose all that apply to anybody you support now, or have supported since 1 July.",
    )


class Monitoring(_Several):
    answer = fields.Checkboxes(
        "Do you use any of these to watch over people?",
        [*_choices(words.MONITORING), fields.Choice(NONE, "None of these"), _unsure()],
        hint="Choose all that apply.",
    )


FORMS: dict[Question, type[QuestionForm]] = {
    Question.OWNED_BY: Owner,
    Question.PUBLIC_AUTHORITY: PublicAuthority,
    Question.SITES: Sites,
    Question.REGIONS: Regions,
    Question.DEDICATED: Dedicated,
    Question.RECORD_VOLUME: RecordVolume,
    Question.FUNDING: Funding,
    Question.MONITORING: Monitoring,
}


def initial(question: Question, profile: Profile, answered: frozenset[Question]) -> dict[str, Any]:
    """What the page of a question starts with: nothing, an answer, or "not sure"."""
    value = getattr(profile, question.value)
    plain = value.value if isinstance(value, StrEnum) else value
    return FORMS[question].initial_from(plain, value is None and question in answered)
