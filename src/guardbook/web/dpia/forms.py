"""Forms about changes and impact assessments."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from guardbook.actions.dpia import writing
from guardbook.queries.dpia.reading import Impact, Measure, Risk
from guardbook.rules.dpia import questions, versions
from guardbook.rules.dpia.questions import Screen
from guardbook.rules.dpia.risk import Kind as RiskKind
from guardbook.rules.dpia.risk import Level, Likelihood, Severity
from guardbook.rules.dpia.screening import Criterion, Group
from guardbook.rules.dpia.telling import Kind
from guardbook.rules.registers.picking import Known
from guardbook.rules.registers.register import Register
from guardbook.web import fields

ABOUT = {
    "processing": "Which of these is it part of?",
    "systems": "Which of these systems does it use?",
    "suppliers": "Which of these suppliers have a part in it?",
}
_WORDS = 20_000


class TellForm(fields.Form):
    """What will change."""

    name = fields.Text(
        "What will change?", hint="For example: shifts on an app.", missing="Say in a few words what will change"
    )
    kind = fields.Radios("What kind of change is it?", [(each.value, each.label) for each in Kind], coerce=Kind)
    told = fields.LongText(
        "Tell us more",
        hint="What is it for, whom is it about, and when might it begin? Name nobody you support.",
        required=False,
        rows=4,
    )


class ScreenForm(fields.QuestionForm):
    """One screen of the screening questions."""

    marks_optional = False

    def __init__(self, *args: Any, group: Group, **more: Any) -> None:
        """Ask what belongs on this screen."""
        super().__init__(*args, **more)
        self.fields["criteria"] = fields.Checkboxes(
            group.label,
            [(each.value, each.label) for each in group.asks],
            hint="Tick all that are true. Tick nothing where none is.",
            required=False,
            coerce=Criterion,
        )


class AnswersForm(fields.Form):
    """The questions of one screen; each may be left empty for now."""

    marks_optional = False

    def __init__(self, *args: Any, screen: Screen, stored: Mapping[str, str], **more: Any) -> None:
        """Ask the questions of this screen, and carry the mark of what was stored."""
        super().__init__(*args, **more)
        keys = [each.key for each in questions.on(screen)]
        for each in questions.on(screen):
            self.fields[each.key] = fields.LongText(
                each.label, hint=each.hint, required=False, rows=4, max_length=_WORDS
            )
        self.fields["mark"] = fields.Hidden(required=True)
        self.initial.setdefault("mark", versions.mark({key: stored.get(key, "") for key in keys}))

    def answers(self) -> dict[str, str]:
        """What was written, by question."""
        return {key: said for key, said in self.cleaned_data.items() if key != "mark"}


class LinksForm(fields.Form):
    """Which entries of one register it is about."""

    marks_optional = False

    def __init__(self, *args: Any, register: Register[Any], offered: Sequence[tuple[UUID, str]], **more: Any) -> None:
        """Offer the entries of the register."""
        super().__init__(*args, **more)
        known = [Known(key, name) for key, name in offered]
        where = f"the list “{register.title}”"
        self.fields["entries"] = fields.Picks(ABOUT[register.slug], known, where=where, required=False)


class ChooserForm(fields.Form):
    """Who chose it."""

    marks_optional = False

    def __init__(self, *args: Any, people: Sequence[tuple[UUID, str]], **more: Any) -> None:
        """Offer who works here."""
        super().__init__(*args, **more)
        self.fields["person_id"] = fields.Pick(
            "Who chose it, or decides how it is used?",
            [Known(key, name) for key, name in people],
            where="your staff list",
            empty="Nobody yet",
            hint="They cannot also be the officer who advises on it.",
            required=False,
        )


class RiskForm(fields.Form):
    """One risk, before and after measures."""

    kind = fields.Radios(
        "What would go wrong?",
        [(each.value, each.label) for each in RiskKind],
        coerce=RiskKind,
        missing="Choose what would go wrong",
    )
    what = fields.Text(
        "In a few words",
        hint="For example: a shift swap shows why somebody was ill.",
        max_length=300,
        missing="Say in a few words what may go wrong",
    )
    harm = fields.LongText(
        "What could it mean for people?",
        hint="One thing on each line.",
        rows=3,
        missing="Say what it could mean for people",
    )
    cause = fields.LongText("How could it come about?", hint="One thing on each line.", rows=3, required=False)
    source = fields.LongText("Who or what could cause it?", hint="One on each line.", rows=2, required=False)
    parts = {"likelihood": "Without measures", "likelihood_after": "With the measures you plan"}
    likelihood = fields.Radios(
        "How likely is it?",
        [(each.value, each.label) for each in Likelihood],
        coerce=Likelihood,
        missing="Choose how likely it is without measures",
    )
    severity = fields.Radios(
        "How much harm would it do?",
        [(each.value, each.label) for each in Severity],
        coerce=Severity,
        missing="Choose how much harm it would do without measures",
    )
    likelihood_after = fields.Radios(
        "How likely is it then?",
        [(each.value, each.label) for each in Likelihood],
        coerce=Likelihood,
        missing="Choose how likely it is with the measures",
    )
    severity_after = fields.Radios(
        "How much harm would it do then?",
        [(each.value, each.label) for each in Severity],
        coerce=Severity,
        missing="Choose how much harm it would do with the measures",
    )
    mark = fields.Hidden()

    def said(self) -> writing.Risk:
        """What was filled in."""
        return writing.Risk(**{name: self.cleaned_data[name] for name in writing.Risk.__slots__})


def stored_risk(risk: Risk) -> dict[str, Any]:
    """What the form of a risk starts with."""
    said = {name: getattr(risk, name) for name in writing.Risk.__slots__}
    return said | {"mark": versions.mark(*said.values())}


class MeasureForm(fields.Form):
    """One measure: what, against which risks, by whom and by when."""

    name = fields.Text("What do you do?", hint="For example: reasons for absence are hidden from colleagues.")
    about = fields.LongText("More about it", required=False, rows=3)
    owner = fields.Text("Who does it?", missing="Say who does it", max_length=120)
    due_on = fields.Date("By when?", missing="Give the day by which it is done")
    is_before_start = fields.YesNo("Must it be in place before the change begins?")

    def __init__(self, *args: Any, risks: Sequence[Risk], **more: Any) -> None:
        """Offer the risks it may be against."""
        super().__init__(*args, **more)
        if risks:
            self.fields["risks"] = fields.Checkboxes(
                "Which risks is it against?", [(str(each.id), each.what) for each in risks], required=False, coerce=UUID
            )

    def said(self) -> writing.Measure:
        """What was filled in."""
        given = self.cleaned_data
        said = {name: given[name] for name in writing.Measure.__slots__ if name != "risks"}
        return writing.Measure(risks=tuple(given.get("risks") or ()), **said)


def stored_measure(measure: Measure) -> dict[str, Any]:
    """What the form of a measure starts with."""
    return {name: getattr(measure, name) for name in writing.Measure.__slots__} | {
        "risks": [str(each) for each in measure.risks]
    }


class ConsultForm(fields.Form):
    """Whom somebody asked, or why nobody."""

    consulted = fields.LongText(
        "Whom did you ask, and what did they say?",
        hint="Residents, families, staff, or those who speak for them. Name no resident.",
        required=False,
        rows=4,
    )
    not_consulted_because = fields.LongText("If you asked nobody: why not?", required=False, rows=3)


class AdviceForm(fields.Form):
    """The officer's advice."""

    advice = fields.LongText(
        "What does the Data Protection Officer advise?",
        hint="In their own words. You may paste their letter.",
        missing="Write down the advice",
        max_length=_WORDS,
    )


class DecideForm(fields.Form):
    """Whether the advice is followed, and when to look again."""

    review_on = fields.Date("When will you look at it again?", required=False)

    def __init__(self, *args: Any, of: Impact, **more: Any) -> None:
        """Ask about the advice where there is some."""
        super().__init__(*args, **more)
        if of.residual is Level.HIGH:
            del self.fields["review_on"]
        if of.advice:
            self.fields["followed"] = fields.YesNo("Do you follow the officer’s advice?", if_no="answer")
            self.fields["answer"] = fields.LongText("If not, why not?", required=False, rows=3)
            self.order_fields(["followed", "answer", "review_on"])

    def said(self) -> dict[str, Any]:
        """What was filled in."""
        given = self.cleaned_data
        return {
            "followed": given.get("followed"),
            "answer": given.get("answer") or "",
            "review_on": given.get("review_on"),
        }


class AskedForm(fields.Form):
    """The day the regulator was asked."""

    asked_on = fields.Date("On which day did you send it to the regulator?", missing="Give the day you sent it")


class AgreedForm(fields.Form):
    """What the regulator answered."""

    answer = fields.LongText(
        "What did the regulator answer, and on which terms?",
        hint="If their time has passed without a word from them, say so, and whom you asked for advice.",
        missing="Write down what the regulator answered",
    )
    review_on = fields.Date("When will you look at it again?", missing="Give the day to look at it again")


class LiveForm(fields.Form):
    """The day it began."""

    on = fields.Date("On which day did it begin?", missing="Give the day it began")


class LookForm(fields.Form):
    """What somebody looked at, and when to look again."""

    found_out = fields.LongText(
        "What did you look at, and why does it still hold?", missing="Say what you looked at", rows=3
    )
    review_on = fields.Date("When will you look at it again?", missing="Give the day to look at it again")


class ReasonForm(fields.Form):
    """Why."""

    reason = fields.LongText("Why?", missing="Write down why", rows=3)


class NotNeededForm(fields.Form):
    """Why no assessment is made; the rule says whether that must be written."""

    reason = fields.LongText("Why do you do without one?", required=False, rows=3)


class FileForm(fields.Form):
    """A PIA file."""

    upload = fields.Upload(
        "Choose the file", hint="A JSON file from the PIA software, at most 5 megabytes.", missing="Choose a file"
    )
