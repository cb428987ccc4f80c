"""Answers with a spreadsheet to keep, in the form the address asks for."""

from datetime import datetime

from django.http import HttpResponse

from guardbook.exports import sheets
from guardbook.kernel import clock
from guardbook.kernel.errors import NotFound


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
