"""What counts today: the library's products, or newer ones from the data folder, with what we add to both."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from guardbook.content import packs
from guardbook.content.endings import reading
from guardbook.content.endings.shapes import OursShape, SelfUpdatingShape
from guardbook.rules.registers.endings.published import Edition, Endings, Extended, Product, Release

OURS = "ours.yaml"
_NONE: Mapping[str, tuple[str, ...]] = {}


def endings(data_folder: Path | None = None) -> Endings:
    """Every end of support we know of. Unsound, in words, where a file cannot be used."""
    folder = data_folder / "endings" if data_folder else None
    files = sorted(folder.glob("*.yaml")) if folder is not None and folder.is_dir() else []
    return _joined(tuple((file, file.stat().st_mtime_ns) for file in files))


def held(data_folder: Path | None = None) -> Mapping[str, Product]:
    """The public list as it is held, the newer of library and data folder, without what we add."""
    folder = data_folder / "endings" if data_folder else None
    files = sorted(folder.glob("*.yaml")) if folder is not None and folder.is_dir() else []
    return _newest(tuple((file, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=4)
def _joined(brought: tuple[tuple[Path, int], ...]) -> Endings:
    ours = reading.ours(packs.library() / "endings" / OURS)
    public = _newest(brought)
    found = {key: _with_ours(product, ours) for key, product in public.items()}
    found |= {each.product: _self_updating(each, ours) for each in ours.self_updating}
    for each in ours.unlisted:
        found[each.product] = Product(
            each.product, each.name, ours.looked_on, source=ours.source, asks=ours.asks.get(each.product, "")
        )
    return Endings(found)


@lru_cache(maxsize=4)
def _newest(brought: tuple[tuple[Path, int], ...]) -> Mapping[str, Product]:
    found = {product.key: product for product in _library()}
    for file, _stamp in brought:
        product = reading.product(file)
        if product.key not in found or product.looked_on > found[product.key].looked_on:
            found[product.key] = product
    return found


def _library() -> Iterator[Product]:
    files = (each for each in (packs.library() / "endings").iterdir() if each.name.endswith(".yaml"))
    yield from (reading.product(each) for each in sorted(files, key=lambda file: file.name) if each.name != OURS)


def _with_ours(product: Product, ours: OursShape) -> Product:
    return replace(
        product,
        releases=tuple(_release(product.key, each, ours) for each in product.releases),
        updates_itself=product.key in ours.updates_itself,
        asks=ours.asks.get(product.key, ""),
    )


def _release(key: str, release: Release, ours: OursShape) -> Release:
    extended = tuple(
        Extended(each.until, each.name, each.confidence)
        for each in ours.extended
        if each.product == key and each.release == release.name
    )
    called = ours.called.get(key, _NONE).get(release.name, ())
    if release.edition in {Edition.ENTERPRISE, Edition.HOME_PRO}:  # these names are of the long-term edition
        called = ()
    return replace(release, extended=release.extended + extended, called=release.called + called)


def _self_updating(shape: SelfUpdatingShape, ours: OursShape) -> Product:
    only = Release(shape.name, called=shape.called)
    return Product(
        shape.product,
        shape.name,
        ours.looked_on,
        (only,),
        updates_itself=True,
        confidence=shape.confidence,
        source=ours.source,
    )
