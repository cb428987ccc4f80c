"""Reads one file about the end of support into a frozen product."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from guardbook.content.endings.shapes import OVER, Ends, OursShape, ProductShape, ReleaseShape
from guardbook.content.faults import Fault, Unsound
from guardbook.content.packfiles import reading
from guardbook.rules.registers.endings.published import Edition, Extended, Product, Release


def product(file: Traversable) -> Product:
    """The product in a file. Unsound, with every fault, where it cannot be used."""
    raw, faults = reading.yaml(file, file.name)
    shape, more = (None, faults) if faults else reading.shaped(raw, ProductShape, file.name, "")
    if shape is None:
        raise Unsound(more)
    if f"{shape.product}.yaml" != file.name:
        raise Unsound([Fault(file.name, "product", f"the file must be called {shape.product}.yaml.")])
    releases = tuple(made for name, said in shape.releases.items() for made in _releases(name, said))
    return Product(
        shape.product, shape.name, shape.looked_on, releases, confidence=shape.confidence, source=shape.source
    )


def ours(file: Traversable) -> OursShape:
    """What we add to the public list. Unsound, with every fault, where it cannot be used."""
    raw, faults = reading.yaml(file, file.name)
    shape, more = (None, faults) if faults else reading.shaped(raw, OursShape, file.name, "")
    if shape is None:
        raise Unsound(more)
    return shape


def _releases(name: str, said: Ends | ReleaseShape) -> Iterator[Release]:
    shape = said if isinstance(said, ReleaseShape) else ReleaseShape(ends=said)
    by_edition = shape.ends if isinstance(shape.ends, dict) else {Edition.ANY: shape.ends}
    extended = (Extended(shape.extended),) if shape.extended else ()
    for edition, ends in by_edition.items():
        yield _release(name, edition, ends, shape, extended)


def _release(name: str, edition: Edition, ends: Ends, shape: ReleaseShape, extended: tuple[Extended, ...]) -> Release:
    return Release(
        name,
        ends_on=None if isinstance(ends, str) else ends,
        is_over=ends == OVER,
        edition=edition,
        released_on=shape.released,
        called=shape.called,
        extended=extended,
    )
