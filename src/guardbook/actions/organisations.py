"""What the provider says about itself, and its sites."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import Refused
from guardbook.records.models import Organisation, Profile, Site
from guardbook.rules.access import Permission

DETAILS = (
    "legal_name",
    "ods_code",
    "cqc_provider_id",
    "ico_number",
    "ico_legal_name",
    "ico_expires_on",
    "ico_exempt_reason",
    "nhsmail_only",
    "cyber_essentials_until",
    "cyber_essentials_plus_until",
    "people_supported",
)


@action(Permission.SETTINGS_MANAGE)
def rename(change: Change, *, name: str) -> None:
    """Change the name that pages and documents show."""
    organisation = Organisation.objects.get(pk=change.organisation_id)
    organisation.name = name.strip()
    change.save(organisation)
    change.record("organisations.organisation.renamed", subject=organisation)


@action(Permission.PROFILE_EDIT)
def say_details(change: Change, *, details: Mapping[str, str | date | int | bool | None]) -> None:
    """Record facts about the provider that items ask for, such as its registration with the regulator.

    ``details`` holds any of ``DETAILS``.
    """
    profile = profile_of(change)
    for name, value in details.items():
        if name not in DETAILS:
            raise Refused(f"There is no detail called {name}.")
        setattr(profile, name, value)
    change.save(profile)
    change.record("organisations.details.said", subject=profile)


@action(Permission.PROFILE_EDIT)
def add_site(change: Change, *, name: str, ods_code: str = "", cqc_location_id: str = "") -> UUID:
    """Add a place where care is given or work is done.

    Raises:
        Refused: there is a site of that name.
    """
    if Site.objects.filter(organisation_id=change.organisation_id, name__iexact=name.strip()).exists():
        raise Refused("There is a site of that name already.")
    site = change.create(Site, name=name.strip(), ods_code=ods_code, cqc_location_id=cqc_location_id)
    change.record("organisations.site.added", subject=site)
    return site.pk


@action(Permission.PROFILE_EDIT)
def close_site(change: Change, *, site_id: UUID, closed_on: date) -> None:
    """Say that a site has closed; its history stays."""
    site = fresh(Site, change.organisation_id, site_id)
    site.closed_on = closed_on
    change.save(site)
    change.record("organisations.site.closed", subject=site)


def profile_of(change: Change) -> Profile:
    """Part of an action: the profile of the organisation, locked."""
    return Profile.objects.of(change.organisation_id).select_for_update(of=("self",)).get()
