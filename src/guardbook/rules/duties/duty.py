"""One recurring duty, as the published table words it (rule G-01)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.rules.verdict import Confidence


class Anchor(StrEnum):
    """What the next date is counted from."""

    LAST_DONE = "last_done"
    FIXED = "fixed"  # the same day every year, however early it was done
    PERIOD = "period"  # a period of the provider's own, such as the year of the data protection fee


class Condition(StrEnum):
    """What must be so for a duty to concern a provider."""

    ALWAYS = ""
    DPO = "dpo"
    GUARDIAN = "guardian"
    IMPACT_ASSESSMENT = "impact_assessment"
    CYBER_ESSENTIALS = "cyber_essentials"
    OWN_MAIL = "own_mail"
    CHOSEN = "chosen"  # good practice that a provider takes on by itself

    @property
    def label(self) -> str:
        """When it applies, in words."""
        return _LABELS[self]


_LABELS = {
    Condition.ALWAYS: "",
    Condition.DPO: "If you have a Data Protection Officer",
    Condition.GUARDIAN: "If you have a Caldicott Guardian",
    Condition.IMPACT_ASSESSMENT: "If a data protection impact assessment is in use",
    Condition.CYBER_ESSENTIALS: "If you hold Cyber Essentials",
    Condition.OWN_MAIL: "If you send mail from anywhere but NHSmail",
    Condition.CHOSEN: "If you choose to. Nobody asks for it",
}


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty.

    ``months`` is how often. ``fixed_on`` is the day of the year ("06-30") of a FIXED anchor;
    ``days_after`` is the last day counted from the start of a PERIOD. It shows as due
    ``lead_days`` before its date. ``evidence`` says what shows that it was done. ``register``,
    ``items`` and ``role`` name what it serves: a vacancy in ``role`` goes to the owner. Once
    somebody says that all the registers in ``whole`` are whole, it is done.
    ``also_when`` says what calls for it before its date.
    """

    key: str
    name: str
    why: str
    months: int
    lead_days: int
    minutes: int
    evidence: str
    confidence: Confidence
    source: str
    rule: str = "G-01"
    anchor: Anchor = Anchor.LAST_DONE
    fixed_on: str = ""
    days_after: int = 0
    only_if: Condition = Condition.ALWAYS
    also_when: str = ""
    register: str = ""
    items: tuple[str, ...] = ()
    role: str = ""
    whole: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise ``ValueError`` in words where the line of the table contradicts itself."""
        if not 1 <= self.months <= 24:
            raise ValueError(f"{self.key}: months must be from 1 to 24")
        if (self.anchor is Anchor.FIXED) != bool(self.fixed_on):
            raise ValueError(f"{self.key}: a fixed anchor, and nothing else, has a day of the year")
        if self.fixed_on and self.months != 12:
            raise ValueError(f"{self.key}: a fixed day comes every 12 months")
        if self.fixed_on:
            self.fixed_day(2027)

    def fixed_day(self, year: int) -> date:
        """The day of a FIXED anchor in one year. Raises ``ValueError`` where there is none."""
        return date.fromisoformat(f"{year}-{self.fixed_on}")


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which duties concern a provider; None is not known."""

    has_dpo: bool | None = None
    has_guardian: bool | None = None
    has_impact_assessment: bool | None = None
    has_cyber_essentials: bool | None = None
    has_own_mail: bool | None = None
    chosen: frozenset[str] = frozenset()


def concerns(duty: Duty, situation: Situation) -> bool | None:
    """Whether a duty concerns a provider; None where that is not known."""
    return {
        Condition.ALWAYS: True,
        Condition.DPO: situation.has_dpo,
        Condition.GUARDIAN: situation.has_guardian,
        Condition.IMPACT_ASSESSMENT: situation.has_impact_assessment,
        Condition.CYBER_ESSENTIALS: situation.has_cyber_essentials,
        Condition.OWN_MAIL: situation.has_own_mail,
        Condition.CHOSEN: duty.key in situation.chosen,
    }[duty.only_if]
