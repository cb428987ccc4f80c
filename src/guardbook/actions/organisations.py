"""What the provider says about itself, and its sites."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from guardbook.actions.shell import Change, action
from guardbook.kernel.errors import Refused
from guardbook.queries.organisations import COLUMNS
from guardbook.records.models import Organisation, Profile, Site
from guardbook.rules.access import Permission
from guardbook.rules.organisations import ProviderKind, Question

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
def answer_question(change: Change, *, question: Question, answer: str | int | bool | Collection[str] | None) -> None:
    """Keep the answer to one of the questions that decide the roles. ``None`` means "not sure".

    Decisions about roles re-open by themselves: each keeps the facts it was made on (A-13).
    """
    profile = profile_of(change)
    column = COLUMNS[question]
    kept = sorted(answer) if isinstance(answer, Collection) and not isinstance(answer, str) else answer
    empty = "" if column in {"owned_by", "record_volume"} else None
    setattr(profile, column, empty if kept is None else kept)
    profile.not_sure = sorted({*profile.not_sure, question.value} - ({question.value} if kept is not None else set()))
    change.save(profile)
    change.record("organisations.profile.answered", subject=profile, details={"question": question.value})


@action(Permission.PROFILE_EDIT)
def finish_questions(change: Change) -> None:
    """Note that every question that decides the roles has been asked once."""
    profile = profile_of(change)
    profile.wizard_done_at = profile.wizard_done_at or change.now
    change.save(profile)
    change.record("organisations.profile.finished", subject=profile)


@action(Permission.PROFILE_EDIT)
def override_kind(change: Change, *, kind: ProviderKind | None, reason: str = "") -> None:
    """Say which kind of provider this is where the facts say otherwise; None goes back to the facts (A-03).

    Raises:
        Refused: there is no reason, or the kind is "not known".
    """
    if kind is ProviderKind.UNKNOWN:
        raise Refused("Choose a kind of provider.")
    if kind is not None and not reason.strip():
        raise Refused("Write why you see it otherwise.")
    profile = profile_of(change)
    profile.kind_override = kind.value if kind else ""
    profile.kind_override_reason = reason.strip() if kind else ""
    profile.kind_override_by = change.by.name if kind else ""
    profile.kind_override_on = change.today if kind else None
    change.save(profile)
    change.record("organisations.kind.overridden", subject=profile)


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


def profile_of(change: Change) -> Profile:
    """Part of an action: the profile of the organisation, locked."""
    return Profile.objects.of(change.organisation_id).select_for_update(of=("self",)).get()
