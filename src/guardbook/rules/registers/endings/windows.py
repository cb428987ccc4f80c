"""Finds Windows, on computers and on servers, in a description in its one form."""

import re

from guardbook.rules.registers.endings.found import Found, Part, by_other_name, nothing, without
from guardbook.rules.registers.endings.published import Edition, Endings, Product, Release
from guardbook.rules.verdict import Confidence

_BETWEEN = r"(?: (?:home|pro|professional|enterprise|education|business|os|version|v|edition|microsoft|n))*"
_BASE = r"(?P<base>xp|vista|7|8\.1|8|10|11)(?:\.0)?"
_VERSION = r"(?P<year>\d\d) ?h ?(?P<half>[12])"
_NAMED = re.compile(rf"(?<= )windows{_BETWEEN} {_BASE}(?= )")
_SHORT = re.compile(rf"(?<= )w {_BASE}(?= )")
_BARE = re.compile(
    rf"(?<= )(?P<base>10|11)(?: (?:home|pro|professional|enterprise|education|version|v))* (?={_VERSION} )"
)
_XP = re.compile(r"(?<= )(?P<base>xp)(?= (?:pro|professional|home|sp|service|,)? ?)")
_AND_ANOTHER = re.compile(r"^ (?:/|or|to|and)(?: windows)? (?:7|8\.1|8|10|11) ")
_PLACE = re.compile(r" (?:room|rm|ward|bay|unit|flat|london|road|street|floor|bed|wing|zone|door|block) ")
_HALF = re.compile(rf"(?<= ){_VERSION}(?= )")
_NUMBERED = re.compile(
    r"(?<= )(?:version |v |build )?(?P<version>1507|1511|1607|1703|1709|1803|1809|1903|1909|2004)(?= )"
)
_BUILD = re.compile(
    r"(?<= )(?P<lead>build |os build |10\.0\.)(?P<build>\d{5})(?:\.\d+)?(?= )|(?<= )(?P<dotted>\d{5})\.\d+(?= )"
)
_EDITIONS = (
    (Edition.IOT, re.compile(r" iot ")),
    (Edition.LONG_TERM, re.compile(r" lts[bc] ")),
    (Edition.HOME_PRO, re.compile(r" pro education ")),
    (Edition.ENTERPRISE, re.compile(r" (?:enterprise|ent|education|edu) ")),
    (Edition.HOME_PRO, re.compile(r" (?:home|pro|professional|business) ")),
)
_WORDS = {
    Edition.HOME_PRO: "Home or Pro",
    Edition.ENTERPRISE: "Enterprise or Education",
    Edition.LONG_TERM: "long-term",
    Edition.IOT: "IoT",
}

_FILLED = r"(?: (?:standard|std|essentials|ess|datacenter|foundation|edition|core|storage|version|v|os))*"
_YEAR = r"(?P<year>20\d\d)(?P<second> ?r ?2)?"
_SERVER = re.compile(rf"(?<= )windows(?: nt)? (?:server|svr|srv|srvr){_FILLED}(?: ,)? {_YEAR}(?= )")
_WINDOWS_YEAR = re.compile(rf"(?<= )windows {_YEAR}(?: server)?(?= )")
_PLAIN_SERVER = re.compile(
    rf"(?<= )server(?P<filled>{_FILLED}) {_YEAR}(?P<after> standard| std| essentials| esu)?(?= )"
)
_OF_SOMETHING = re.compile(r" (?:\w+) $")
_UNNAMED_SERVER = re.compile(r"(?<= )windows (?:server|svr|srv)(?= )")


def server(text: str, endings: Endings) -> Found:
    """Find Windows Server. "Server 2016" alone counts where nothing before it makes it a machine bought in 2016."""
    product = endings.of("windows-server")
    if product is None:
        return nothing(text)
    for name, place in by_other_name(product, text):
        return Found((Part(product, name, product.of(name), Confidence.MEMORY),), without(text, place))
    found = _SERVER.search(text)
    confidence = Confidence.READ
    if found is None:
        found, confidence = _windows_year(text, product), Confidence.INFERRED
    if found is None:
        found = _plain_server(text)
    if found is not None:
        name = f"{found['year']} R2" if found["second"] else found["year"]
        releases = product.of(name)
        return Found((Part(product, name if releases else "", releases, confidence),), without(text, found))
    unnamed = _UNNAMED_SERVER.search(text)
    return Found((Part(product),), without(text, unnamed)) if unnamed else nothing(text)


def _windows_year(text: str, product: Product) -> re.Match[str] | None:
    found = _WINDOWS_YEAR.search(text)
    return found if found and product.of(found["year"]) else None


def _plain_server(text: str) -> re.Match[str] | None:
    found = _PLAIN_SERVER.search(text)
    if found is None:
        return None
    starts = _OF_SOMETHING.search(text[: found.start()]) is None
    return found if starts or found["second"] or found["filled"] or found["after"] else None


def windows(text: str, endings: Endings) -> Found:
    """Find Windows on a computer: its number, its half-year version or build, and its edition."""
    product = endings.of("windows")
    if product is None:
        return nothing(text)
    places = _mentions(text)
    build = _built(product, text)
    if not places and not build:
        unnamed = re.search(r"(?<= )windows(?= )", text)
        return Found((_unnamed(product, text),), without(text, unnamed)) if unnamed else nothing(text)
    bases = {each["base"] for each in places} | {build.partition(" ")[0]} - {""}
    rest = without(text, *places)
    if len(bases) > 1 or any(_AND_ANOTHER.match(text[each.end() :]) for each in places):
        return Found((Part(product),), rest)
    return Found((_release(product, text, bases.pop(), build),), rest)


def _mentions(text: str) -> list[re.Match[str]]:
    named = list(_NAMED.finditer(text))
    if not named and not _PLACE.search(text):
        named = list(_SHORT.finditer(text))
    return named or list(_BARE.finditer(text)) or list(_XP.finditer(text))


def _unnamed(product: Product, text: str) -> Part:
    """Windows without its number: the half-year alone tells it where only one had it."""
    half = _HALF.search(text)
    wanted = f"{half['year']}H{half['half']}" if half else ""
    names = {each.name for each in product.releases if wanted and each.name.endswith(f" {wanted}")}
    if len(names) != 1:
        return Part(product)
    base = names.pop().partition(" ")[0]
    return _release(product, text, base, "")


def _built(product: Product, text: str) -> str:
    """The name of the release whose build number is written, such as "19045.4291"; "" for none."""
    numbers = {found["build"] or found["dotted"] for found in _BUILD.finditer(text)}
    return next((each.name for each in product.releases if numbers & set(each.called)), "")


def _release(product: Product, text: str, base: str, build: str) -> Part:
    base = {"xp": "XP", "vista": "Vista"}.get(base, base)
    edition = next((each for each, pattern in _EDITIONS if pattern.search(text)), None)
    version = build.partition(" ")[2] or _version(product, base, text)
    name = f"{base} {version}".strip()
    if version:
        releases = product.of(name)
        return _in_edition(product, name, releases, edition)
    whole = product.of(base)
    if whole:
        return Part(product, base, whole)
    usual = {Edition.ANY, edition or Edition.HOME_PRO, Edition.ENTERPRISE if edition is None else edition}
    within = tuple(each for each in product.releases if each.name.startswith(f"{base} ") and each.edition in usual)
    return Part(product, base if within else "", within)


def _version(product: Product, base: str, text: str) -> str:
    for name, _ in by_other_name(product, text):
        if name.startswith(f"{base} "):
            return name.partition(" ")[2]
    half = _HALF.search(text)
    if half:
        return f"{half['year']}H{half['half']}"
    numbered = _NUMBERED.search(text) if base == "10" else None
    return numbered["version"] if numbered else ""


def _in_edition(product: Product, name: str, releases: tuple[Release, ...], edition: Edition | None) -> Part:
    """The releases of this edition. Where it is not said, Home or Pro, as nearly every care provider has."""
    if not releases:
        return Part(product)
    wanted = edition or Edition.HOME_PRO
    fitting = tuple(each for each in releases if each.edition in {wanted, Edition.ANY})
    if not fitting:
        return Part(product)  # published for other editions only: which one it is must be asked
    assumed = _WORDS[wanted] if edition is None and len(releases) > 1 else ""
    confidence = Confidence.INFERRED if assumed else Confidence.READ
    return Part(product, name, fitting, confidence, assumed)
