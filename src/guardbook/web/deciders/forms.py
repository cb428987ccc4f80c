"""The forms of the people who decide: a question, an answer to advice, a report."""

from typing import Any

from guardbook.actions.deciders.advising import Said
from guardbook.actions.deciders.asking import Asked
from guardbook.actions.deciders.reports import Signed
from guardbook.queries.registers.deciding import Deciders
from guardbook.rules.registers.advice import Answer
from guardbook.web import fields


class AskForm(fields.Form):
    """A question for the officer or the Guardian."""

    question = fields.Text(
        "What do you want to know?",
        hint="In a line, and without names. For example: may the police see one resident’s file?",
        missing="Write your question",
        max_length=200,
    )
    background = fields.LongText(
        "What do they need to know?", hint="Leave out names.", required=False, rows=4, max_length=4000
    )
    needed_by = fields.Date("When do you need an answer?", required=False)

    def asked(self) -> Asked:
        """What was filled in."""
        said = self.cleaned_data
        return Asked(said["question"], said["background"], said["needed_by"])


class AnswerForm(fields.Form):
    """What the service does with advice."""

    answer = fields.Radios(
        "What did you decide?",
        [fields.Choice(each.value, each.label) for each in Answer],
        coerce=Answer,
        missing="Choose what you decided",
    )
    because = fields.LongText(
        "Why?",
        hint="You need this where it is not followed, or only in part.",
        required=False,
        rows=3,
        max_length=2000,
    )
    decided_by = fields.Text("Who decided?", missing="Write the name of who decided", max_length=120)
    seen_version = fields.Hidden()

    def said(self) -> Said:
        """What was filled in."""
        given = self.cleaned_data
        return Said(given["answer"], given["because"], given["decided_by"])

    @property
    def seen(self) -> int:
        """The version of the advice that this was filled in for."""
        typed = str(self["seen_version"].value() or "")
        return int(typed) if typed.isdigit() and len(typed) < 9 else 0


class ReportForm(fields.Form):
    """What the writer of a report adds and, for the yearly statement, who signs it."""

    how = fields.Text(
        "How do you know that they sign it?",
        hint="Only if it is somebody else. For example: signed on paper on 3 March.",
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, most: int, who: Deciders | None = None, **more: Any) -> None:
        """Say how much may be added, and ask who signs where somebody must."""
        super().__init__(*args, **more)
        self.fields["own_words"] = fields.LongText(
            "What do you want to add?",
            hint=f"In your own words, {most:,} letters at most. Leave out names of residents and staff.",
            required=False,
            rows=4,
            max_length=most,
        )
        self.order_fields(["own_words"])
        if who is None:
            del self.fields["how"]
        else:
            offered = [fields.Choice(each.key, each.name) for each in who.people]
            self.fields["decider"] = fields.Radios("Who signs it?", offered, missing="Choose who signs it")
            self.order_fields(["own_words", "decider", "how"])

    def signed(self) -> Signed:
        """Who signs."""
        return Signed(self.cleaned_data.get("decider", ""), self.cleaned_data.get("how", ""))
