"""Attaching proofs to a question: a file, a web address, or the words for where something is kept."""

from dataclasses import dataclass
from typing import Any

from guardbook.actions import evidence
from guardbook.actions.assessment.answering import Place
from guardbook.kernel.errors import NotFound
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import latest
from guardbook.rules.evidence import LONGEST_TITLE, About, Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was sent along with an answer: a file, a web address, or the words for where it is kept."""

    upload: Any = None
    address: str = ""
    kept_at: str = ""

    @property
    def is_empty(self) -> bool:
        """True where nothing was sent along."""
        return not (self.upload or self.address.strip() or self.kept_at.strip())


def attach(context: Context, *, place: Place, proofs: Proofs) -> tuple[str, ...]:
    """Attach what was sent along with an answer; return sentences to show.

    Raises:
        NotFound: no such question.
        Refused: something sent may not come in.
    """
    pack = frameworks.pack(place.framework, place.version)
    item = pack.item(place.ref)
    if item is None:
        raise NotFound
    supports = Subject(SubjectKind.ITEM, latest.subject_key(pack, item.ref))
    notes: tuple[str, ...] = ()
    if proofs.upload:
        about = About(title=proofs.upload.name)
        notes = evidence.attach_upload(
            context, file_name=proofs.upload.name, stream=proofs.upload, about=about, supports=supports
        ).notes
    if proofs.address.strip():
        evidence.attach_link(
            context, address=proofs.address, about=About(title=proofs.address[:LONGEST_TITLE]), supports=supports
        )
    if proofs.kept_at.strip():
        about = About(title=f"Where the document for {item.ref} is kept")
        evidence.attach_place(context, place=proofs.kept_at, about=about, supports=supports)
    return notes
