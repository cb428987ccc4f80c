"""Takes a newer list of bank holidays into use, once a person has looked at how it differs."""

from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from guardbook.actions.shell import Change, action
from guardbook.content import calendars, refreshing_calendars
from guardbook.content.refreshing_calendars import Proposal
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Actor, Context
from guardbook.records import ledger


def read_calendar(file: Path, looked_on: date) -> Proposal:
    """Read a downloaded list of bank holidays and compare it with what is held; nothing is stored.

    Raises:
        Refused: the file cannot be read or used; each sentence says where and why.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from error
    held = calendars.current(Path(settings.DATA_FOLDER))
    return refreshing_calendars.propose(data, file.name, looked_on, held)


def accept_calendar(proposal: Proposal, by: Actor, now: datetime) -> Path:
    """Keep the list in the data folder, where an upgrade leaves it alone, and note who accepted it; return the file.

    Raises:
        Refused: nothing in the list differs from what is held.
    """
    if not proposal.differences:
        raise Refused("Nothing in this list differs from what is here already, so there is nothing to take into use.")
    kept = refreshing_calendars.save(proposal.calendar, Path(settings.DATA_FOLDER))
    _note(Context(by, ledger.INSTALLATION, now), proposal=proposal)
    return kept


@action(None)
def _note(change: Change, *, proposal: Proposal) -> None:
    details = {"looked_on": proposal.calendar.looked_on.isoformat(), "differences": list(proposal.differences)}
    change.record("clocks.calendar.accepted", details=details)
