"""Attaching to an entry what shows that it is right: a file, a web address, or the words for where it is kept."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from guardbook.actions import evidence
from guardbook.kernel.errors import Refused
from guardbook.queries.access import Context
from guardbook.rules.evidence import LONGEST_TITLE, About, Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was sent: a file, a web address, or the words for where something is kept."""

    upload: Any = None
    address: str = ""
    kept_at: str = ""


def attach(context: Context, *, entry_id: UUID, name: str, proofs: Proofs) -> tuple[str, ...]:
    """Attach what was sent to an entry called ``name``; return sentences to show about a file.

    Raises:
        Refused: nothing was sent, or something sent may not come in.
    """
    supports = Subject(SubjectKind.ENTRY, str(entry_id))
    if not (proofs.upload or proofs.address or proofs.kept_at.strip()):
        raise Refused("Choose a file, or give a web address or a place.")
    notes: tuple[str, ...] = ()
    if proofs.upload:
        notes = evidence.attach_upload(
            context,
            file_name=proofs.upload.name,
            stream=proofs.upload,
            about=About(title=proofs.upload.name[:LONGEST_TITLE]),
            supports=supports,
        ).notes
    if proofs.address:
        about = About(title=proofs.address[:LONGEST_TITLE])
        evidence.attach_link(context, address=proofs.address, about=about, supports=supports)
    if proofs.kept_at.strip():
        about = About(title=f"Where the papers of {name} are kept"[:LONGEST_TITLE])
        evidence.attach_place(context, place=proofs.kept_at, about=about, supports=supports)
    return notes
