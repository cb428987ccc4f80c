"""Takes an official list of questions into use, once a person has looked at how it differs."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from guardbook.actions.shell import Change, action
from guardbook.content.official import building, saving
from guardbook.content.official.building import Proposal
from guardbook.kernel.errors import Refused
from guardbook.queries import frameworks
from guardbook.queries.access import Actor, Context
from guardbook.records import ledger


def read_official(file: Path, by: str, now: datetime, version: str | None = None) -> Proposal:
    """Read an official spreadsheet and compare it with our newest list; nothing is stored.

    ``version`` ("9") is needed only where the spreadsheet does not say which one it is.

    Raises:
        Refused: the file cannot be read or used; each sentence says where and why.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        raise Refused(f"{file} cannot be read: {error.strerror}.") from error
    imported = building.origin(data, file.name, by, now)
    return building.propose(data, imported, frameworks.newest(), version)


def accept_official(proposal: Proposal, by: Actor, now: datetime) -> Path:
    """Keep an official list in the data folder and note who accepted it; return where it is kept."""
    kept = saving.save_official(proposal.pack, Path(settings.DATA_FOLDER))
    _note(Context(by, ledger.INSTALLATION, now), proposal=proposal)
    return kept


@action(None)
def _note(change: Change, *, proposal: Proposal) -> None:
    pack = proposal.pack
    details = {"version": pack.version, "fingerprint": pack.fingerprint, "questions": len(pack.items)}
    change.record("frameworks.official_list.accepted", details=details)
