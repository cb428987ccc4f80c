"""The short addresses at which people tell without signing in: switched on, replaced, switched off, and tried out."""

import hashlib
import secrets
from uuid import UUID

from guardbook.actions.shell import Change, action, fresh
from guardbook.kernel.errors import NotFound, Refused
from guardbook.queries.intake.addresses import Opened
from guardbook.records.models import ReportAddress, Site
from guardbook.rules.access import Permission
from guardbook.rules.intake import reports, trying
from guardbook.rules.intake.reports import Purpose
from guardbook.rules.intake.trying import Trial

_LENGTH = 8


@action(Permission.SETTINGS_MANAGE)
def switch_on(change: Change, *, purpose: Purpose, site_id: UUID | None = None, browser: str = "") -> UUID:
    """Make an address for the whole provider, or for one site; ``browser`` tells another device from this one.

    Raises:
        Refused: there is one already, or the public page is asked for a single site.
        NotFound: there is no such site.
    """
    if site_id is not None:
        fresh(Site, change.organisation_id, site_id)
    if site_id is not None and purpose is Purpose.PUBLIC:
        raise Refused("The page for requests and complaints is one for the whole organisation.")
    if _open(change, purpose, site_id) is not None:
        raise Refused("This address is switched on already.")
    row = _made(change, purpose, site_id, browser)
    change.record("intake.address.switched_on", subject=row)
    return row.pk


@action(Permission.SETTINGS_MANAGE)
def switch_off(change: Change, *, address_id: UUID) -> None:
    """Make an address stop working. Reports that came by it stay."""
    row = _ended(change, address_id)
    change.record("intake.address.switched_off", subject=row)


@action(Permission.SETTINGS_MANAGE)
def replace(change: Change, *, address_id: UUID, browser: str = "") -> UUID:
    """Make a new address in place of one; the old one and every poster with it stop working."""
    old = _ended(change, address_id)
    row = _made(change, Purpose(old.purpose), old.site_id, browser)
    change.record("intake.address.replaced", subject=row, details={"before": old.code})
    return row.pk


def try_out(opened: Opened, *, is_signed_in: bool, is_this_computer: bool | None, browser: str) -> Trial:
    """Note the first time that another device opens an address; says whether this opening counts."""
    is_same = bool(browser) and browser_mark(browser) == opened.address.made_with
    found = trying.trial(trying.Facts(is_signed_in, is_this_computer, is_same))
    if found.counts and opened.address.tried_at is None:
        _tried(opened.context, address_id=opened.address.id, device=trying.device(browser))
    return found


def browser_mark(browser: str) -> str:
    """What is kept of the browser in which a manager made an address."""
    return hashlib.sha256(browser.encode()).hexdigest()


@action(None)
def _tried(change: Change, *, address_id: UUID, device: str) -> None:
    row = fresh(ReportAddress, change.organisation_id, address_id)
    row.tried_at, row.tried_with = change.now, device
    change.save(row)
    change.record("intake.address.tried", subject=row)


def _open(change: Change, purpose: Purpose, site_id: UUID | None) -> ReportAddress | None:
    rows = ReportAddress.objects.of(change.organisation_id).filter(ended_at=None, purpose=purpose)
    return (rows.filter(site=None) if site_id is None else rows.filter(site_id=site_id)).first()


def _made(change: Change, purpose: Purpose, site_id: UUID | None, browser: str) -> ReportAddress:
    code = "".join(secrets.choice(reports.ALPHABET) for _ in range(_LENGTH))
    return change.create(
        ReportAddress,
        code=code,
        purpose=purpose,
        site_id=site_id,
        made_at=change.now,
        made_by=change.by.name,
        made_with=browser_mark(browser) if browser else "",
    )


def _ended(change: Change, address_id: UUID) -> ReportAddress:
    row = fresh(ReportAddress, change.organisation_id, address_id)
    if row.ended_at is not None:
        raise NotFound
    row.ended_at = change.now
    change.save(row)
    return row
