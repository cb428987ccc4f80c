"""Answers with a document or a spreadsheet to keep."""

from datetime import datetime

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from guardbook.exports import sheets
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound


def file(content: bytes, media_type: str, name: str) -> HttpResponse:
    """Give a document to save under a name."""
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "Cache-Control": "private",
    }
    return HttpResponse(content, content_type=media_type, headers=headers)


def sheet(of: sheets.Sheet, form: str, name: str, now: datetime) -> HttpResponse:
    """Give a sheet as ``xlsx`` or ``csv``. Raises NotFound for any other form."""
    match form:
        case "xlsx":
            response = HttpResponse(sheets.xlsx(of.title, [of], made_at=now), content_type=sheets.XLSX_TYPE)
        case "csv":
            response = HttpResponse(sheets.csv(of), content_type=sheets.CSV_TYPE)
        case _:
            raise NotFound
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-{clock.uk_today(now)}.{form}"'
    return response
