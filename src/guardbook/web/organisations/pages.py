"""What the pages about the provider show."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.queries.access import Context
from guardbook.queries.mail import Outbox
from guardbook.queries.organisations import Details
from guardbook.rules.access import Permission
from guardbook.web import words

_UNSAID = "Not said yet"


@dataclass(frozen=True, slots=True)
class Settings:
    """The provider's details as rows of words, its sites, what this person may change, and (for a manager) its mail."""

    rows: list[tuple[str, str]]
    sites: list[tuple[UUID, str, str, date | None]]
    may_edit: bool
    may_see_team: bool
    may_see_history: bool
    outbox: Outbox | None


def settings(
    context: Context, details: Details, sites: list[tuple[UUID, str, str, date | None]], outbox: Outbox | None
) -> Settings:
    """Put the details into words."""
    may = context.by.permissions
    return Settings(
        rows=[
            ("Name", details.name),
            ("Legal name", details.legal_name or _UNSAID),
            ("ODS code", details.ods_code or _UNSAID),
            ("CQC provider number", details.cqc_provider_id or _UNSAID),
            ("Data protection registration", _registration(details)),
            ("NHSmail is the only email system", _yes_no(details.nhsmail_only)),
            ("Cyber Essentials", _until(details.cyber_essentials_until)),
            ("Cyber Essentials Plus", _until(details.cyber_essentials_plus_until)),
            ("People supported", _UNSAID if details.people_supported is None else str(details.people_supported)),
        ],
        sites=sites,
        may_edit=Permission.PROFILE_EDIT in may,
        may_see_team=Permission.TEAM_VIEW in may,
        may_see_history=Permission.HISTORY_VIEW in may,
        outbox=outbox,
    )


def _registration(details: Details) -> str:
    if details.ico_exempt_reason:
        return f"Exempt: {details.ico_exempt_reason}"
    if not details.ico_number:
        return _UNSAID
    return f"{details.ico_number}, {_until(details.ico_expires_on)}"


def _until(day: date | None) -> str:
    return f"until {words.day(day)}" if day else "no date said"


def _yes_no(value: bool | None) -> str:
    return {None: _UNSAID, True: "Yes", False: "No"}[value]
