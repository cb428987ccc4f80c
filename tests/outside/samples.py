"""Small files of every kind, made here, whole or wrong in one way each."""

import io
import zipfile
from collections.abc import Mapping

import docx
import xlsxwriter
from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def word_file() -> bytes:
    """A real Word document."""
    out = io.BytesIO()
    file = docx.Document()
    file.add_paragraph("Our policy")
    file.save(out)
    return out.getvalue()


def spreadsheet() -> bytes:
    """A real Excel file."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write_string(0, 0, "Name")
    return out.getvalue()


def open_document(kind: str = "text") -> bytes:
    """A small OpenDocument file."""
    return archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<office/>"})


def archive(entries: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, content in entries.items():
            file.writestr(name, content)
    return out.getvalue()


def with_entries(original: bytes, entries: Mapping[str, str | bytes]) -> bytes:
    """The same archive with these entries added, or put in place of what was there."""
    with zipfile.ZipFile(io.BytesIO(original)) as file:
        kept = {name: file.read(name) for name in file.namelist() if name not in entries}
    return archive({**kept, **entries})


def picture(form: str = "JPEG", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", size, "blue").save(out, format=form, **options)
    return out.getvalue()


def photo_with_place() -> bytes:
    """A JPEG that says which phone took it and which way up it is."""
    details = Image.Exif()
    details[0x010F] = "SecretPhone"
    details[0x0112] = 6
    return picture("JPEG", exif=details.tobytes())
