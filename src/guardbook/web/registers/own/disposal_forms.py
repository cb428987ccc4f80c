"""The forms of a decision about records, and of how they went."""

from typing import Any

from guardbook.rules.registers import disposing
from guardbook.rules.registers.disposals import Decision, Disposal, How
from guardbook.rules.registers.disposing import Decided, Gone
from guardbook.web import fields


class _Versioned(fields.Form):
    """A form about one version of an entry."""

    seen_version = fields.Hidden()

    @property
    def seen(self) -> int:
        """The version that this was filled in for."""
        typed = str(self["seen_version"].value() or "")
        return int(typed) if typed.isdigit() and len(typed) < 9 else 0


class DecideForm(_Versioned):
    """What becomes of a batch."""

    decision = fields.Radios(
        "What do you decide?",
        [fields.Choice(each.value, each.label) for each in Decision],
        coerce=Decision,
        missing="Choose what you decide",
    )
    keep_until = fields.Date("If you keep them: until when?", required=False)
    why_longer = fields.Text(
        "If you keep them: why?", hint="For example: our insurer asks for it.", required=False, max_length=200
    )

    def decided(self) -> Decided:
        """What was filled in."""
        said = self.cleaned_data
        return Decided(said["decision"], said["keep_until"], said["why_longer"])


class GoneForm(_Versioned):
    """When and how a batch went. How is asked only where it was destroyed."""

    went_on = fields.Date("When did they go?", missing="Give the day on which they went")
    certificate = fields.Text(
        "The number of the company's certificate",
        hint="Only if a company did it. You can attach the certificate itself later.",
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, entry: Disposal, **more: Any) -> None:
        """Ask how they were destroyed, where that was decided."""
        super().__init__(*args, **more)
        if entry.decision is Decision.DESTROY:
            offered = [fields.Choice(each.value, each.label) for each in disposing.DESTROYED]
            self.fields["how"] = fields.Radios("How?", offered, coerce=How, missing="Say how they were destroyed")
            self.order_fields(["went_on", "how"])
        else:
            del self.fields["certificate"]

    def gone(self) -> Gone:
        """What was filled in."""
        said = self.cleaned_data
        return Gone(said["went_on"], said.get("how"), said.get("certificate", ""))
