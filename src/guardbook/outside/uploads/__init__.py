"""Decides whether a file that somebody sends may come in, and makes it safe; every refusal says what to do instead."""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from guardbook.kernel.errors import Refused
from guardbook.outside.uploads import archives, kinds, names, pictures, texts

MAX_BYTES = 25 * 1024 * 1024
_EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A file that may be kept: a safe name, what it really is, and the bytes to store.

    ``notes`` are sentences to show to the person (for instance that hidden picture details were removed).
    """

    name: str
    kind: kinds.Kind
    content: bytes
    sha256: str
    notes: tuple[str, ...] = ()

    @property
    def media_type(self) -> str:
        """The type to send it out with."""
        return kinds.MEDIA_TYPES[self.kind]


def accept(name: str, stream: BinaryIO, *, max_bytes: int = MAX_BYTES) -> Accepted:
    """Read a file that somebody sent and return what may be stored.

    ``stream`` is read from where it stands, never past ``max_bytes``.

    Raises:
        Refused: the file may not come in; each reason says what to do instead.
    """
    content = _read(stream, max_bytes)
    kind = kinds.of(names.extension(name), content)
    _refuse_test_virus(content)
    notes: tuple[str, ...] = ()
    if kind in kinds.PICTURES:
        content, notes = pictures.clean(content, kind)
    elif kind in kinds.ARCHIVES:
        archives.check(content, kind)
    elif kind in kinds.TEXTS:
        texts.check(content)
    elif b"%%EOF" not in content:
        raise Refused("This PDF is cut short or damaged. Save it again and send that.")
    return Accepted(names.safe(name, kind), kind, content, hashlib.sha256(content).hexdigest(), notes)


def _read(stream: BinaryIO, max_bytes: int) -> bytes:
    content = stream.read(max_bytes + 1)
    if not content:
        raise Refused("This file is empty. Choose the file again.")
    if len(content) > max_bytes:
        raise Refused(
            f"This file is larger than {max_bytes // (1024 * 1024)} MB. "
            "Save a smaller copy, or write down where the file is kept instead."
        )
    return content


def _refuse_test_virus(content: bytes) -> None:
    # The industry's agreed test file: harmless, and stands for "a scanner would stop this".
    if _EICAR in content[:2048]:
        raise Refused("This file is marked as a virus, so it was not kept. Ask whoever looks after your computers.")
