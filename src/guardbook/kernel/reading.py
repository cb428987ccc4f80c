"""Money, web addresses and lists as people write them, and how they are written back."""

import re
from collections.abc import Iterable
from decimal import Decimal
from urllib.parse import urlsplit

LONGEST_THING = 200
_HOW_MONEY = "Write pounds and pence in figures, like £1,200 or 1200.50."
_HOW_WEB = "Write one like https://www.example.org."
_AMOUNT = re.compile(r"^(?P<pounds>[0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.(?P<pence>[0-9]{1,2}))?$")
_PENCE = re.compile(r"^([0-9]{1,2}) ?p(ence)?$")
_AROUND_MONEY = re.compile(r"^(£|gbp)\s*|\s*(£|gbp|pounds?)$")
_HOST = re.compile(r"^(?=.{4,253}$)([\w-]{1,63}\.)+[^\W\d_][\w-]{1,62}(:[0-9]{1,5})?$")
_BULLET = re.compile(r"^\s*(?:[•‣▪●·*]\s*|[-–]\s+)")


class Unreadable(ValueError):
    """Something written that cannot be understood; the message is the sentence a person reads."""


def pence(written: str) -> int:
    """Return an amount as a number of pence: "£1,200" is 120000. Raises Unreadable."""
    plain = _AROUND_MONEY.sub("", " ".join(written.split()).casefold()).strip()
    if (only := _PENCE.match(plain)) is not None:
        return int(only[1])
    if plain.startswith(("-", "(")):
        raise Unreadable(f"“{shorten(written)}” is less than nothing. {_HOW_MONEY}")
    found = _AMOUNT.match(plain)
    if found is None or len(plain) > 20:
        raise Unreadable(f"“{shorten(written)}” is not an amount we can read. {_HOW_MONEY}")
    return int(found["pounds"].replace(",", "")) * 100 + int((found["pence"] or "").ljust(2, "0"))


def pounds(amount: int) -> str:
    """Return an amount of pence as people write it: "£1,200" or "£1,200.50"."""
    whole, rest = divmod(amount, 100)
    return f"£{whole:,}.{rest:02}" if rest else f"£{whole:,}"


def in_pounds(amount: int) -> str:
    """Return an amount of pence as a plain number of pounds: "1200.50"."""
    return str(Decimal(amount).scaleb(-2))


def web(written: str) -> str:
    """Return a web address in full; ``https://`` is added where it is left out. Raises Unreadable."""
    plain = written.strip()
    scheme, colon, rest = plain.partition("://")
    given = scheme.casefold() if colon else "https"
    address = f"{given}://{rest if colon else plain}"
    if given not in {"http", "https"} or any(c.isspace() for c in plain) or not plain.isprintable():
        raise Unreadable(f"“{shorten(written)}” is not a web address. {_HOW_WEB}")
    try:
        host = urlsplit(address).netloc
    except ValueError as cause:
        raise Unreadable(f"“{shorten(written)}” is not a web address. {_HOW_WEB}") from cause
    if not _HOST.match(host):
        raise Unreadable(f"“{shorten(written)}” is not a web address. {_HOW_WEB}")
    return address


def things(lines: Iterable[str], most: int) -> tuple[str, ...]:
    """Return a list of short things: without bullets, empty lines and repeats. Raises Unreadable."""
    listed = (" ".join(_BULLET.sub("", line).split()) for line in lines)
    found = tuple(dict.fromkeys(thing for thing in listed if thing))
    if len(found) > most:
        raise Unreadable(f"There are {len(found)} things here. Keep it to {most} or fewer.")
    for thing in found:
        if len(thing) > LONGEST_THING:
            raise Unreadable(f"“{shorten(thing)}” is {len(thing)} characters. Shorten it to {LONGEST_THING} or fewer.")
    return found


def shorten(written: str, longest: int = 40) -> str:
    """Return text that fits in a sentence: one line, cut with an ellipsis."""
    line = " ".join(written.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
