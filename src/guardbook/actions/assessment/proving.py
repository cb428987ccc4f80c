"""Attaching proofs to a question: a file, a web address, or the words for where something is kept."""

from dataclasses import dataclass
from typing import Any

from guardbook.actions import evidence
from guardbook.actions.assessment import answering
from guardbook.actions.assessment.answering import Place, Saved
from guardbook.kernel.errors import NotFound
from guardbook.queries import frameworks
from guardbook.queries.access import Context
from guardbook.queries.assessment import latest
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.evidence import LONGEST_TITLE, About, Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class Proofs:
    """What was sent along with an answer: a file, a web address, or the words for where it is kept."""

    upload: Any = None
    address: str = ""
    kept_at: str = ""

    @property
    def number(self) -> int:
        """How many proofs were sent along."""
        return sum(bool(each) for each in (self.upload, self.address.strip(), self.kept_at.strip()))

    @property
    def is_empty(self) -> bool:
        """True where nothing was sent along."""
        return self.number == 0


@dataclass(frozen=True, slots=True)
class SavedWithProofs:
    """What came of saving an answer with proofs; ``notes`` say what was done to a file."""

    saved: Saved
    notes: tuple[str, ...]


def answer_with_proofs(
    context: Context, *, place: Place, answer: Answer, seen_version: int, proofs: Proofs
) -> SavedWithProofs:
    """Save an answer together with what proves it. Where the answer is refused, no proof is kept.

    Raises:
        NotFound: no such question, or the assessment has not started.
        Refused: the answer or a proof will not do; each sentence says how to put it right.
        Conflict: a colleague saved meanwhile; ``theirs`` holds their words.
    """
    if proofs.is_empty:
        return SavedWithProofs(
            answering.answer_item(context, place=place, answer=answer, seen_version=seen_version), ()
        )
    answering.rehearse(context, place=place, answer=answer, seen_version=seen_version, more_proofs=proofs.number)
    notes = attach(context, place=place, proofs=proofs)
    saved = answering.answer_item(context, place=place, answer=answer, seen_version=seen_version)
    return SavedWithProofs(saved, notes)


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
