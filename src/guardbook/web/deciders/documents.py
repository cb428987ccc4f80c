"""Sends a document as Word or PDF."""

from django.http import HttpResponse

from guardbook.exports.documents import Document, pdf, word
from guardbook.kernel.errors import NotFound
from guardbook.web import downloads

_FORMS = {"docx": (word.word, word.DOCX_TYPE), "pdf": (pdf.pdf, pdf.PDF_TYPE)}


def sent(document: Document, form: str, name: str) -> HttpResponse:
    """The document to save.

    Raises:
        NotFound: no such form.
        Refused: this computer makes no PDF.
    """
    if form not in _FORMS:
        raise NotFound
    write, media_type = _FORMS[form]
    return downloads.file(write(document), media_type, f"{name}.{form}")
