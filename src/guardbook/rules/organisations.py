"""The few facts about a provider from which the roles it needs are decided.

Source: rule book A-01 to A-05. ``None`` always means "not known", never "no".
"""

from dataclasses import dataclass
from enum import StrEnum


class Owner(StrEnum):
    """Who owns the provider; the public kinds mean that they own all of it."""

    INDEPENDENT = "INDEPENDENT"
    COUNCIL = "COUNCIL"
    NHS = "NHS"
    PART_PUBLIC = "PART_PUBLIC"


class Department(StrEnum):
    """Work for which larger providers employ somebody to do nothing else."""

    IT = "IT"
    HR = "HR"
    ESTATES = "ESTATES"


class RecordVolume(StrEnum):
    """The provider's own view of how many care records it keeps; the law gives no number."""

    SMALL = "SMALL"
    MEDIUM = "MEDIUM"
    LARGE = "LARGE"


class Funding(StrEnum):
    """Who pays for somebody's care."""

    SELF_FUNDED = "SELF_FUNDED"
    COUNCIL_COMMISSIONED = "COUNCIL_COMMISSIONED"
    NHS_CHC = "NHS_CHC"
    NHS_FNC = "NHS_FNC"
    NHS_OTHER = "NHS_OTHER"
    DIRECT_PAYMENT = "DIRECT_PAYMENT"
    PERSONAL_HEALTH_BUDGET = "PERSONAL_HEALTH_BUDGET"


class Monitoring(StrEnum):
    """Technology that watches people; only watching that is part of the care itself is core."""

    ROOM_SENSORS = "ROOM_SENSORS"
    ROOM_CAMERAS = "ROOM_CAMERAS"
    LOCATION_TRACKING = "LOCATION_TRACKING"
    HEALTH_READINGS = "HEALTH_READINGS"
    COMMUNAL_CCTV = "COMMUNAL_CCTV"


CORE_MONITORING = frozenset(
    {
        Monitoring.ROOM_SENSORS,
        Monitoring.ROOM_CAMERAS,
        Monitoring.LOCATION_TRACKING,
        Monitoring.HEALTH_READINGS,
    }
)


class ProviderKind(StrEnum):
    """The columns of the guidance matrix, with small providers told apart from other ones."""

    PUBLIC_OWNED = "PUBLIC_OWNED"
    LARGE_GROUP = "LARGE_GROUP"
    OTHER = "OTHER"
    SMALL = "SMALL"
    UNKNOWN = "UNKNOWN"


class Question(StrEnum):
    """A question that decides the roles, named as the profile keeps its answer."""

    OWNED_BY = "owned_by"
    PUBLIC_AUTHORITY = "public_authority"
    SITES = "sites"
    REGIONS = "regions"
    DEDICATED = "dedicated"
    RECORD_VOLUME = "record_volume"
    FUNDING = "funding"
    MONITORING = "monitoring"


@dataclass(frozen=True, slots=True)
class KindOverride:
    """A person's own view of the provider's kind, which must carry their reason (A-03)."""

    kind: ProviderKind
    reason: str

    def __post_init__(self) -> None:
        """Raise ``ValueError`` in words where the view has no reason or is no view."""
        if not self.reason.strip():
            raise ValueError("give the reason for choosing another kind of provider")
        if self.kind is ProviderKind.UNKNOWN:
            raise ValueError("choose a kind of provider, not UNKNOWN")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a provider has told us about itself, as far as it decides the roles.

    ``funding`` lists the ways in which care is paid for, over everybody supported now or in
    this toolkit year. ``public_authority`` answers whether freedom of information law covers
    the provider; it matters only where ownership leaves it open.
    """

    owned_by: Owner | None = None
    sites: int | None = None
    regions: int | None = None
    dedicated: frozenset[Department] | None = None
    record_volume: RecordVolume | None = None
    funding: frozenset[Funding] | None = None
    monitoring: frozenset[Monitoring] | None = None
    public_authority: bool | None = None
    kind_override: KindOverride | None = None

    def __post_init__(self) -> None:
        """Raise ``ValueError`` in words where a count cannot be true."""
        if self.sites is not None and self.sites < 1:
            raise ValueError("sites: give a whole number of 1 or more")
        if self.regions is not None and self.regions < 1:
            raise ValueError("regions: give a whole number of 1 or more")

    @property
    def core_monitoring(self) -> bool | None:
        """Whether watching people regularly is part of the care itself; None where not known."""
        if self.monitoring is None:
            return None
        return bool(self.monitoring & CORE_MONITORING)


def questions(profile: Profile) -> tuple[Question, ...]:
    """The questions that can still change the roles, in the order they are asked.

    A provider that the NHS or a council owns needs no other question (A-01): its size,
    funding and technology change nothing.
    """
    if profile.owned_by in {Owner.NHS, Owner.COUNCIL}:
        return (Question.OWNED_BY,)
    skipped = set()
    if profile.owned_by is not Owner.PART_PUBLIC:
        skipped.add(Question.PUBLIC_AUTHORITY)
    if profile.sites is None or profile.sites < 2:
        skipped.add(Question.REGIONS)
    return tuple(one for one in Question if one not in skipped)
