"""Questions about the provider itself."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from guardbook.queries import access
from guardbook.queries.access import Context, question
from guardbook.records.models import Organisation, Profile, Site
from guardbook.rules import organisations as rules
from guardbook.rules.access import Permission

E = TypeVar("E", bound=StrEnum)


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
    """True while nobody has set this installation up; a made-up example does not count. Needs the scope of everything."""
    return not Organisation.objects.filter(is_demo=False).exists()


def everyone() -> tuple[UUID, ...]:
    """The identifiers of every organisation of this installation, made-up ones too. One query."""
    with access.everything():
        return tuple(Organisation.objects.order_by("id").values_list("id", flat=True))


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


@dataclass(frozen=True, slots=True)
class Said:
    """What the provider has said of itself as far as it decides the roles.

    ``answered`` names the questions with an answer, "not sure" included.
    """

    profile: rules.Profile
    answered: frozenset[rules.Question]
    done_at: datetime | None
    override_by: str
    override_on: date | None

    @property
    def next_question(self) -> rules.Question | None:
        """The first question still to be asked, or None."""
        return next((one for one in rules.questions(self.profile) if one not in self.answered), None)


@question(Permission.ORGANISATION_VIEW)
def said(context: Context) -> Said:
    """The answers that decide the roles. One query."""
    row = facts_of(context.organisation_id)
    unsure = {rules.Question(name) for name in row["not_sure"]}
    known = {one for one in rules.Question if row[COLUMNS[one]] not in (None, "")}
    return Said(
        profile_of(row),
        frozenset(unsure | known),
        row["wizard_done_at"],
        row["kind_override_by"],
        row["kind_override_on"],
    )


COLUMNS = {one: one.value for one in rules.Question} | {
    rules.Question.SITES: "sites_count",
    rules.Question.REGIONS: "regions_count",
}
FACTS = (*COLUMNS.values(), "kind_override", "kind_override_reason")


def facts_of(organisation_id: UUID) -> Mapping[str, Any]:
    """The stored columns behind the answers, as they are. One query."""
    also = ("not_sure", "wizard_done_at", "kind_override_by", "kind_override_on")
    row: Mapping[str, Any] = Profile.objects.of(organisation_id).values(*FACTS, *also).get()
    return row


def profile_of(row: Mapping[str, Any]) -> rules.Profile:
    """The answers as the rules take them, from stored columns now or as kept beside an appointment."""
    override = row["kind_override"]
    return rules.Profile(
        owned_by=rules.Owner(row["owned_by"]) if row["owned_by"] else None,
        sites=row["sites_count"],
        regions=row["regions_count"],
        dedicated=_several(rules.Department, row["dedicated"]),
        record_volume=rules.RecordVolume(row["record_volume"]) if row["record_volume"] else None,
        funding=_several(rules.Funding, row["funding"]),
        monitoring=_several(rules.Monitoring, row["monitoring"]),
        public_authority=row["public_authority"],
        kind_override=rules.KindOverride(rules.ProviderKind(override), row["kind_override_reason"])
        if override
        else None,
    )


def _several(vocabulary: type[E], values: list[str] | None) -> frozenset[E] | None:
    return None if values is None else frozenset(vocabulary(value) for value in values)
