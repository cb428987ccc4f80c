"""Which letters and records can be made of a case now, and where."""

from uuid import UUID

from django.urls import reverse

from guardbook.exports.rights import NAMES, possible
from guardbook.queries.rights.reading import Kept
from guardbook.web.components import Link


def papers(organisation: UUID, kept: Kept) -> tuple[Link, ...]:
    """Each paper as Word and as PDF."""
    found = []
    for paper in possible(kept.case):
        for ending, kind in (("docx", "Word"), ("pdf", "PDF")):
            parts = {"organisation": organisation, "case_id": kept.id, "name": f"{paper}.{ending}"}
            found.append(Link(f"{NAMES[paper]} ({kind})", reverse("rights-paper", kwargs=parts)))
    return tuple(found)
