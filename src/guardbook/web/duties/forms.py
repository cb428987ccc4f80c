"""Forms about what comes round: tick it, leave it out, take it back."""

from collections.abc import Sequence
from typing import Any

from guardbook.actions.duties import Proofs, Said
from guardbook.web import fields


class TickForm(fields.Form):
    """When it was done, by whom, and what shows it."""

    done_on = fields.Date("When was it done?", missing="Enter the day on which it was done")
    by = fields.Text("Who did it?", missing="Enter who did it", max_length=120)
    note = fields.LongText("A sentence about it", hint="Needed where nothing is attached.", required=False, rows=3)
    upload = fields.Upload("A file that shows it", required=False)
    address = fields.Web("Or a web address", required=False)
    kept_at = fields.Text("Or where the paper is kept", hint="For example: red folder, office.", required=False)

    def __init__(self, *args: Any, others: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        """Offer the ``others`` (keys with names) that the same piece of work may have done."""
        super().__init__(*args, **more)
        if others:
            self.fields["also"] = fields.Checkboxes(
                "Does it show that anything else is done?",
                others,
                hint="For example, one talk round the table can be the test of the plan and of the phone list.",
                required=False,
            )

    def said(self) -> Said:
        """What was filled in."""
        given = self.cleaned_data
        return Said(given["done_on"], given["by"], given["note"], tuple(given.get("also") or ()))

    def proofs(self) -> Proofs:
        """What was sent along."""
        given = self.cleaned_data
        return Proofs(given["upload"], given["address"], given["kept_at"])


class LeaveOutForm(fields.Form):
    """Until when something is left out, why, and who decided it."""

    until = fields.Date("Until when is it left out?", missing="Enter the day until which it is left out")
    reason = fields.LongText(
        "Why?", hint="For example: the new care system starts in March, and we test it then.", rows=3,
        missing="Say why it is left out",
    )  # fmt: skip
    approved_by = fields.Text("Who decided this?", missing="Enter who decided it", max_length=120)


class TakeBackForm(fields.Form):
    """Why something is taken back."""

    reason = fields.Text(
        "Why do you take it back?",
        hint="For example: ticked the wrong one. It stays in the history.",
        missing="Say why you take it back",
        max_length=300,
    )
