"""Rows as lines of JSON and back, the same on both databases, for tables as some version of Guardbook knew them."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connections, models
from django.db.migrations.loader import MigrationLoader

from guardbook.kernel.errors import Refused
from guardbook.records import ledger

# Made anew by every installation, or worth nothing elsewhere: people sign in again after a restore.
LEFT_OUT = frozenset({"auth", "contenttypes", "sessions", "admin"})
_BATCH = 500
_NEWER = "This was made by a later version of Guardbook. Install that version first."

Node = tuple[str, str]
Table = type[models.Model]


def applied(alias: str) -> list[Node]:
    """The newest change of every app that this database has.

    Raises:
        Refused: the database knows changes that this version of Guardbook does not.
    """
    loader = MigrationLoader(connections[alias])
    have = set(loader.applied_migrations)
    _check_known(loader, have)
    return sorted(node for node in have if not _followers(loader, node) & have)


def at(alias: str, nodes: Iterable[Node]) -> dict[str, Table]:
    """Every table as it was at these changes, by name, in order of name.

    Raises:
        Refused: this version of Guardbook does not know one of them.
    """
    loader = MigrationLoader(connections[alias])
    wanted = list(nodes)
    _check_known(loader, wanted)
    known = loader.project_state(wanted).apps.get_models()
    kept = (model for model in known if model._meta.app_label not in LEFT_OUT and model._meta.managed)
    return {model._meta.label_lower: model for model in sorted(kept, key=lambda model: model._meta.label_lower)}


def lines(table: Table, alias: str) -> Iterator[str]:
    """Every row of a table as one line, in order of its key."""
    for row in table._default_manager.using(alias).order_by("pk").iterator(chunk_size=_BATCH):
        yield json.dumps(ledger.whole(row), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def load(table: Table, rows: Iterable[str], alias: str) -> None:
    """Store rows that ``lines`` wrote, exactly as they were."""
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        made = [_row(table, json.loads(line)) for line in batch]
        if any(getattr(column, "auto_now_add", False) for column in table._meta.concrete_fields):
            for row in made:  # a bulk insert would set the time anew
                row.save_base(raw=True, force_insert=True, using=alias)
        else:
            table._default_manager.using(alias).bulk_create(made, batch_size=_BATCH)


def _row(table: Table, said: dict[str, Any]) -> models.Model:
    columns = {column.attname: column for column in table._meta.concrete_fields}
    return table(**{name: columns[name].to_python(value) for name, value in said.items()})


def _check_known(loader: MigrationLoader, nodes: Iterable[Node]) -> None:
    if any(node not in loader.graph.nodes for node in nodes):
        raise Refused(_NEWER)


def _followers(loader: MigrationLoader, node: Node) -> set[Node]:
    return {child.key for child in loader.graph.node_map[node].children if child.key[0] == node[0]}
