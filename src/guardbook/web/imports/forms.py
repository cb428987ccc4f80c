"""The forms of an import: the file, its columns, and rows that need an answer."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from guardbook.actions.imports.targets import Answer
from guardbook.kernel import dates
from guardbook.queries.imports import Question
from guardbook.queries.people import Entry
from guardbook.rules.imports import layouts
from guardbook.rules.imports.layouts import Column, Layout, Matching
from guardbook.rules.imports.runs import Decision
from guardbook.web import fields

_LEAVE_OUT = "-"


class FileForm(fields.Form):
    """The file to bring in."""

    file = fields.Upload(
        "Choose your spreadsheet",
        hint="Excel (.xlsx) or CSV, with a row of headings.",
        missing="Choose a spreadsheet",
        accept=".xlsx,.csv,.txt",
    )
    sheet = fields.Text(
        "Name of the sheet", hint="Only if the list is not on the first sheet.", required=False, max_length=40, width=20
    )


class ColumnsForm(fields.Form):
    """Which column is what; a form for one kind of import may ask more."""

    def __init__(
        self,
        *args: Any,
        layout: Layout,
        headings: Sequence[str],
        samples: Sequence[Sequence[str]],
        is_settled: bool,
        **options: Any,
    ) -> None:
        """Ask one question for each column that is not private; none when the layout is known."""
        super().__init__(*args, **options)
        self._width = len(headings)
        choices = [fields.Choice(_LEAVE_OUT, "Leave this column out")]
        choices += [fields.Choice(column.key, column.label) for column in layout.columns]
        shown = [] if is_settled else list(enumerate(headings))
        for at, heading in shown:
            if heading and not layouts.is_private(heading, layout):
                hint = (
                    f"For example: {', '.join(samples[at])}" if at < len(samples) and samples[at] else "Empty at first"
                )
                self.fields[f"column-{at}"] = fields.Select(f"“{heading}”", choices, hint=hint[:150])
        self.fields |= {column.key: _once(column) for column in layout.columns if column.once and not is_settled}
        self.order_fields([name for name in self.fields if name.startswith("column-")])

    @staticmethod
    def initial_of(matching: Matching) -> dict[str, str]:
        """What the form starts with for a match of columns."""
        return {f"column-{at}": key or _LEAVE_OUT for at, key in enumerate(matching)}

    def matching(self) -> Matching:
        """The match that was chosen, one key for each column."""
        chosen = (self.cleaned_data.get(f"column-{at}", _LEAVE_OUT) for at in range(self._width))
        return tuple("" if key == _LEAVE_OUT else key for key in chosen)

    def options(self) -> Mapping[str, str]:
        """What else was said, for this kind of import."""
        return {name: str(value or "") for name, value in self.cleaned_data.items() if not name.startswith("column-")}


class AnswersForm(fields.Form):
    """Rows that may or may not be somebody we know."""

    def __init__(self, *args: Any, questions: Sequence[Question], may_be_new: bool, **options: Any) -> None:
        """Ask one question for each row."""
        super().__init__(*args, **options)
        for each in questions:
            choices = [
                fields.Choice(f"same:{entry.id}", f"It is {entry.name}", _known_by(entry)) for entry in each.candidates
            ]
            if may_be_new:
                choices.append(fields.Choice(Decision.NEW.value, "It is somebody new"))
            choices.append(fields.Choice(Decision.LEAVE_OUT.value, "Leave this row out"))
            hint = " ".join(each.reasons)
            self.fields[f"row-{each.number}"] = fields.Radios(f"Row {each.number}: {each.who}", choices, hint=hint)

    def answers(self) -> dict[int, Answer]:
        """What was said about each row, by its number."""
        return {int(name.removeprefix("row-")): _answer(value) for name, value in self.cleaned_data.items()}


def _once(column: Column) -> fields.Select:
    """Ask for an answer that all new rows share which give none."""
    choices = [fields.Choice(term.value, term.label) for term in column.answers]
    return fields.Select(column.label, choices, hint="For new rows of the file that do not say.", required=False)


def _answer(value: str) -> Answer:
    decision, _, person = value.partition(":")
    return Answer(Decision(decision), UUID(person) if person else None)


def _known_by(entry: Entry) -> str:
    started = f"started {dates.in_words(entry.started_on)}" if entry.started_on else ""
    return ", ".join(part for part in (entry.job_title, started, entry.works_number) if part)
