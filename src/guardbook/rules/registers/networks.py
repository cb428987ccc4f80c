"""Networks: the boxes that join us to the internet, and whether they are as safe as the front door."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice, Ticked
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity


class Kind(Choice):
    """What it is."""

    ROUTER = "router", "Router or hub"
    WIFI = "wifi", "Wi-Fi access point"
    SWITCH = "switch", "Switch"
    FIREWALL = "firewall", "Firewall"
    MOBILE = "mobile", "Mobile (4G or 5G) router"
    OTHER = "other", "Something else"


WITHOUT_PASSWORD = frozenset({Kind.SWITCH, Kind.OTHER})


class Whose(Choice):
    """Whose it is. One that the internet company lent us still counts: its password is printed too."""

    OURS = "ours", "Ours"
    PROVIDER = "provider", "The internet company's"
    SUPPLIER = "supplier", "Our IT supplier's"
    LANDLORD = "landlord", "The landlord's"


@dataclass(frozen=True, slots=True, kw_only=True)
class Network(Entry):
    """One piece of network equipment."""

    name: str = questions.line(
        "Name", required=True, listed=True, also_called=("equipment", "device", "asset", "router", "ssid")
    )
    kind: Kind | None = questions.one("What is it?", Kind, required=True, listed=True, also_called=("type",))
    whose: Whose | None = questions.one(
        "Whose is it?", Whose, required=True, also_called=("owned by", "provided by", "isp", "ownership")
    )
    make: str = questions.line("Make and model", also_called=("model", "make", "make/model"))
    location: str = questions.line("Where is it?", listed=True, also_called=("location", "where", "site", "room"))
    supplier: tuple[UUID, ...] = questions.links(
        "Who looks after it for you?", to="suppliers", also_called=("supplier", "support", "it supplier")
    )
    password_changed: Ticked | None = questions.check(
        "Was the password that came with it changed?",
        hint="The password to change its settings, not the Wi-Fi password. It is often on a sticker. "
        "A plain switch has none.",
        required=True,
        also_called=("default password changed", "password changed", "admin password changed"),
    )
    password_changed_on: date | None = questions.day(
        "When?", hint="As near as you know.", also_called=("date password changed", "password changed on")
    )
    updates_itself: bool | None = questions.yes_no(
        "Does it update itself?",
        hint="Most routers that an internet company lends you do.",
        also_called=("automatic updates", "auto update", "firmware auto update"),
    )
    firmware_on: date | None = questions.day(
        "If not, when was its own software (firmware) last updated?", also_called=("firmware", "firmware updated")
    )
    guests_apart: Ticked | None = questions.check(
        "Do visitors and residents use a Wi-Fi of their own?",
        hint="Apart from the one that your work devices use.",
        also_called=("guest network", "guest wifi", "guest wi-fi"),
    )
    firmware_good_until: date | None = None


FIRMWARE_FOR = 12
"""Months for which an update of its own software is good, where it does not update itself (our own)."""


def settle(entry: Network, _reference: Reference) -> Network:
    """Work out until when the update of its own software is good."""
    good_until = dates.add_months(entry.firmware_on, FIRMWARE_FOR) if entry.firmware_on else None
    return replace(entry, firmware_good_until=None if entry.updates_itself else good_until)


def is_changed(entry: Network, _on: date) -> bool | None:
    """Whether the password it came with was changed: yes needs a day, and a plain switch has none. Source: item 9.1.1."""
    match entry.password_changed:
        case Ticked.YES:
            return True if entry.password_changed_on else None
        case Ticked.NO:
            return False
        case Ticked.NOT_APPLICABLE:
            return True if entry.kind in WITHOUT_PASSWORD else None
        case None:
            return None


def gaps(entry: Network, on: date) -> Iterator[Gap]:
    """What is unsafe or missing for one box. Source: item 9.1.1 and rules E-03 and E-12."""
    if entry.password_changed is Ticked.NO:
        text = "It still has the password it came with. Anybody can look that up. Change it today."
        yield Gap(text, Severity.HIGH, "password_changed", "E-12")
    elif entry.password_changed is Ticked.NOT_APPLICABLE and entry.kind not in WITHOUT_PASSWORD:
        yield Gap("Nearly all of these have a password. Look again.", Severity.MEDIUM, "password_changed", "E-12")
    elif entry.password_changed is Ticked.YES and entry.password_changed_on is None:
        text = "Say when the password was changed, as near as you know."
        yield Gap(text, Severity.MEDIUM, "password_changed_on", "DSPT 9.1.1")
    if not entry.updates_itself:
        yield from _firmware(entry, on)
    if entry.guests_apart is Ticked.NO:
        text = "Visitors share the network of your work devices. Ask for a guest Wi-Fi of its own."
        yield Gap(text, Severity.MEDIUM, "guests_apart", "E-03")
    if not entry.location:
        yield Gap("Say where it is.", Severity.LOW, "location", "DSPT 7.1.1")


def _firmware(entry: Network, on: date) -> Iterator[Gap]:
    if entry.firmware_good_until is None:
        yield Gap("Say whether it updates itself, or when it was last updated.", Severity.LOW, "updates_itself", "E-03")
    elif on > entry.firmware_good_until:
        text = "Its own software is more than a year old. Ask your IT supplier to update it."
        yield Gap(text, Severity.MEDIUM, "firmware_on", "E-03")


REGISTER: Register[Network] = Register(
    slug="networks",
    entry=Network,
    title="Networks and Wi-Fi",
    one="piece of network equipment",
    many="pieces of network equipment",
    section=Section.SYSTEMS,
    why="A router is the front door of your computers. The key that came with it is printed in a manual.",
    example="Main router, lent by the internet company, in the office cupboard, password changed in March.",
    gaps=gaps,
    counted=("kind", "password_changed", "password_changed_on"),
    derived=("firmware_good_until",),
    settle=settle,
)
