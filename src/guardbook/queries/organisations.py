"""Questions about the provider itself."""

from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from guardbook.queries.access import Context, question
from guardbook.records.models import Organisation, Profile, Site
from guardbook.rules.access import Permission


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


@dataclass(frozen=True, slots=True)
class Details:
    """What the provider has said that items ask for; None or empty where it has not."""

    name: str
    legal_name: str
    ods_code: str
    cqc_provider_id: str
    ico_number: str
    ico_legal_name: str
    ico_expires_on: date | None
    ico_exempt_reason: str
    nhsmail_only: bool | None
    cyber_essentials_until: date | None
    cyber_essentials_plus_until: date | None
    people_supported: int | None


@question(Permission.ORGANISATION_VIEW)
def details(context: Context) -> Details:
    """The provider's details. One query."""
    names = [field.name for field in fields(Details)[1:]]
    row = Profile.objects.of(context.organisation_id).values_list("organisation__name", *names).get()
    return Details(*row)


@question(Permission.ORGANISATION_VIEW)
def sites(context: Context) -> list[tuple[UUID, str, str, date | None]]:
    """Identifier, name, ODS code and closing date of every site, by name. One query."""
    return list(
        Site.objects.filter(organisation_id=context.organisation_id)
        .order_by("name")
        .values_list("id", "name", "ods_code", "closed_on")
    )
