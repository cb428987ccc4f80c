"""What counts as evidence: a stored file, a web link, or the words for where something is kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

LONGEST_TITLE = 200
LONGEST_ADDRESS = 1000
LONGEST_PLACE = 2000


class EvidenceKind(StrEnum):
    """How a proof is kept."""

    FILE = "file"
    LINK = "link"
    PLACE = "place"


class SubjectKind(StrEnum):
    """What a proof may support."""

    ITEM = "item"
    APPOINTMENT = "appointment"
    COMPLETION = "completion"
    CERTIFICATE = "certificate"
    DOCUMENT = "document"
    ENTRY = "entry"
    DUTY = "duty"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that a proof supports; ``key`` is "dspt/8/1.1.1" for an item, else an identifier."""

    kind: SubjectKind
    key: str


@dataclass(frozen=True, slots=True)
class About:
    """What people say of a proof: a title, the dates between which it holds, and whether reading it is noted."""

    title: str
    effective_from: date | None = None
    expires_on: date | None = None
    is_sensitive: bool = False


def faults(about: About) -> tuple[str, ...]:
    """What is wrong with what was said of a proof, in words; empty when nothing is."""
    found = []
    if not about.title.strip():
        found.append("Say what this is, for example: Data protection policy, signed March 2026.")
    elif len(about.title) > LONGEST_TITLE:
        found.append(f"Use {LONGEST_TITLE} letters or fewer to say what this is.")
    if about.effective_from and about.expires_on and about.expires_on < about.effective_from:
        found.append("The last day must not be before the first day.")
    return tuple(found)


def link_faults(address: str) -> tuple[str, ...]:
    """What is wrong with a web address, in words. Only ordinary web pages without a password in the address will do."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or ""
    except ValueError:
        parts, host = urlsplit(""), ""
    if parts.scheme not in {"http", "https"} or not host or any(char.isspace() for char in address.strip()):
        return ("Enter the whole web address, like https://www.example.org/policy.",)
    if parts.username or parts.password:
        return ("Take the name and password out of the web address: everybody who sees it could use them.",)
    if len(address) > LONGEST_ADDRESS:
        return (f"This web address is longer than {LONGEST_ADDRESS} letters. Use a shorter one.",)
    return ()


def place_faults(place: str) -> tuple[str, ...]:
    """What is wrong with the words for where something is kept; empty when nothing is."""
    if not place.strip():
        return ("Say where it is kept, for example: blue folder, locked cabinet in the office.",)
    if len(place) > LONGEST_PLACE:
        return (f"Use {LONGEST_PLACE} letters or fewer to say where it is kept.",)
    return ()


def is_current(effective_from: date | None, expires_on: date | None, on: date) -> bool:
    """True where a proof holds on this day; both its days count."""
    return (effective_from is None or effective_from <= on) and (expires_on is None or on <= expires_on)
