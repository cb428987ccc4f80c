"""Checks Word, Excel and OpenDocument files, which are archives inside: no bombs, no macros, no tricks."""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from guardbook.kernel.errors import Refused
from guardbook.outside.uploads.kinds import Kind

MAX_ENTRIES = 5_000
MAX_UNPACKED = 300 * 1024 * 1024
MAX_RATIO = 200  # real documents reach about 30; a bomb a thousand
SMALL = 1024 * 1024  # below this a high ratio harms nobody (a page of spaces)
MAX_DEPTH = 1  # a chart in a document carries its own small spreadsheet; that one may carry none

_CHUNK = 64 * 1024
# What the standard library raises, depending on which byte is wrong.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, RuntimeError)
_DAMAGED = "This file is damaged or not what it says. Open it, save it again and send that."
_BOMB = "This file would unpack to something far too large, so it was not kept. Save it as a PDF and send that."
_TRICK = "This file is packed in an unsafe way, so it was not kept. Open it, save it again and send that."
_LOCKED = "This file has a password. Remove the password and send it again."
_MACROS = "This file holds macros, which are small programs. Save a copy without macros, or as PDF."
_REMOTE = "This file fetches parts of itself from elsewhere. Save it as a PDF and send that."

_MACRO_PARTS = re.compile(r"(^|/)(vbaProject\.bin|activeX/|Basic/|Scripts/|macrosheets/)", re.IGNORECASE)
_REMOTE_LINKS = ("/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/externalLinkPath")
_MAIN_PARTS: dict[Kind, str] = {
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
}
_MIMETYPES: dict[Kind, bytes] = {
    Kind.ODT: b"application/vnd.oasis.opendocument.text",
    Kind.ODS: b"application/vnd.oasis.opendocument.spreadsheet",
}


def check(content: bytes, kind: Kind) -> None:
    """Read the whole archive once, in small pieces, and make sure that it is the document it says.

    Raises:
        Refused: a bomb, a trick, a password, macros, remote parts, or not really this kind.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_archive(archive, len(content), depth=0)
            _check_document(archive, kind)
    except _UNREADABLE as error:
        raise Refused(_DAMAGED) from error


def _check_archive(archive: zipfile.ZipFile, size: int, depth: int) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Refused(_BOMB)
    # More packed bytes than the file holds means that entries share them: a known bomb.
    if sum(entry.compress_size for entry in entries) > size:
        raise Refused(_BOMB)
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise Refused(_TRICK)
    for entry in entries:
        _check_entry(entry)
        _check_content(archive, entry, depth)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 0x1:
        raise Refused(_LOCKED)
    if stat.S_ISLNK(entry.external_attr >> 16) or _leaves_folder(entry.orig_filename):
        raise Refused(_TRICK)
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise Refused(_DAMAGED)
    if entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
        raise Refused(_BOMB)
    if _MACRO_PARTS.search(entry.filename):
        raise Refused(_MACROS)


def _leaves_folder(name: str) -> bool:
    return name.startswith("/") or "\\" in name or "\0" in name or ":" in name or ".." in name.split("/")


def _check_content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, depth: int) -> None:
    is_xml = entry.filename.endswith((".xml", ".rels"))
    tail = b""
    for number, piece in enumerate(_pieces(archive, entry)):
        if number == 0 and piece.startswith(b"PK\x03\x04"):
            _check_nested(archive, entry, depth)
        if is_xml:
            window = tail + piece.replace(b"\0", b"")  # the same words in two-byte letters
            if b"<!ENTITY" in window:
                raise Refused(_TRICK)
            tail = window[-16:]


def _check_nested(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, depth: int) -> None:
    if depth >= MAX_DEPTH:
        raise Refused(_BOMB)
    inner = archive.read(entry)
    with zipfile.ZipFile(io.BytesIO(inner)) as nested:
        _check_archive(nested, len(inner), depth + 1)


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as handle:
        while piece := handle.read(_CHUNK):
            yield piece


def _check_document(archive: zipfile.ZipFile, kind: Kind) -> None:
    if kind in _MIMETYPES:
        if archive.read("mimetype").strip() != _MIMETYPES[kind]:
            raise Refused(_DAMAGED)
        archive.getinfo("content.xml")
        return
    types = {element.get("ContentType", "") for element in _xml(archive, "[Content_Types].xml").iter()}
    if any("macroEnabled" in value or "vbaProject" in value for value in types):
        raise Refused(_MACROS)
    if _MAIN_PARTS[kind] not in types:
        raise Refused(_DAMAGED)
    for name in archive.namelist():
        if name.endswith(".rels"):
            _check_links(archive, name)


def _check_links(archive: zipfile.ZipFile, name: str) -> None:
    for link in _xml(archive, name).iter():
        if link.get("TargetMode") == "External" and link.get("Type", "").endswith(_REMOTE_LINKS):
            raise Refused(_REMOTE)


def _xml(archive: zipfile.ZipFile, name: str) -> Element:
    try:
        return defusedxml.ElementTree.fromstring(archive.read(name))
    except DefusedXmlException as error:
        raise Refused(_TRICK) from error
    except ParseError as error:
        raise Refused(_DAMAGED) from error
