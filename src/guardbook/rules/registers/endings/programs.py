"""Finds programs in a description in its one form: Office, servers' programs, browsers, and what updates itself."""

import re

from guardbook.rules.registers.endings.found import Found, Part, by_other_name, nothing, without
from guardbook.rules.registers.endings.published import Endings, Product
from guardbook.rules.verdict import Confidence

_SUITE = r"(?: (?:home|business|student|professional|pro|plus|standard|std|and|suite|edition|for|mac|h|b|s|version|ltsc|apps|pkc))*"
_OFFICE = re.compile(
    rf"(?<= )(?P<maker>microsoft )?office(?P<suite>{_SUITE})(?(maker)(?: ,)?) (?P<year>20\d\d|xp)(?P<after>{_SUITE})(?= )"
)
_OFFICE_APP = re.compile(
    r"(?<= )(?:microsoft )?(?:word|excel|outlook|powerpoint) (?P<year>20\d\d)(?= )|"
    r"(?<= )microsoft (?:access|publisher|visio|project) (?P<other>20\d\d)(?= )"
)
_MICROSOFT_OFFICE = re.compile(r"(?<= )microsoft office(?= )")
_ROOM = re.compile(
    r" (?:in|the|an?|my|our|main|back|front|admin|managers?|nurses?|nursing|care|staff|head|home|upstairs|downstairs|"
    r"finance|hr|seniors?|deputy|accounts|reception|training|site|reg|matrons?|branch|team|kitchen|dispensary|medication)"
    r"(?: s)?(?: ,)? $"
)
_SERVER_PROGRAMS = (
    (
        "mssqlserver",
        re.compile(
            r"(?<= )(?:microsoft )?sql(?: (?:server|express|version|database))* (?P<year>20\d\d)(?P<second> ?r ?2)?(?= )"
        ),
    ),
    (
        "msexchange",
        re.compile(r"(?<= )(?:microsoft )?exchange(?: (?:server|version))* (?P<year>20\d\d)(?P<second> ?r ?2)?(?= )"),
    ),
    (
        "sharepoint",
        re.compile(
            r"(?<= )(?:microsoft )?sharepoint(?: (?:server|foundation|version))* (?P<year>20\d\d)(?P<second> ?r ?2)?(?= )"
        ),
    ),
)
_UBUNTU = re.compile(
    r"(?<= )ubuntu(?: (?:server|desktop|linux|lts|version|v|os))* (?P<number>\d\d?\.\d\d)(?:\.\d+)*(?= )"
)
_NUMBERED = (
    ("libreoffice", re.compile(r"(?<= )libreoffice(?: (?:version|v|writer|calc))* (?P<number>\d\d?\.\d)(?:\.\d+)*(?= )"), " libreoffice "),
    ("firefox", re.compile(r"(?<= )firefox(?: (?:esr|version|v|browser))* (?P<number>\d{2,3})(?:\.\d+)*(?= )"), " firefox "),
    ("chrome", re.compile(r"(?<= )chrome(?: (?:version|v|browser|enterprise))* (?P<number>\d{2,3})(?:\.\d+)*(?= )"), " chrome "),
)  # fmt: skip


def self_updating(text: str, endings: Endings) -> Found:
    """Find what has no versions to speak of, such as Microsoft 365, by what it is called."""
    parts: list[Part] = []
    for product in endings.products.values():
        if not product.updates_itself or not product.of(product.name):
            continue
        for name, place in by_other_name(product, text):
            parts.append(Part(product, name, product.releases, product.confidence))
            text = without(text, place)
            break
    return Found(tuple(parts), text)


def office(text: str, endings: Endings) -> Found:
    """Find Microsoft Office by its year. A year after a room called the office is when somebody bought something."""
    product = endings.of("office")
    if product is None:
        return nothing(text)
    found = _OFFICE.search(text)
    if found and not (found["maker"] or found["suite"]) and _ROOM.search(text[: found.start()]):
        found = None
    if found:
        year = "XP" if found["year"] == "xp" else found["year"]
        return Found((_office(product, year, f"{found['suite']}{found['after']}"),), without(text, found))
    app = _OFFICE_APP.search(text)
    if app:
        return Found((_office(product, app["year"] or app["other"], ""),), without(text, app))
    alone = _MICROSOFT_OFFICE.search(text)
    return Found((Part(product),), without(text, alone)) if alone else nothing(text)


def _office(product: Product, year: str, beside: str) -> Part:
    for name in (f"{year} for Mac" if "mac" in beside else "", f"{year} LTSC" if "ltsc" in beside else "", year):
        releases = product.of(name)
        if releases:
            return Part(product, name, releases)
    return Part(product)


def server_programs(text: str, endings: Endings) -> Found:
    """Find SQL Server, Exchange and SharePoint by year, so that their years are not taken for a server's."""
    parts: list[Part] = []
    for key, pattern in _SERVER_PROGRAMS:
        product, found = endings.of(key), pattern.search(text)
        if product is None or found is None:
            continue
        name = f"{found['year']} R2" if found["second"] else found["year"]
        releases = product.of(name)
        parts.append(Part(product, name if releases else "", releases))
        text = without(text, found)
    return Found(tuple(parts), text)


def chromebook(text: str, endings: Endings) -> Found:
    """Find a Chromebook: when its updates end hangs on the model, and no list of models is published as data."""
    product = endings.of("chromeos")
    if product is None or " chromebook " not in text:
        return nothing(text)
    return Found((Part(product),), text.replace(" chromebook ", " , "))


def ubuntu(text: str, endings: Endings) -> Found:
    """Find Ubuntu by its year and month."""
    product, found = endings.of("ubuntu"), _UBUNTU.search(text)
    if product is None or found is None:
        return nothing(text)
    releases = product.of(found["number"])
    return Found((Part(product, found["number"] if releases else "", releases),), without(text, found))


def numbered(text: str, endings: Endings) -> Found:
    """Find what is known by a version number: LibreOffice, Firefox, Chrome."""
    parts: list[Part] = []
    for key, pattern, word in _NUMBERED:
        product = endings.of(key)
        if product is None or word not in text:
            continue
        found = pattern.search(text)
        if found:
            releases = product.of(found["number"])
            parts.append(Part(product, found["number"] if releases else "", releases))
            text = without(text, found)
        else:
            name = product.name if product.updates_itself else ""
            parts.append(Part(product, name, (), Confidence.INFERRED))
            text = text.replace(word, " , ")
    return Found(tuple(parts), text)
