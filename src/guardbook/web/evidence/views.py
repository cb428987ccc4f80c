"""Hands out stored files, so that a browser saves them and never runs them."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from guardbook.actions import evidence
from guardbook.rules.access import Permission
from guardbook.web.door import Request, page

# Even a file that got past every check may run nothing, load nothing and reach nothing of ours.
POLICY = "sandbox; default-src 'none'"


@page(Permission.EVIDENCE_VIEW, "GET")
def read_file(request: Request, evidence_id: UUID) -> HttpResponse:
    """Send a stored file to be saved."""
    read = evidence.read_file(request.ctx, evidence_id=evidence_id)
    tag = f'"{read.proof.fingerprint}"'
    headers = {
        "Content-Disposition": content_disposition_header(True, read.proof.file_name) or "attachment",
        "ETag": tag,
        "Cache-Control": "private, no-cache",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": POLICY,
    }
    response = HttpResponse(read.content, content_type=read.proof.media_type, headers=headers)
    return get_conditional_response(request, etag=tag, response=response) or response
