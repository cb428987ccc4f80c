"""Takes a newer list of ends of support into use, once a person has looked at how it differs; what follows in entries."""

from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from guardbook.actions.registers import following
from guardbook.actions.shell import Change, action
from guardbook.content.endings import comparing, current, saving, translating
from guardbook.content.endings.comparing import Proposal
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Actor, Context
from guardbook.records import ledger
from guardbook.rules.registers import software
from guardbook.rules.registers.devices import register as devices

LASTING = (devices.REGISTER, software.REGISTER)
"""The registers that are worked out from when makers stop sending fixes."""


def read_endings(file: Path, made_on: date | None = None) -> Proposal:
    """Read a downloaded list of ends of support and compare it with what is held; nothing is stored.

    ``made_on`` is needed only where the list does not say when it was made.

    Raises:
        Refused: the file cannot be read or used; each sentence says where and why.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from error
    held = current.held(Path(settings.DATA_FOLDER))
    return comparing.propose(translating.download(data, file.name, made_on), held)


def accept_endings(proposal: Proposal, by: Actor, now: datetime) -> Path:
    """Keep the newer products in the data folder and note who accepted them; return the folder.

    Raises:
        Refused: nothing in the list is newer than what is held.
    """
    if not proposal.newer:
        raise Refused("Nothing in this list is newer than what is here already, so there is nothing to take into use.")
    kept = saving.save(proposal.newer, Path(settings.DATA_FOLDER))
    _note(Context(by, ledger.INSTALLATION, now), proposal=proposal)
    return kept


@action(None)
def work_out_again(change: Change) -> None:
    """Work out the devices and programs of one organisation again from what is published now."""
    for register in LASTING:
        if found := following.moved(change, register):
            following.again(change, register, found)


@action(None)
def _note(change: Change, *, proposal: Proposal) -> None:
    details = {
        "made_on": proposal.download.looked_on.isoformat(),
        "products": [each.key for each in proposal.newer],
        "changes": len(proposal.changes),
    }
    change.record("registers.endings.accepted", details=details)
    change.enqueue("registers.work_out_again", {})
