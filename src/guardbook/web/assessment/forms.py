"""The forms of the toolkit pages."""

from typing import Any

from guardbook.actions.assessment.proving import Proofs
from guardbook.rules.assessment.answers import LONGEST, Answer
from guardbook.rules.assessment.status import Goal
from guardbook.rules.frameworks.items import AnswerKind, Item
from guardbook.web import fields
from guardbook.web.fields import Choice

NOT_APPLICABLE = "not_applicable"
_HOW = {
    AnswerKind.CONFIRM: Choice("confirm", "Yes, this is true for us"),
    AnswerKind.TEXT: Choice("text", "In our own words", reveals="text", needed="Write your answer."),
    AnswerKind.DOCUMENT: Choice("document", "A document shows it", hint="Add it below, or say where it is kept."),
    AnswerKind.DATE: Choice("date", "With a date", reveals="on", needed="Enter the date."),
    AnswerKind.NUMBER: Choice("number", "With a number", reveals="number", needed="Enter the number."),
}
_DOES_NOT_APPLY = Choice(
    NOT_APPLICABLE,
    "This does not apply to us",
    reveals="because",
    needed="Say in a few words why it does not apply to you.",
)


_ALONE = {AnswerKind.TEXT: "text", AnswerKind.DATE: "on", AnswerKind.NUMBER: "number"}


def only_way(item: Item) -> AnswerKind | None:
    """The one way to answer a question, where there is nothing to choose and nothing to tick."""
    if len(item.accepts) > 1 or item.not_applicable.allowed or item.answer is AnswerKind.CONFIRM:
        return None
    return item.answer


def shown_alone(item: Item) -> str:
    """The field to show without a choice above it; empty where there is a choice, or a document alone."""
    way = only_way(item)
    return _ALONE.get(way, "") if way else ""


class AnswerForm(fields.Form):
    """The answer to one question: the ways it may be answered, proof, and a comment."""

    seen_version = fields.Hidden()
    text = fields.LongText("Your answer", required=False, max_length=LONGEST)
    on = fields.Date("The date", required=False)
    number = fields.Number("The number", required=False)
    because = fields.LongText("Why does it not apply?", required=False, max_length=1000, rows=2)
    kept_at = fields.LongText("Where is the document kept?", required=False, max_length=2000, rows=2)
    address = fields.Text("Web address of the document", required=False)
    upload = fields.Upload(
        "Upload a document", hint="You need not upload anything. To say where it is kept is enough.", required=False
    )
    comment = fields.LongText(
        "Comment",
        hint="For the comments box on the portal, and for next year.",
        required=False,
        max_length=LONGEST,
        rows=3,
    )

    def __init__(self, *args: Any, item: Item, **options: Any) -> None:
        super().__init__(*args, **options)
        self.item = item
        ways = [_HOW[kind] for kind in item.accepts]
        ways += [_DOES_NOT_APPLY] if item.not_applicable.allowed else []
        self.fields["how"] = fields.Radios(
            "Your answer", ways, missing="Choose how you answer, or leave the question for later."
        )
        if way := only_way(item):
            self.fields["how"] = fields.Hidden()
            self.initial["how"] = way.value
            self._make_required(shown_alone(item))
        self._leave_out(AnswerKind.DATE, "on")
        self._leave_out(AnswerKind.NUMBER, "number")
        self._leave_out(AnswerKind.TEXT, "text")
        if not item.not_applicable.allowed:
            del self.fields["because"]
        self.order_fields(["seen_version", "how"])

    def _make_required(self, name: str) -> None:
        if name:
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = "Write your answer."

    def _leave_out(self, kind: AnswerKind, name: str) -> None:
        if kind not in self.item.accepts:
            del self.fields[name]

    def answer(self) -> Answer:
        """What was typed, as the rules read it."""
        said = self.cleaned_data
        said["how"] = only_way(self.item) or said["how"]
        if said["how"] == NOT_APPLICABLE:
            return Answer(self.item.answer, not_applicable_because=said["because"].strip(), comment=said["comment"])
        kind = AnswerKind(said["how"])
        return Answer(
            kind=kind,
            text=said.get("text", "") if kind is AnswerKind.TEXT else "",
            yes=kind is AnswerKind.CONFIRM,
            on=said.get("on") if kind is AnswerKind.DATE else None,
            number=said.get("number") if kind is AnswerKind.NUMBER else None,
            comment=said["comment"],
        )

    def proofs(self) -> Proofs:
        """What was sent along as proof."""
        said = self.cleaned_data
        return Proofs(said["upload"], said["address"], said["kept_at"])

    def seen(self) -> int:
        """The number of the version that the person had before them."""
        number = self.cleaned_data["seen_version"]
        return int(number) if number.isdigit() else 0


class Comment(fields.Form):
    """A remark on a question."""

    body = fields.LongText("Add a comment for your colleagues", max_length=2000, rows=3, missing="Write your comment.")


class Plan(fields.Form):
    """The planned day of publication."""

    planned_on = fields.Date(
        "When do you plan to publish?",
        hint="We judge every date on that day: who will have trained, and what will still be in date.",
    )


class LastYear(fields.Form):
    """Last year's answers, pasted or in a spreadsheet."""

    from_version = fields.Select("Which year are they from?", [])
    pasted = fields.LongText(
        "Paste last year's answers",
        hint="Begin each answer with its number, like this: 1.1.1 ZA123456",
        required=False,
        max_length=90_000,
        rows=12,
    )
    upload = fields.Upload(
        "Or choose the spreadsheet", hint="An .xlsx or .csv file with the numbers in it.", required=False
    )

    def __init__(self, *args: Any, years: list[Choice], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["from_version"] = fields.Select("Which year are they from?", years)
        self.order_fields(["from_version", "pasted", "upload"])


class Freeze(fields.Form):
    """Which level to freeze for, and that somebody stands behind it."""

    goal = fields.Radios("Which level do you want to publish?", [], coerce=Goal)
    sure = fields.Confirm("I have read the answers and they are true", missing="Tick the box if the answers are true.")

    def __init__(self, *args: Any, goals: list[Choice], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["goal"] = fields.Radios("Which level do you want to publish?", goals, coerce=Goal)
        self.order_fields(["goal", "sure"])


class OnPortal(fields.Form):
    """What was published on the portal, and when."""

    on = fields.Date("When did you publish on the NHS portal?")
    goal = fields.Radios(
        "At which level?",
        [(goal.value, goal.label) for goal in Goal],
        coerce=Goal,
        missing="Choose the level you published.",
    )
    certificate = fields.Upload(
        "The certificate from the portal", hint="If the portal gave you one. You can add it later.", required=False
    )


class Official(fields.Form):
    """The publisher's own spreadsheet of questions."""

    upload = fields.Upload(
        "The spreadsheet from the portal", hint="An .xlsx file, as you downloaded it.", accept=".xlsx"
    )
