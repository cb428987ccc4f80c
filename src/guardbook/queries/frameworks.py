"""Which lists of questions this installation has: those of the package, and official ones brought in."""

from django.conf import settings

from guardbook.content import packs
from guardbook.rules.frameworks.packs import Framework, Pack

TOOLKIT = "dspt"


def framework(code: str = TOOLKIT) -> Framework:
    """The toolkit across its versions. NotFound where we have no such toolkit."""
    return packs.framework(code)


def pack(code: str, version: str) -> Pack:
    """One version's questions ("8", "8-official"), wherever it is kept. NotFound where there is none."""
    return packs.find(code, version, settings.DATA_FOLDER)


def newest(code: str = TOOLKIT) -> Pack:
    """The list to work from: the newest official one that somebody brought in, else our newest."""
    ours = packs.newest(code)
    brought = packs.imported(code, settings.DATA_FOLDER)
    newer = [each for each in brought if each.year >= ours.year]
    return newer[-1] if newer else ours


def versions(code: str = TOOLKIT) -> tuple[str, ...]:
    """Every version there is a list for, oldest first, official ones last."""
    return (*packs.framework(code).versions, *(each.version for each in packs.imported(code, settings.DATA_FOLDER)))
