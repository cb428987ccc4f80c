"""The sector guide's own matrix as data, with the cells our copy lost, and where sources disagree.

Source: rule book 0.1 and A-01. Our copy of the guide lost its tick marks; the cells rebuilt
from its prose say so wherever they are shown.
"""

from dataclasses import dataclass

from guardbook.rules.organisations import ProviderKind
from guardbook.rules.roles import sources
from guardbook.rules.roles.vocabulary import Role
from guardbook.rules.verdict import Confidence

REBUILT_NOTE = "reconstructed, check the original"
COLUMNS = (ProviderKind.PUBLIC_OWNED, ProviderKind.LARGE_GROUP, ProviderKind.OTHER)
_FUNDED = "Yes, if public money pays for anybody's care"


@dataclass(frozen=True, slots=True)
class Cell:
    """What the guide says for a role and a kind of provider; ``note`` marks what our copy lost."""

    role: Role
    column: ProviderKind
    text: str
    note: str = ""

    @property
    def is_rebuilt(self) -> bool:
        """Whether our copy of the source lost this cell."""
        return self.note == REBUILT_NOTE


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which sources differ, what each says, and what we do about it."""

    code: str
    title: str
    said: str
    other: str
    we_do: str
    rule: str
    confidence: Confidence
    source: str


MATRIX = (
    Cell(Role.DSP_LEAD, ProviderKind.PUBLIC_OWNED, "Yes", REBUILT_NOTE),
    Cell(Role.DSP_LEAD, ProviderKind.LARGE_GROUP, "Yes", REBUILT_NOTE),
    Cell(Role.DSP_LEAD, ProviderKind.OTHER, "Yes", REBUILT_NOTE),
    Cell(Role.DPO, ProviderKind.PUBLIC_OWNED, "Yes", REBUILT_NOTE),
    Cell(Role.DPO, ProviderKind.LARGE_GROUP, "Yes", REBUILT_NOTE),
    Cell(Role.DPO, ProviderKind.OTHER, "Optional", "the word is in our copy; its column was worked out"),
    Cell(Role.CALDICOTT_GUARDIAN, ProviderKind.PUBLIC_OWNED, "Yes", REBUILT_NOTE),
    Cell(Role.CALDICOTT_GUARDIAN, ProviderKind.LARGE_GROUP, _FUNDED),
    Cell(Role.CALDICOTT_GUARDIAN, ProviderKind.OTHER, _FUNDED),
    Cell(Role.SIRO, ProviderKind.PUBLIC_OWNED, "Optional"),
    Cell(Role.SIRO, ProviderKind.LARGE_GROUP, "Optional"),
    Cell(Role.SIRO, ProviderKind.OTHER, "Optional"),
)
DISAGREEMENTS = (
    Disagreement(
        "0.1.1",
        "Is the Lead voluntary?",
        "Skills for Care calls the Lead voluntary, and also says that there must be a named person.",
        "Digital Care Hub says that you cannot complete the toolkit without one.",
        "We say that the toolkit needs a Lead, and that the law does not name it.",
        "A-01",
        Confidence.READ,
        sources.TOOLKIT_FAQ,
    ),
    Disagreement(
        "0.1.2",
        "Watching people and sensitive data: both, or either?",
        "Skills for Care joins the two reasons for an officer with “and”.",
        "The law joins them with “or” (UK GDPR Article 37(1)(b) and (c)).",
        "We follow the law: either one is enough.",
        "A-02",
        Confidence.READ,
        sources.UK_GDPR_37,
    ),
    Disagreement(
        "0.1.3",
        "Must a large group have a Data Protection Officer?",
        "In the guide's table a large group had a mark for yes, as far as our copy lets us tell.",
        "The guide's text says only that a large group will likely need one.",
        "We say likely needed: appoint one, or record why not. Somebody should look at the original table once.",
        "A-01",
        Confidence.UNCERTAIN,
        sources.SECTOR_GUIDE,
    ),
    Disagreement(
        "0.1.4",
        "Who tells the regulator about a breach?",
        "Skills for Care lists it as the officer's task.",
        "In law the provider tells the regulator. The officer advises, and is the person to contact.",
        "We put the duty on the provider. The officer may be the one who does it.",
        "A-04",
        Confidence.MEMORY,
        sources.UK_GDPR_39,
    ),
    Disagreement(
        "0.1.5",
        "Who can help a provider that a council or the NHS owns?",
        "The guide says to ask the clinical commissioning group (CCG).",
        "Those groups ended in July 2022. Integrated care boards (ICBs) took over.",
        "We say integrated care board, or your council.",
        "A-02",
        Confidence.MEMORY,
        sources.PRACTICE,
    ),
)


def column_of(kind: ProviderKind) -> ProviderKind | None:
    """The guide's column in which a kind of provider stands; a small one is under "other"."""
    if kind is ProviderKind.UNKNOWN:
        return None
    return ProviderKind.OTHER if kind is ProviderKind.SMALL else kind


def cell(role: Role, column: ProviderKind) -> Cell:
    """The cell of the matrix for a role and one of its three columns."""
    return next(one for one in MATRIX if one.role is role and one.column is column)
