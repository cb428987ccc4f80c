"""The toolkits' question lists, read once from the package (or from a data folder) into frozen values."""

from dataclasses import replace
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from guardbook.content import fingerprints
from guardbook.content.faults import Fault, Unsound
from guardbook.content.packfiles import assembling, building, reading
from guardbook.content.packfiles.shapes import FrameworkShape
from guardbook.kernel.errors import NotFound
from guardbook.rules.frameworks.packs import Framework, Pack


def library() -> Traversable:
    """The folder of everything we publish with the package."""
    return resources.files("guardbook") / "library"


@lru_cache
def codes() -> tuple[str, ...]:
    """The toolkits we have, such as "dspt"."""
    folders = (library() / "frameworks").iterdir()
    return tuple(sorted(each.name for each in folders if (each / "framework.yaml").is_file()))


@lru_cache
def framework(code: str) -> Framework:
    """A toolkit across its versions. NotFound where we have no such toolkit."""
    _require(code)
    return read_framework(library() / "frameworks" / code)


@lru_cache
def load(code: str, version: str) -> Pack:
    """A pack that came with the package. NotFound where there is none; Unsound where its files are faulty."""
    _require(code)
    if version not in framework(code).versions:
        raise NotFound(f"There is no version {version} of {code}.")
    return read(library() / "frameworks" / code, version)


def newest(code: str) -> Pack:
    """The newest pack that came with the package."""
    return load(code, framework(code).newest)


def imported(code: str, data_folder: Path) -> tuple[Pack, ...]:
    """The official lists a person has imported into the data folder, oldest version first.

    Unsound where one was changed by hand since.
    """
    home = data_folder / "frameworks" / code
    if not home.is_dir():
        return ()
    names = sorted((each.name for each in home.iterdir() if (each / "pack.yaml").is_file()), key=_age)
    return tuple(_unaltered(home, name, (home / name / "pack.yaml").stat().st_mtime_ns) for name in names)


def find(code: str, version: str, data_folder: Path | None = None) -> Pack:
    """A pack by version ("8" or "8-official"), wherever it is kept. NotFound where there is none."""
    if version in framework(code).versions:
        return load(code, version)
    brought = imported(code, data_folder) if data_folder else ()
    chosen = next((pack for pack in brought if pack.version == version), None)
    if chosen is None:
        raise NotFound(f"There is no version {version} of {code}.")
    return chosen


def read(home: Traversable, version: str) -> Pack:
    """The pack in ``home``/``version``, with its fingerprint. Unsound, with every fault, where it cannot be used."""
    sketch, faults = assembling.sketch(home, version)
    if sketch is None:
        raise Unsound(faults)
    pack = building.pack(sketch)
    return replace(pack, fingerprint=fingerprints.of(pack))


def read_framework(home: Traversable) -> Framework:
    """The toolkit described in ``home``/framework.yaml. Unsound where the file is faulty."""
    raw, faults = reading.yaml(home / "framework.yaml", "framework.yaml")
    shape, more = (None, faults) if faults else reading.shaped(raw, FrameworkShape, "framework.yaml", "")
    if shape is None:
        raise Unsound(more)
    return building.framework(shape)


@lru_cache
def _unaltered(home: Path, version: str, stamp: int) -> Pack:  # noqa: ARG001 - the stamp makes a rewritten file be read anew
    sketch, faults = assembling.sketch(home, version)
    if sketch is None:
        raise Unsound(faults)
    pack = building.pack(sketch)
    if pack.fingerprint != fingerprints.of(pack):
        raise Unsound([Fault(f"{version}/pack.yaml", "", "this was changed after the import. Import the list again.")])
    return pack


def _require(code: str) -> None:
    if code not in codes():
        raise NotFound(f"There is no toolkit called {code}.")


def _age(version: str) -> tuple[int, str]:
    number = version.partition("-")[0]
    return (int(number) if number.isdigit() else 0, version)
