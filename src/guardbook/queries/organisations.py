"""Questions about the provider itself."""

from dataclasses import dataclass
from uuid import UUID

from guardbook.records.models import Organisation


@dataclass(frozen=True, slots=True)
class Brief:
    """The name of a provider, and whether it is a demo."""

    organisation_id: UUID
    name: str
    is_demo: bool


def brief(organisation_id: UUID) -> Brief | None:
    """The provider with this identifier, or None. One query."""
    row = Organisation.objects.filter(pk=organisation_id).values_list("id", "name", "is_demo").first()
    return Brief(*row) if row else None


def is_empty() -> bool:
    """True while nobody has set this installation up. Needs the scope of everything."""
    return not Organisation.objects.exists()
