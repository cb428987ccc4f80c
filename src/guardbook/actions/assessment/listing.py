"""Bringing the official list of questions from a page: look at the differences first, then take it into use."""

from typing import Any

from guardbook.actions import frameworks as frameworks_actions
from guardbook.actions.assessment import starting
from guardbook.actions.shell import require
from guardbook.content.official import building
from guardbook.content.official.building import Proposal
from guardbook.outside import files, uploads
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating
from guardbook.rules.access import Permission


def look_at(context: Context, *, upload: Any) -> Proposal:
    """Read an official spreadsheet and compare it with our list. The file is kept aside; nothing else changes.

    Raises:
        Refused: the file may not come in, or cannot be read as a list of questions.
    """
    require(context, Permission.SETTINGS_MANAGE)
    accepted = uploads.accept(upload.name, upload)
    proposal = _propose(context, accepted.content, accepted.name)
    files.store().put(accepted.content)
    return proposal


def accept(context: Context, *, fingerprint: str, file_name: str, framework: str, version: str) -> int:
    """Take the official list into use and move the assessment to it; return how many answers need another look.

    ``fingerprint`` is the SHA-256 of the file that was looked at.

    Raises:
        NotFound: no such file was looked at.
        Refused: the list cannot be used, or was started by itself.
    """
    require(context, Permission.SETTINGS_MANAGE)
    proposal = _propose(context, files.store().read(fingerprint), file_name)
    frameworks_actions.accept_official(proposal, context.by, context.now)
    new = proposal.pack.version
    if new == version or evaluating.run(context, framework, version) is None:
        return 0
    return starting.move(context, framework=framework, version=version, to_version=new)


def _propose(context: Context, content: bytes, file_name: str) -> Proposal:
    imported = building.origin(content, file_name, context.by.name, context.now)
    return building.propose(content, imported, frameworks.newest())
