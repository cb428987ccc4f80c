"""Writes a product back into the shape of its file, so that reading it again gives the same facts."""

from datetime import date
from io import StringIO

from ruamel.yaml import YAML

from guardbook.content.endings.shapes import NOT_ANNOUNCED, OVER
from guardbook.rules.registers.endings.published import Edition, Product, Release


def text(product: Product) -> str:
    """The whole product as one YAML file."""
    raw = {
        "product": product.key,
        "name": product.name,
        "source": product.source,
        "looked_on": product.looked_on,
        "confidence": product.confidence.value,
        "releases": {
            name: _release(product.of(name)) for name in dict.fromkeys(each.name for each in product.releases)
        },
    }
    out = StringIO()
    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = False
    writer.allow_unicode = True
    writer.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # the newest stays first
    writer.width = 110
    writer.dump(raw, out)
    return out.getvalue()


def _release(editions: tuple[Release, ...]) -> object:
    first = editions[0]
    ends: object = {each.edition.value: _ends(each) for each in editions}
    if [each.edition for each in editions] == [Edition.ANY]:
        ends = _ends(first)
    said: dict[str, object] = {"ends": ends}
    if first.extended:
        said["extended"] = first.extended[0].until
    if first.released_on:
        said["released"] = first.released_on
    if first.called:
        said["called"] = list(first.called)
    return said if len(said) > 1 or isinstance(ends, dict) else ends


def _ends(release: Release) -> date | str:
    return release.ends_on or (OVER if release.is_over else NOT_ANNOUNCED)
