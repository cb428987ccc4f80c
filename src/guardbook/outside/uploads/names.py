"""Makes the name of a file safe to keep, to show and to save on any computer."""

import re
import unicodedata

from guardbook.outside.uploads.kinds import ENDINGS, Kind

MAX_BYTES = 180
_FOLDERS = re.compile(r"[/\\]")
_FORBIDDEN = re.compile(r'[<>:"|?*]')
# A dot inside a name followed by something that looks like an ending, as in "evil.php.pdf"; "v2.1" stays.
_INNER_ENDING = re.compile(r"\.(?=[A-Za-z][A-Za-z0-9]{0,5}(?:\.|$))")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def extension(name: str) -> str:
    """Return the ending of a name, lower case and without the dot; empty when there is none."""
    base = _clean(name)
    stem, dot, ending = base.rpartition(".")
    return ending.lower() if dot and stem and re.fullmatch(r"\S{1,10}", ending) else ""


def safe(name: str, kind: Kind) -> str:
    """Return a name without folders, hidden characters or tricks, ending as the content does.

    Ordinary names in any language come back unchanged.
    """
    base = _clean(name)
    ending = extension(name)
    stem = base[: -len(ending) - 1] if ending else base
    stem = _INNER_ENDING.sub("-", stem).lstrip("=+-@ ").rstrip(". ")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"file-{stem}" if stem else "file"
    kept = ending if ENDINGS.get(ending) is kind else kind.value
    return f"{_shortened(stem)}.{kept}"


def _clean(name: str) -> str:
    last = _FOLDERS.split(name)[-1]
    # Control and format characters go: line ends forge headers, and the bidi ones turn "exe" round.
    visible = "".join(char for char in last if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"})
    composed = unicodedata.normalize("NFC", visible)
    return _FORBIDDEN.sub("-", composed).strip().lstrip(". ").rstrip(". ")


def _shortened(stem: str) -> str:
    return stem.encode()[:MAX_BYTES].decode(errors="ignore").rstrip(". ") or "file"
