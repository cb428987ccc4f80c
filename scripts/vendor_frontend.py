"""Copies the NHS design system's style and script into the package, made safe to serve.

For developers, after a new release: ``python scripts/vendor_frontend.py``. Needs npm. What
changes on the way, and why: the licensed web font and its outside address go; icons are
found beside the style sheet; every colour becomes a custom property with the original as
its default, so that our accent and the dark scheme are a short list of values.
"""

import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

PACKAGE = "nhsuk-frontend"
VERSION = "10.6.1"
TARGET = Path(__file__).parents[1] / "src/guardbook/web/static/nhsuk"
STYLE, SCRIPT = "nhsuk-frontend.min.css", "nhsuk-frontend.min.js"
FONTS = '-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",system-ui,sans-serif'

_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COLOUR = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_ICON = re.compile(r"url\(/assets/images/([^)]+)\)")
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*")


def main() -> None:
    """Fetch, transform, write, and record the fingerprint of every file written."""
    read = _fetch()
    style = read(f"dist/nhsuk/{STYLE}").decode()
    files = {f"images/{name}": read(f"dist/nhsuk/assets/images/{name}") for name in icons(style)}
    files[STYLE] = safe_style(style).encode()
    files[SCRIPT] = _SOURCE_MAP.sub("", read(f"dist/nhsuk/{SCRIPT}").decode()).encode()
    for name, content in files.items():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (TARGET / "VENDOR.json").write_text(json.dumps(_record(files), indent=2) + "\n")
    sys.stdout.write(f"Wrote {len(files)} files of {PACKAGE} {VERSION}\n")


def icons(style: str) -> set[str]:
    """Name the pictures a style sheet uses."""
    return set(_ICON.findall(style))


def safe_style(style: str) -> str:
    """Take a style sheet as published and give the one we serve."""
    style = _SOURCE_MAP.sub("", style)
    style = re.sub(r"@font-face\{[^}]*\}", "", style)
    style = style.replace("Frutiger W01,arial,sans-serif", FONTS)
    style = _ICON.sub(r"url(images/\1)", style)
    return _RULE.sub(_with_properties, style)


def _with_properties(rule: re.Match[str]) -> str:
    """Let the colours of one rule be changed by name; the focus colours stay as they are."""
    selector, body = rule.groups()
    if ":focus" in selector or selector.endswith(":root"):
        return rule[0]
    return f"{selector}{{{';'.join(_with_property(each) for each in body.split(';'))}}}"


def _with_property(declaration: str) -> str:
    name, colon, value = declaration.partition(":")
    role = _role(name)
    return name + colon + _COLOUR.sub(lambda c: f"var(--{role}-{c[1]},{c[0]})", value)


def _role(name: str) -> str:
    """Say what a colour is used as: what is written on, what is written, or a line."""
    if name.startswith("background"):
        return "paper"
    if name in {"color", "fill", "stroke"} or name.startswith("text-decoration"):
        return "ink"
    return "edge"


def _fetch() -> Callable[[str], bytes]:
    """Download the package and give a function that reads one of its files."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--pack-destination", folder]
        subprocess.run(command, check=True, capture_output=True)
        content = next(Path(folder).glob("*.tgz")).read_bytes()
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        members = {m.name: f.read() for m in archive if (f := archive.extractfile(m))}
    return lambda name: members[f"package/{name}"]


def _record(files: dict[str, bytes]) -> dict[str, object]:
    prints = {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}
    return {"package": PACKAGE, "version": VERSION, "licence": "MIT", "sha256": prints}


if __name__ == "__main__":
    main()
