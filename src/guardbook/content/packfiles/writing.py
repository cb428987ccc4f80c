"""Writes a pack back into the shape of its file, so that reading it again gives the same value."""

from collections.abc import Mapping
from dataclasses import asdict
from enum import Enum
from io import StringIO

from ruamel.yaml import YAML

from guardbook.rules.frameworks.items import Item
from guardbook.rules.frameworks.packs import Pack

_OWN_PLACE = ("items", "imported")


def text(pack: Pack) -> str:
    """The whole pack as one YAML file."""
    raw = {name: value for name, value in asdict(pack).items() if name not in _OWN_PLACE}
    if pack.imported is not None:
        raw["imported"] = {**asdict(pack.imported), "at": pack.imported.at.isoformat()}
    raw["items"] = [_item(item) for item in pack.items]
    out = StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.width = 110
    writer.representer.ignore_aliases = lambda _data: True
    writer.dump(plain(raw), out)
    return out.getvalue()


def _item(item: Item) -> dict[str, object]:
    raw = asdict(item)
    group, subgroup = raw.pop("group"), raw.pop("subgroup")
    raw["topic"] = [group, subgroup] if group else None
    raw["source_register"] = raw.pop("register")
    raw["prior_refs"] = dict(item.prior_refs)
    return raw


def plain(value: object) -> object:
    """Lists, names with values and plain words only. What is empty is left out, so that it reads the same later on,
    when questions may have more fields.
    """
    if isinstance(value, Mapping):
        return {str(name): plain(each) for name, each in value.items() if each not in (None, "", (), [], {})}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return str(value.value) if isinstance(value, Enum) else value
