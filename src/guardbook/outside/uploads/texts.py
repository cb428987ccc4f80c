"""Checks that a text file is text: it can be read, and no other kind of file hides in it."""

import re

from guardbook.kernel.errors import Refused

MAX_BYTES = 10 * 1024 * 1024
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def check(content: bytes) -> None:
    """Accept text in UTF-8, UTF-16 or the Windows alphabet that Excel still writes.

    Raises:
        Refused: too long, cannot be read as text, or looks like a web page.
    """
    if len(content) > MAX_BYTES:
        raise Refused(f"This text file is larger than {MAX_BYTES // (1024 * 1024)} MB. Split it and send the parts.")
    text = decode(content)
    if text is None or _CONTROL.search(text):
        raise Refused(
            "This file cannot be read as text. Save it again as plain text or CSV (UTF-8), or send it as a PDF."
        )
    if text.lstrip().startswith("<"):
        raise Refused("This is a web page, which can hold programs. Print it to PDF and send that.")


def decode(content: bytes) -> str | None:
    """Return the text, or None when the bytes are not text in any alphabet we accept."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
