"""Tells what a file is from its content, and refuses what we do not keep.

The list is short on purpose. Each kind can be opened by anybody a year from now, holds no
programs, and can be checked. So: no slides (save as PDF), no HEIC (phones offer JPEG), no
web pages or SVG (they can run scripts), no archives, no macros.
"""

import io
import zipfile
import zlib
from enum import StrEnum

import filetype

from guardbook.kernel.errors import Refused


class Kind(StrEnum):
    """The kinds of file that Guardbook keeps; the value is the ending of the name."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    CSV = "csv"
    TXT = "txt"
    MARKDOWN = "md"
    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"


MEDIA_TYPES: dict[Kind, str] = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Kind.CSV: "text/csv; charset=utf-8",
    Kind.TXT: "text/plain; charset=utf-8",
    Kind.MARKDOWN: "text/markdown; charset=utf-8",
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
    Kind.WEBP: "image/webp",
}
PICTURES = frozenset({Kind.PNG, Kind.JPEG, Kind.WEBP})
ARCHIVES = frozenset({Kind.DOCX, Kind.XLSX, Kind.ODT, Kind.ODS})
TEXTS = frozenset({Kind.CSV, Kind.TXT, Kind.MARKDOWN})
ENDINGS: dict[str, Kind] = {kind.value: kind for kind in Kind} | {"jpeg": Kind.JPEG, "markdown": Kind.MARKDOWN}

ADVICE: dict[str, str] = {
    "doc": "This is an old Word file. Open it in Word and save it as .docx or PDF.",
    "xls": "This is an old Excel file. Open it in Excel and save it as .xlsx.",
    "ppt": "Save the slides as a PDF and send that.",
    "pptx": "Save the slides as a PDF and send that.",
    "docm": "This document holds macros, which are small programs. Save it as .docx or PDF.",
    "xlsm": "This spreadsheet holds macros, which are small programs. Save it as .xlsx.",
    "heic": "This is a phone picture of a kind many computers cannot open. Save it as JPEG.",
    "gif": "Save the picture as PNG or JPEG.",
    "tif": "Save the scan as PDF.",
    "bmp": "Save the picture as PNG or JPEG.",
    "svg": "This drawing can hold programs. Save it as PNG or PDF.",
    "html": "This is a web page, which can hold programs. Print it to PDF and send that.",
    "zip": "Take the files out of the folder and send them one by one.",
    "eml": "Print the email to PDF and send that.",
    "msg": "Print the email to PDF and send that.",
}
_SAME_ADVICE = {"htm": "html", "xhtml": "html", "mht": "html", "mhtml": "html", "svgz": "svg", "heif": "heic"}
_SAME_ADVICE |= {"avif": "heic", "tiff": "tif", "dotm": "docm", "xltm": "xlsm", "xlsb": "xlsm", "pptm": "pptx"}
_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_KEPT = "Guardbook keeps PDF, Word (.docx), Excel (.xlsx), OpenDocument, CSV, plain text, PNG, JPEG and WebP files."


def of(ending: str, content: bytes) -> Kind:
    """Return what the content is; ``ending`` is the name's, lower case, without the dot ("" when it has none).

    Raises:
        Refused: a kind we do not keep, or the content is not what the name says.
    """
    found = _found(content)
    if found is None:
        return _text(ending, content)
    if found == "ole":
        raise _old_office(ending)
    if found not in ENDINGS:
        raise _not_kept(found)
    kind = ENDINGS[found]
    named = ENDINGS.get(ending)
    if ending and named is None:
        raise _not_kept(ending)
    # A JPEG called .png is a slip that phones make; it is redrawn and renamed. Anything else is not.
    if named not in {None, kind} and not {named, kind} <= PICTURES:
        raise Refused(
            f"The name ends in .{ending}, but inside it is a {kind.value.upper()} file. "
            "Open it, save it again as the kind it should be, and send that."
        )
    return kind


def _found(content: bytes) -> str | None:
    """Name what the first bytes say; None when they say nothing, which text files do."""
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "ole"
    if content.startswith(b"PK"):
        return _in_archive(content)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    guess = filetype.guess(content)
    return None if guess is None else str(guess.extension)


def _in_archive(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            mimetype = _start_of(archive, "mimetype") if "mimetype" in names else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise Refused("This file is damaged. Open it, save it again and send that.") from error
    if mimetype.startswith(b"application/vnd.oasis.opendocument."):
        return {b"text": "odt", b"spreadsheet": "ods"}.get(mimetype.strip().rpartition(b".")[2], "zip")
    return next((ending for part, ending in _PARTS.items() if part in names), "zip")


def _start_of(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as handle:
        return handle.read(100)


def _old_office(ending: str) -> Refused:
    if ENDINGS.get(ending) in ARCHIVES:
        return Refused(
            "This file has a password, or is an old Office file. Save it without a password as .docx or .xlsx."
        )
    return _not_kept(ending if ending in {"doc", "xls", "ppt", "msg"} else "doc")


def _text(ending: str, content: bytes) -> Kind:
    start = content[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if start.startswith(b"<"):
        raise _not_kept("svg" if b"<svg" in start.lower() else "html")
    if ending and ENDINGS.get(ending) is None:
        raise _not_kept(ending)
    kind = ENDINGS.get(ending, Kind.TXT)
    if kind not in TEXTS:
        raise Refused(
            f"The name ends in .{ending}, but the file does not hold one. It may be damaged, or have a password. "
            "Open it, save it again and send that."
        )
    return kind


def _not_kept(ending: str) -> Refused:
    advice = ADVICE.get(_SAME_ADVICE.get(ending, ending), "Save it as a PDF and send that.")
    return Refused(f"{advice} {_KEPT}")
