"""Writes a document as a tagged PDF that screen readers can follow; needs a system library that may be absent."""

from guardbook.exports import documents
from guardbook.exports.documents import pages
from guardbook.kernel.errors import Refused

PDF_TYPE = "application/pdf"
UNAVAILABLE = (
    "This computer cannot make PDF files, because a part called Pango is not installed. "
    "Take the Word document instead, or open the page and print it to PDF from your browser."
)


def is_available() -> bool:
    """True where PDFs can be made here."""
    try:
        import weasyprint  # noqa: F401, PLC0415 (loads a system library, which takes a second or fails)
    except (ImportError, OSError):
        return False
    return True


def pdf(document: documents.Document) -> bytes:
    """Return the document as PDF/UA-1, in British English, reading nothing from outside. Seconds: call it from a job.

    Raises:
        Refused: the system library is missing; says what to use instead.
    """
    return written(pages.html(document))


def written(page: str) -> bytes:
    """Return a page of ours as PDF/UA-1. It may hold pictures within itself; nothing is read from outside.

    Raises:
        Refused: the system library is missing; says what to use instead.
    """
    if not is_available():
        raise Refused(UNAVAILABLE)
    import weasyprint  # noqa: PLC0415 (as above)

    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    return bytes(weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_variant="pdf/ua-1"))
