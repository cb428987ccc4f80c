"""Puts the files of one version together, following ``based_on`` where a pack is told as differences."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from guardbook.content.faults import Fault
from guardbook.content.packfiles import reading
from guardbook.content.packfiles.shapes import ItemShape, PackShape
from guardbook.rules.frameworks import refs
from guardbook.rules.frameworks.items import Level

_INHERITED = ("made_up_names", "doubts", "confidence_notes", "standards", "assertions", "topics")
_NO_CHANGE = {"confidence": "inferred", "note": "Nothing was found about a change for care in this version."}

Raw = dict[str, Any]  # a set of names as it stands in a file, before its shape is known


@dataclass(frozen=True, slots=True)
class Sketch:
    """A version whose files all have the right shape."""

    pack: PackShape
    items: tuple[ItemShape, ...]


@dataclass(slots=True)
class _Files:
    """What the files of a version say, as plain values: the pack, and (file, question) pairs."""

    pack: Raw
    items: list[tuple[str, Raw]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def sketch(home: Traversable, version: str) -> tuple[Sketch | None, list[Fault]]:
    """The version kept in ``home``/``version``, or None with everything that is wrong with its files."""
    files = _files(home, version, ())
    pack, faults = reading.shaped(files.pack, PackShape, f"{version}/pack.yaml", "")
    items: list[ItemShape] = []
    for label, raw in files.items:
        item, more = reading.shaped(raw, ItemShape, label, str(raw.get("ref", "a question without a number")))
        faults += more
        items += [item] if item else []
    faults = files.faults + faults + _repeated(items, version)
    if pack is None or faults:
        return None, faults
    if strays := list(_unlike_the_lists(pack, items)):
        return None, strays
    return Sketch(pack, tuple(sorted(items, key=lambda item: refs.order(item.ref)))), []


def _repeated(items: list[ItemShape], version: str) -> list[Fault]:
    counts = Counter(item.ref for item in items)
    return [Fault(version, ref, "this question stands in the files twice.") for ref, n in counts.items() if n > 1]


def _unlike_the_lists(pack: PackShape, items: list[ItemShape]) -> Iterator[Fault]:
    """Where the pack writes its questions out by level, the questions must come to the same."""
    if pack.refs is None:
        return
    written = {ref: level for level in Level for ref in getattr(pack.refs, level)}
    found = {item.ref: item.level for item in items}
    for ref in sorted(written.keys() | found.keys(), key=refs.order):
        if written.get(ref) != found.get(ref):
            here, there = found.get(ref, "not there"), written.get(ref, "not there")
            yield Fault(f"{pack.version}/pack.yaml", ref, f"this comes to “{here}”, and “refs” has it as “{there}”.")


def _files(home: Traversable, version: str, behind: tuple[str, ...]) -> _Files:
    folder, label = home / version, f"{version}/pack.yaml"
    raw, faults = reading.yaml(folder / "pack.yaml", label)
    if not isinstance(raw, dict):
        return _Files({}, [], faults or [Fault(label, "", "this must be a set of names with values.")])
    found = _Files(raw, faults=faults)
    for file, content in _item_files(folder, version, found.faults):
        _take(found, file, content)
    base = raw.get("based_on")
    if isinstance(base, str):
        if base in (*behind, version):
            found.faults.append(Fault(label, "", f"version {base} is based on itself."))
        else:
            _inherit(found, _files(home, base, (*behind, version)), label)
    else:
        _take(found, label, raw.pop("items", []))
    return found


def _item_files(folder: Traversable, version: str, faults: list[Fault]) -> Iterator[tuple[str, object]]:
    items = folder / "items"
    if not items.is_dir():
        return
    for file in sorted(items.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yaml"):
            label = f"{version}/items/{file.name}"
            content, more = reading.yaml(file, label)
            faults += more
            yield label, [] if more else content


def _take(found: _Files, label: str, content: object) -> None:
    if not isinstance(content, list):
        found.faults.append(Fault(label, "", "this must be a list of questions."))
        return
    for place, item in enumerate(content, start=1):
        if isinstance(item, dict):
            found.items.append((label, item))
        else:
            found.faults.append(Fault(label, f"entry {place}", "this must be a question: a set of names with values."))


def _inherit(found: _Files, base: _Files, label: str) -> None:
    """Fill in, from the version it is based on, all that the pack does not say differently."""
    found.faults += base.faults
    for name in _INHERITED:
        if name in base.pack:
            found.pack.setdefault(name, base.pack[name])
    found.pack["sources"] = [*base.pack.get("sources", []), *found.pack.get("sources", [])]
    absent = found.pack.get("absent") or []
    changes = {change.get("ref"): change for change in found.pack.get("differences") or [] if isinstance(change, dict)}
    for item in (raw for _, raw in base.items if raw.get("ref") not in absent):
        change = changes.pop(item.get("ref"), {})
        found.items.append((label, _merged(_unchanged(item), change)))
    known = {raw.get("ref") for _, raw in base.items}
    strangers = [ref for ref in (*changes, *absent) if ref not in known or ref in changes]
    found.faults += [Fault(label, str(ref), "the version this is based on has no such question.") for ref in strangers]


def _unchanged(item: Raw) -> Raw:
    """The question as it was before the newer version changed it."""
    return _merged(item, {"changed": "unchanged", "known": {"changed": _NO_CHANGE}})


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> Raw:
    """``new`` laid over ``old``, name by name, and inside ``known`` too."""
    merged = {**old, **new}
    if isinstance(old.get("known"), dict) and isinstance(new.get("known"), dict):
        merged["known"] = {**old["known"], **new["known"]}
    return merged
