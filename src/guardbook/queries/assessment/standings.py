"""Where each organisation stands, as last worked out; and whether that can still be trusted."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any
from uuid import UUID

from guardbook.queries.assessment.evaluating import Evaluated
from guardbook.queries.facts.within import Batch
from guardbook.records.models import ChainHead, Standing
from guardbook.rules.frameworks.packs import Pack


@dataclass(frozen=True, slots=True)
class Stood:
    """One organisation's standing as stored, and whether anything moved since."""

    organisation_id: UUID
    status: str
    body: Mapping[str, Any]
    is_stale: bool


def standings(batch: Batch, pack: Pack, today: date) -> Iterator[Stood]:
    """Every stored standing of the batch. Two queries.

    It is stale when its organisation's facts moved, its day has come, or the list or the rules changed.
    """
    now = marks(batch)
    rows = Standing.objects.filter(batch.rows(), framework=pack.code, version=pack.version)
    for row in rows.order_by("organisation_id"):
        same = (row.facts_seq, row.rules_fingerprint, row.pack_fingerprint) == (
            now.get(row.organisation_id, 0),
            rules_fingerprint(),
            pack.fingerprint,
        )
        passed = row.stale_on is not None and row.stale_on <= today
        yield Stood(row.organisation_id, row.status, row.body, is_stale=not same or passed)


def marks(batch: Batch) -> dict[UUID, int]:
    """How often each organisation's facts have moved. One query."""
    return dict(ChainHead.objects.filter(batch.rows()).values_list("organisation_id", "facts_seq"))


def body(found: Evaluated) -> dict[str, Any]:
    """What a standing remembers: the state of every question, and progress by level."""
    return {
        "headline": found.status.headline,
        "states": {each.item.ref: each.state.value for each in found.standings},
        "levels": {level.goal.value: [level.done, level.total] for level in found.status.levels},
    }


@lru_cache
def rules_fingerprint() -> str:
    """SHA-256 over every rule and all published content: it changes whenever a rule could answer differently."""
    digest = hashlib.sha256()
    for folder in ("rules", "library"):
        for name, content in _sources(resources.files("guardbook") / folder, folder):
            digest.update(name.encode() + b"\0" + content + b"\0")
    return digest.hexdigest()


def _sources(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}/{each.name}"
        if each.is_dir():
            yield from _sources(each, path)
        elif each.name.endswith((".py", ".yaml")):
            yield path, each.read_bytes().replace(b"\r\n", b"\n")
