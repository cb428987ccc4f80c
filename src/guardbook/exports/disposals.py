"""A certificate that says which records were destroyed, when and how, with places to sign. It names no person."""

from datetime import date

from guardbook.exports.documents import Document, Facts, Paragraph, Section, Signature, day
from guardbook.rules.registers.disposals import Disposal


def certificate(organisation: str, entry: Disposal, site: str, on: date, *, went_early: bool = False) -> Document:
    """The certificate of destruction of a batch that was destroyed. ``site`` is "" for the whole organisation."""
    went = day(entry.went_on) if entry.went_on else ""
    return Document(
        title="Certificate of destruction",
        organisation=organisation,
        issued_on=on,
        reference=f"{entry.name}, destroyed on {went}",
        summary=(Facts("What was destroyed", _facts(entry, site, went)),),
        sections=(
            Section(
                "Declaration",
                (
                    Paragraph("These records were destroyed so that nobody can read them or put them together again."),
                    _in_time(went_early=went_early),
                    Signature("Who destroyed them, or saw it done"),
                    Signature("Who decided it"),
                ),
            ),
        ),
    )


def _in_time(*, went_early: bool) -> Paragraph:
    if went_early:
        return Paragraph("They went before their time was over. This is recorded here as it happened.", is_note=True)
    return Paragraph("Nothing asked to keep them any longer, and no hold stood against it.")


def _facts(entry: Disposal, site: str, went: str) -> tuple[tuple[str, str], ...]:
    pairs = (
        ("Records", entry.name),
        ("Kind of record", entry.kind.label if entry.kind else ""),
        ("Site", site or "The whole organisation"),
        ("Not in use since", day(entry.triggered_on) if entry.triggered_on else ""),
        ("To be kept until", day(entry.review_on) if entry.review_on else ""),
        ("Decided on", day(entry.decided_on) if entry.decided_on else ""),
        ("Destroyed on", went),
        ("How", entry.how.label if entry.how else ""),
        ("Certificate of the company", entry.certificate),
    )
    return tuple((title, text) for title, text in pairs if text)
