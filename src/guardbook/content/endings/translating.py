"""Reads the public list of ends of support (endoflife.date, as it is downloaded) into our products and names.

Upstream knows many more details and names than we need. Each product has a few lines here that
say how its releases are named by people; what nobody in a care home has is left out.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guardbook.content.faults import Fault, Unsound
from guardbook.rules.registers.endings.published import Edition, Extended, Product, Release

_SERVICE_PACK = re.compile(r"\s+(?:SP\d\w*|CU\d+|SU\d+|UR\d+|Azure.*|'.*')(?=\s|$)")
_ELSEWHERE = re.compile(r"\((?:India|USA)\)|\bUW$|^(?:W2\d|Gear|Z\d|ATIV|Galaxy Gear)\b")
_WINDOWS = re.compile(r"^(?P<name>\d+-\w+?)(?:-(?P<edition>w|e|e-lts|iot|iot-lts))?$")
_EDITIONS = {
    None: Edition.ANY,
    "w": Edition.HOME_PRO,
    "e": Edition.ENTERPRISE,
    "e-lts": Edition.LONG_TERM,
    "iot": Edition.IOT,
    "iot-lts": Edition.IOT,
}
Raw = Mapping[str, object]
Named = tuple[str, Edition, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Download:
    """A list as it was downloaded: the products we know, when it was made, and where it says that it is from."""

    products: tuple[Product, ...]
    looked_on: date
    source: str


def _plain(raw: Raw) -> Named | None:
    """The cycle is the name: iOS 17, Chrome 109."""
    code = raw.get("codename")
    return str(raw["releaseCycle"]), Edition.ANY, (str(code),) if code else ()


def _windows(raw: Raw) -> Named | None:
    found = _WINDOWS.match(str(raw["releaseCycle"]))
    label = re.sub(r"\s*(?:\([EW]\)|IoT|IOT|SP\d)", "", str(raw["releaseLabel"]))
    build = str(raw.get("latest", "")).removeprefix("10.0.")
    called = (build,) if build.isdigit() else ()
    return label, _EDITIONS[found["edition"] if found else None], called


def _server(raw: Raw) -> Named | None:
    if str(raw["releaseCycle"]).endswith(("-sac", "-ac")):
        return None
    return _label(raw).removeprefix("Windows Server "), Edition.ANY, ()


def _by_year(raw: Raw) -> Named | None:
    label = "Subscription Edition" if raw["releaseCycle"] == "subscription" else _label(raw)
    return label, Edition.ANY, ()


def _android(raw: Raw) -> Named | None:
    code = (str(raw["codename"]),) if raw.get("codename") else ()
    return str(raw["releaseCycle"]), Edition.ANY, ("12L",) if raw["releaseCycle"] == "12.1" else code


def _iphone(raw: Raw) -> Named | None:
    return f"iPhone {_label(raw)}", Edition.ANY, ("iPhone Air",) if raw["releaseCycle"] == "air" else ()


def _ipad(raw: Raw) -> Named | None:
    """The list names newer iPads by their chip; the boxes and the shops count generations."""
    line, _, rest = str(raw["releaseCycle"]).partition("-")
    number = line if line.isdigit() else rest.partition("-")[0]
    counted = f"iPad{'' if line.isdigit() else f' {line.capitalize()}'} ({number}th generation)"
    return _label(raw), Edition.ANY, () if line == "pro" or "generation" in _label(raw) else (counted,)


def _model(raw: Raw) -> Named | None:
    label = _label(raw)
    return None if _ELSEWHERE.search(label) else (label, Edition.ANY, ())


_NAMES: Mapping[str, tuple[str, Callable[[Raw], Named | None]]] = {
    "windows": ("Windows", _windows),
    "windows-server": ("Windows Server", _server),
    "macos": ("macOS", _plain),
    "ios": ("iOS", _plain),
    "ipados": ("iPadOS", _plain),
    "android": ("Android", _android),
    "ubuntu": ("Ubuntu", _plain),
    "office": ("Microsoft Office", _by_year),
    "msexchange": ("Microsoft Exchange", _by_year),
    "sharepoint": ("Microsoft SharePoint", _by_year),
    "mssqlserver": ("Microsoft SQL Server", _by_year),
    "libreoffice": ("LibreOffice", _plain),
    "chrome": ("Google Chrome", _plain),
    "firefox": ("Firefox", _plain),
    "iphone": ("Apple iPhone", _iphone),
    "ipad": ("Apple iPad", _ipad),
    "pixel": ("Google Pixel", _model),
    "samsung-mobile": ("Samsung phone", _model),
    "samsung-galaxy-tab": ("Samsung tablet", _model),
}
_WITH_YEAR = {"iphone", "ipad"}


def download(data: bytes, file: str, looked_on: date | None = None) -> Download:
    """The products we know in a downloaded list.

    ``looked_on`` is needed only where the file does not say when it was made. Unsound, in words,
    where it is not such a list.
    """
    source, products = _read(data, file)
    said = re.search(r"\d{4}-\d\d-\d\d", source)
    made_on = looked_on or (date.fromisoformat(said[0]) if said else None)
    if made_on is None:
        raise Unsound([Fault(file, "_source", "the list does not say when it was made. Give the day with --made-on.")])
    found = tuple(_product(key, products[key], made_on, source) for key in _NAMES if key in products)
    if not found:
        raise Unsound([Fault(file, "products", "no product in this list is one that we know.")])
    return Download(found, made_on, source)


def _read(data: bytes, file: str) -> tuple[str, dict[str, object]]:
    """Where the list says that it is from, and its products."""
    try:
        raw = json.loads(data.decode("utf-8"))
    except ValueError as error:
        raise Unsound([Fault(file, "", "this is not the list as it is downloaded, in JSON.")]) from error
    if not isinstance(raw, dict) or not isinstance(raw.get("products"), dict):
        raise Unsound([Fault(file, "products", "the list has no products in it.")])
    return str(raw.get("_source", "")), raw["products"]


def _product(key: str, raw: object, made_on: date, source: str) -> Product:
    title, named = _NAMES[key]
    try:
        releases = tuple(_releases(key, raw["releases"], named))  # type: ignore[index]  # a wrong shape is caught here
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Unsound([Fault(key, "releases", f"a release cannot be read ({error}).")]) from error
    return Product(key, title, made_on, _last_service_packs(releases), source=source)


def _releases(key: str, releases: list[Raw], named: Callable[[Raw], Named | None]) -> Iterator[Release]:
    for raw in releases:
        found = named(raw)
        if found is None:
            continue
        name, edition, called = found
        ends, extended = raw.get("eol"), raw.get("eoes")
        yield Release(
            name,
            ends_on=date.fromisoformat(ends) if isinstance(ends, str) else None,
            is_over=ends is True,
            edition=edition,
            released_on=date.fromisoformat(str(raw["releaseDate"])) if key in _WITH_YEAR else None,
            called=called,
            extended=(Extended(date.fromisoformat(extended)),) if isinstance(extended, str) else (),
        )


def _last_service_packs(releases: tuple[Release, ...]) -> tuple[Release, ...]:
    """One release of each name and edition: the one that lasts longest, which is the last service pack."""
    kept: dict[tuple[str, Edition], Release] = {}
    for each in releases:
        held = kept.setdefault((each.name, each.edition), each)
        if held.ends_on and each.ends_on and each.ends_on > held.ends_on:
            kept[each.name, each.edition] = each
    return tuple(kept.values())


def _label(raw: Raw) -> str:
    label = str(raw.get("releaseLabel") or raw["releaseCycle"])
    return _SERVICE_PACK.sub("", label).strip()
