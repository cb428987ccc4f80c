"""Which files may come in, and what people are told about those that may not."""

import base64
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from guardbook.kernel.errors import Refused
from guardbook.outside import uploads
from guardbook.outside.uploads import archives, kinds, pictures
from tests.outside import samples


def send(name: str, content: bytes) -> uploads.Accepted:
    """Send one file."""
    return uploads.accept(name, io.BytesIO(content))


def tried(name: str, content: bytes) -> uploads.Accepted | Refused:
    """What comes of sending a file; anything but these two is a bug."""
    try:
        return send(name, content)
    except Refused as refused:
        return refused


def refusal(name: str, content: bytes) -> str:
    """The words for a file that must not come in."""
    with pytest.raises(Refused) as caught:
        send(name, content)
    return " ".join(caught.value.reasons)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("policy.pdf", samples.PDF, "application/pdf"),
        ("policy.docx", samples.word_file(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("staff.xlsx", samples.spreadsheet(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("policy.odt", samples.open_document("text"), "application/vnd.oasis.opendocument.text"),
        ("staff.ods", samples.open_document("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
        ("staff.csv", b"name,start\nAsha,1 4 2024\n", "text/csv; charset=utf-8"),
        ("excel.csv", "name;caf\xe9\n".encode("cp1252"), "text/csv; charset=utf-8"),
        ("excel.csv", "name\tstart\n".encode("utf-16"), "text/csv; charset=utf-8"),
        ("notes.txt", b"We met on Monday.", "text/plain; charset=utf-8"),
        ("notes.md", b"# Notes", "text/markdown; charset=utf-8"),
        ("sign.png", samples.picture("PNG"), "image/png"),
        ("sign.jpeg", samples.picture("JPEG"), "image/jpeg"),
        ("sign.webp", samples.picture("WEBP"), "image/webp"),
        ("no ending", samples.PDF, "application/pdf"),
    ],
)
def test_ordinary_files_come_in(name: str, content: bytes, media_type: str) -> None:
    accepted = send(name, content)

    assert accepted.media_type == media_type
    assert len(accepted.sha256) == 64


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.pdf", b"", "empty"),
        ("policy.pdf", b"<html><script>alert(1)</script>", "web page"),
        ("notes.txt", b"\xef\xbb\xbf  <!doctype html>", "web page"),
        ("notes.txt", "<svg onload=x>".encode("utf-16"), "web page"),
        ("logo.svg", b"<svg xmlns='x'><script/></svg>", "drawing"),
        ("data.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "web page"),
        ("photo.jpg", b"GIF89a<?php system($_GET[0]); ?>", "Save the picture as PNG or JPEG"),
        ("policy.docx", samples.OLE, "password"),
        ("policy.doc", samples.OLE, "old Word file"),
        ("staff.xls", samples.OLE, "old Excel file"),
        ("setup.pdf", b"MZ" + b"\0" * 300, "Guardbook keeps"),
        ("policy.pdf.exe", samples.PDF, "Guardbook keeps"),
        ("policy.pdf\u202efdp.exe", samples.PDF, "Guardbook keeps"),
        ("staff.xlsm", samples.spreadsheet(), "macros"),
        ("policy.pdf", samples.picture("PNG"), "inside it is a PNG"),
        ("policy.docx", samples.spreadsheet(), "inside it is a XLSX"),
        ("policy.pdf", b"just words", "does not hold one"),
        ("cut.pdf", b"%PDF-1.7 and then nothing", "cut short"),
        ("words.txt", b"a\x00b\x07", "cannot be read as text"),
        ("files.zip", samples.archive({"a.txt": "a"}), "one by one"),
        ("slides.pptx", samples.archive({"ppt/presentation.xml": "<p/>"}), "slides as a PDF"),
        ("cut.docx", samples.word_file()[:900], "damaged"),
    ],
)
def test_other_files_are_refused_in_words(name: str, content: bytes, words: str) -> None:
    assert words in refusal(name, content)


def test_a_file_that_is_too_large_is_refused_before_it_is_all_read() -> None:
    stream = io.BytesIO(b"a" * 5_000)

    with pytest.raises(Refused, match="larger than"):
        uploads.accept("notes.txt", stream, max_bytes=1_000)

    assert stream.tell() == 1_001


def test_the_agreed_test_virus_is_refused() -> None:
    eicar = base64.b64decode(
        "WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo="
    )

    assert "virus" in refusal("eicar.txt", eicar)


def test_a_photo_loses_its_hidden_details_and_stands_upright() -> None:
    accepted = send("photo.jpg", samples.photo_with_place())

    with Image.open(io.BytesIO(accepted.content)) as picture:
        assert picture.size == (20, 40)
        assert not picture.getexif()
    assert b"SecretPhone" not in accepted.content
    assert "Hidden details" in accepted.notes[0]


def test_bytes_hidden_behind_a_picture_are_gone() -> None:
    accepted = send("photo.png", samples.picture("PNG") + b"<?php evil ?>")

    assert b"evil" not in accepted.content


def test_a_photo_with_the_wrong_ending_gets_the_right_one() -> None:
    assert send("photo.png", samples.picture("JPEG")).name == "photo.jpg"


def test_a_picture_with_too_many_dots_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MAX_PIXELS", 700)

    assert "million dots" in refusal("photo.png", samples.picture("PNG"))


def test_a_damaged_picture_is_refused() -> None:
    assert "damaged" in refusal("photo.png", samples.picture("PNG")[:45])


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"word/vbaProject.bin": b"x"}, "macros"),
        ({"word/activeX/activeX1.xml": b"<a/>"}, "macros"),
        ({"../../etc/cron.d/x": b"x"}, "unsafe way"),
        ({"/etc/passwd": b"x"}, "unsafe way"),
        ({"C:\\x": b"x"}, "unsafe way"),
        ({"WORD/document.xml": b"<a/>"}, "unsafe way"),
        ({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}, "unsafe way"),
        ({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".encode("utf-16")}, "unsafe way"),
        ({"word/media/zeros.bin": b"\0" * 5_000_000}, "far too large"),
        ({"[Content_Types].xml": b"<Types/>"}, "damaged"),
        ({"[Content_Types].xml": b"<Types"}, "damaged"),
        (
            {
                "word/_rels/settings.xml.rels": b'<R><X Type="http://x/attachedTemplate" '
                b'TargetMode="External" Target="http://x/"/></R>'
            },
            "elsewhere",
        ),
    ],
)
def test_a_document_with_a_trick_inside_is_refused(entries: dict[str, bytes], words: str) -> None:
    assert words in refusal("policy.docx", samples.with_entries(samples.word_file(), entries))


def test_a_link_to_a_web_site_in_a_document_is_fine() -> None:
    links = b'<R><X Type="http://x/hyperlink" TargetMode="External" Target="https://www.example.org/"/></R>'

    accepted = send("policy.docx", samples.with_entries(samples.word_file(), {"word/_rels/more.xml.rels": links}))

    assert accepted.kind is kinds.Kind.DOCX


def test_a_chart_inside_a_document_is_fine_and_an_archive_inside_that_is_not() -> None:
    chart = samples.spreadsheet()
    nested = samples.with_entries(chart, {"more.xlsx": chart})

    send("policy.docx", samples.with_entries(samples.word_file(), {"word/embeddings/chart.xlsx": chart}))

    assert "far too large" in refusal(
        "policy.docx", samples.with_entries(samples.word_file(), {"word/embeddings/chart.xlsx": nested})
    )


def test_an_archive_of_thousands_of_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_ENTRIES", 5)

    assert "far too large" in refusal("policy.docx", samples.word_file())


def test_an_archive_whose_parts_share_bytes_is_refused() -> None:
    content = bytearray(samples.archive({"word/document.xml": b"a" * 900}, zipfile.ZIP_STORED))
    start = content.index(b"PK\x01\x02")
    content[start + 20 : start + 24] = (2_000).to_bytes(4, "little")

    assert "far too large" in refusal("policy.docx", bytes(content))


def test_a_locked_document_is_refused() -> None:
    content = bytearray(samples.word_file())
    start = content.index(b"PK\x01\x02")
    content[start + 8] |= 1

    assert "password" in refusal("policy.docx", bytes(content))


def test_a_link_to_another_file_in_an_archive_is_refused() -> None:
    out = io.BytesIO(samples.word_file())
    with zipfile.ZipFile(out, "a") as file:
        entry = zipfile.ZipInfo("word/link")
        entry.external_attr = 0o120777 << 16
        file.writestr(entry, "/etc/passwd")

    assert "unsafe way" in refusal("policy.docx", out.getvalue())


@given(
    name=st.text(max_size=40),
    start=st.sampled_from([b"", b"PK\x03\x04", b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<", b"RIFF"]),
    rest=st.binary(max_size=200),
)
def test_whatever_is_sent_comes_in_safe_or_is_refused_in_words(name: str, start: bytes, rest: bytes) -> None:
    outcome = tried(name, start + rest)

    match outcome:
        case Refused():
            assert all(reason.endswith(".") for reason in outcome.reasons)
        case uploads.Accepted():
            assert outcome.name.endswith(tuple(f".{ending}" for ending in kinds.ENDINGS))


@given(position=st.integers(0, 5_000), value=st.integers(0, 255))
def test_a_document_with_one_changed_byte_never_breaks_the_reader(position: int, value: int) -> None:
    content = bytearray(samples.spreadsheet())
    content[position % len(content)] = value

    outcome = tried("staff.xlsx", bytes(content))

    assert isinstance(outcome, Refused) or outcome.kind is kinds.Kind.XLSX
