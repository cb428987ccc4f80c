"""The forms for finding out what it is: ten questions on three pages, and the judgement of the risk."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from guardbook.queries.incidents.reading import Whole
from guardbook.rules.incidents import duty
from guardbook.rules.incidents.duty import Data, Holder
from guardbook.rules.incidents.grid import Grid
from guardbook.rules.incidents.others import Part
from guardbook.rules.incidents.triage import Also, Answers, How, What, Whose
from guardbook.rules.incidents.vocabulary import Risk
from guardbook.web import fields

_WHOSE = {
    Whose.SUPPORTED: "People we support",
    Whose.FAMILY: "Their families, neighbours or others",
    Whose.STAFF: "Staff or volunteers",
    Whose.DEAD: "Somebody who has died",
    Whose.NOBODY: "Nobody: there is nothing about people in it",
}
_WHAT = {
    What.SEEN: "Somebody saw it, got it or heard it who should not have",
    What.LOST: "It was lost, stolen or destroyed",
    What.CHANGED: "It was changed, or something wrong was written",
    What.OUT_OF_REACH: "We could not get at it when we needed it",
    What.STOPPED: "Nothing: it was stopped in time",
    What.ON_PURPOSE: "Nothing failed: it was used on purpose in a way that is not allowed",
}
_HOW = {
    How.WRONG_PERSON: "Sent, given or told to the wrong person",
    How.LOST_OR_STOLEN: "Lost, and we do not know where it is",
    How.STOLEN: "Stolen",
    How.CYBER: "A cyber attack: ransomware, a virus, somebody got in",
    How.FRAUD: "A fraud: a false invoice, money or bank details tricked out of us",
    How.PHISHING: "A false email or text",
    How.NHSMAIL: "An NHSmail account is in the wrong hands",
    How.LOOKED: "Somebody looked or shared without a good reason",
    How.BROKE: "Something broke or stopped working",
    How.OTHER: "Something else",
}
_ALSO = {
    Also.INJURY: "Somebody was seriously injured",
    Also.ABUSE: "There is abuse, or somebody says so",
    Also.POLICE: "The police were told, or will be",
    Also.CARE_UNSAFE: "Care could not go on safely, or it is in doubt",
}


class WhatForm(fields.Form):
    """Questions 1 to 3."""

    danger = fields.YesNoUnsure(
        "1. Could somebody come to harm because of this?", hint="For example, an address known to somebody violent."
    )
    whose = fields.Checkboxes(
        "2. Whose information is it?",
        list(_WHOSE.items()),
        hint="Choose all that fit. A living relative named in a file counts.",
        missing="Choose whose information it is",
        coerce=Whose,
    )
    what = fields.Checkboxes(
        "3. What happened to the information?",
        list(_WHAT.items()),
        hint="Choose all that fit.",
        missing="Choose what happened to the information",
        coerce=What,
    )


class WhoForm(fields.Form):
    """Questions 4 to 7."""

    sort = fields.Checkboxes(
        "4. What kind of information is it?",
        [(each.value, each.label) for each in Data],
        hint="Choose all that fit, or none if there is nothing about people in it.",
        required=False,
        coerce=Data,
    )
    holder = fields.Radios(
        "5. Who may have it now?",
        [(each.value, each.label) for each in Holder],
        missing="Choose who may have it now",
        coerce=Holder,
    )
    unreadable = fields.YesNoUnsure(
        "6. Is it well encrypted, and the password or key safe?", hint="Then whoever has it can read nothing."
    )
    how = fields.Checkboxes(
        "7. How did it come about?",
        list(_HOW.items()),
        hint="Choose all that fit.",
        missing="Choose how it came about",
        coerce=How,
    )


class OthersForm(fields.Form):
    """Questions 8 to 10."""

    part = fields.Radios(
        "8. Whose data is it in law?",
        [(each.value, each.label) for each in Part],
        missing="Choose whose data it is",
        coerce=Part,
    )
    paid = fields.YesNoUnsure("9. Does a council or the NHS pay for the care of anybody affected?")
    also = fields.Checkboxes(
        "10. Did any of this happen too?",
        list(_ALSO.items()),
        hint="Leave all empty if none did.",
        required=False,
        coerce=Also,
    )


class JudgeForm(fields.Form):
    """The risk, and the two scores of the toolkit's grid."""

    people = fields.Number(
        "About how many people are affected?",
        hint="Leave it empty if nobody knows yet.",
        required=False,
        least=0,
        most=1_000_000,
    )
    recovered = fields.YesNo("Did it come back, or was it deleted, and did somebody confirm that?")
    copies_taken = fields.YesNoUnsure("Were copies made or taken away?")
    seen_version = fields.Hidden()

    def __init__(self, *args: Any, grid: Grid, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["risk"] = fields.Radios(
            "How bad may it be for the people?",
            [(each.value, each.label) for each in Risk],
            missing="Choose how bad it may be",
            coerce=Risk,
        )
        self.fields["likelihood"] = _scores("Toolkit’s grid: how likely is harm?", grid.likelihood)
        self.fields["impact"] = _scores("Toolkit’s grid: how grave would it be?", grid.impact)

    def prompts(self, found: Whole, before: duty.Facts) -> duty.Facts:
        """The prompts as they stand now: what the ten questions said, and what this page adds."""
        said = self.cleaned_data
        return duty.Facts(
            data=before.data,
            holder=before.holder,
            people=said["people"],
            vulnerable=before.vulnerable,
            recovered=said["recovered"],
            unreadable=before.unreadable,
            safety_risk=before.safety_risk,
            care_affected=before.care_affected,
            identity_theft_possible=before.identity_theft_possible,
            copies_taken=said["copies_taken"],
            risk=said["risk"],
            exemption=found.decision.exemption if found.decision else None,
        )


def _scores(label: str, levels: Any) -> fields.Radios:
    offered = [(str(each.score), f"{each.score}. {each.label}") for each in levels]
    return fields.Radios(label, offered, missing="Choose a score", coerce=int)


def start(kept: Answers) -> dict[str, Any]:
    """What the pages of the ten questions start with."""
    said = {each.name: getattr(kept, each.name) for each in dataclasses.fields(kept)}
    return {("sort" if name == "data" else name): value for name, value in said.items()}


def answers(kept: Answers, said: Mapping[str, Any]) -> Answers:
    """The answers with what one page adds to them."""
    changed: dict[str, Any] = {
        ("data" if name == "sort" else name): frozenset(value) if isinstance(value, list) else value
        for name, value in said.items()
    }
    return dataclasses.replace(kept, **changed)
