"""The fingerprint of what a pack says, and the lock that keeps a published pack as it was."""

import hashlib
import json
import tomllib
from dataclasses import asdict
from importlib.resources.abc import Traversable

from guardbook.content.packfiles import writing
from guardbook.rules.frameworks.packs import Pack

_HEADER = "# Fingerprints of the published packs. A correction is a new version, never a new fingerprint.\n"


OURS = ("rule", "why_no_rule")
"""What is ours to change in a published pack: which of our rules reads a question, or why none does."""


def of(pack: Pack) -> str:
    """SHA-256 of all that a pack says, whatever the layout of its files, but not of what is ours to change."""
    said = asdict(pack)
    said.pop("fingerprint")
    for item in said["items"]:
        for name in OURS:
            item.pop(name)
    canonical = json.dumps(writing.plain(said), sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def locked(file: Traversable) -> dict[str, dict[str, str]]:
    """The locked fingerprints, by toolkit code and version. No file, no locks."""
    if not file.is_file():
        return {}
    return dict(tomllib.loads(file.read_text(encoding="utf-8")))


def lock_text(packs: tuple[Pack, ...]) -> str:
    """The text of ``lock.toml`` for these packs, one table for each toolkit."""
    lines = [_HEADER]
    for code in sorted({pack.code for pack in packs}):
        lines.append(f"[{code}]\n")
        lines += [f'"{pack.version}" = "{of(pack)}"\n' for pack in packs if pack.code == code]
    return "".join(lines)
