"""Hands out the papers of an appointment, as Word or PDF."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse

from guardbook.content import links
from guardbook.exports import roles
from guardbook.exports.documents import Document, pdf, word
from guardbook.kernel.errors import NotFound
from guardbook.queries.roles import appointments
from guardbook.queries.roles.appointments import Detail
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page

_MADE = {"letter": roles.letter, "job-description": roles.job_description}
_TYPES = {"docx": (word.word, word.DOCX_TYPE), "pdf": (pdf.pdf, pdf.PDF_TYPE)}


@page(Permission.EXPORT, "GET")
def document(request: Request, appointment: UUID, name: str) -> HttpResponse:
    """The letter or the job description; raises ``Refused`` where this computer makes no PDF."""
    kind, _, ending = name.rpartition(".")
    if ending not in _TYPES:
        raise NotFound
    write, content_type = _TYPES[ending]
    made = _made(kind, appointments.detail(request.ctx, appointment))
    response = HttpResponse(write(made), content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{kind}.{ending}"'
    return response


def _made(kind: str, found: Detail) -> Document:
    if kind not in _MADE:
        raise NotFound
    return _MADE[kind](found, links.read(settings.DATA_FOLDER).regulator)
