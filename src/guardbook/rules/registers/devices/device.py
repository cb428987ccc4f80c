"""One device: what it is, whose it is, how it is kept safe, and how long its maker looks after it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from guardbook.rules.registers import lasting, questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.lasting import Importance, Needs
from guardbook.rules.registers.questions import Choice, Ticked
from guardbook.rules.registers.reference import Reference

UPDATED_WITHIN = 30
"""Days for which an update put on by hand counts (item 8.3.5, our own working limit)."""
_PROTECT, _KEEP, _END = "How it is kept safe", "How long its maker looks after it", "When it goes"


class Kind(Choice):
    """What it is."""

    LAPTOP = "laptop", "Laptop"
    DESKTOP = "desktop", "Desktop computer"
    TABLET = "tablet", "Tablet"
    PHONE = "phone", "Mobile phone"
    SERVER = "server", "Server"
    STICK = "stick", "Memory stick or drive"
    OTHER = "other", "Something else"


class Ownership(Choice):
    """Whose it is."""

    COMPANY = "company", "Ours"
    PERSONAL = "personal", "The person's own"


COMPUTERS = frozenset({Kind.LAPTOP, Kind.DESKTOP, Kind.TABLET, Kind.SERVER})
RUNS_A_SYSTEM = COMPUTERS | {Kind.PHONE}
PORTABLE = frozenset({Kind.LAPTOP, Kind.TABLET, Kind.PHONE, Kind.STICK})
CARRIED = frozenset({Kind.LAPTOP, Kind.TABLET, Kind.PHONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Device(Entry):
    """One device. What is worked out stands last: see ``settle``."""

    name: str = questions.line(
        "Name or tag", required=True, listed=True, also_called=("device", "asset", "tag", "asset tag", "device name")
    )
    kind: Kind | None = questions.one(
        "What is it?", Kind, required=True, listed=True, also_called=("type", "device type", "category")
    )
    ownership: Ownership | None = questions.one(
        "Whose is it?", Ownership, required=True, also_called=("owned by", "ownership", "company or personal")
    )
    make: str = questions.line(
        "Make and model", hint="As it says on the device or the box.", also_called=("model", "make", "make/model")
    )
    serial: str = questions.line("Serial number", also_called=("serial", "serial no", "s/n", "imei"))
    user: UUID | None = questions.person(
        "Who uses it?", hint="Leave this empty where it is shared.", also_called=("user", "assigned to", "used by")
    )
    location: str = questions.line("Where is it kept?", also_called=("location", "room", "where"))
    importance: Importance | None = questions.one(
        "How soon would care suffer without it?", Importance, also_called=("importance", "criticality", "priority")
    )
    needs: tuple[Needs, ...] = questions.some("What does it need to work?", Needs, also_called=("depends on",))
    system: str = questions.line(
        "System and version",
        hint="Such as “Windows 11 Pro 24H2” or “iPadOS 18”. Write it as the device shows it.",
        listed=True,
        part=_PROTECT,
        also_called=("os", "operating system", "os version", "system"),
    )
    holds_personal: bool | None = questions.yes_no(
        "Does it hold or reach information about people?", also_called=("personal data", "holds personal data")
    )
    goes_out: bool | None = questions.yes_no(
        "Does it leave the building?", also_called=("leaves the building", "taken off site")
    )
    encrypted: Ticked | None = questions.check(
        "Is it scrambled (encrypted)?",
        hint="Phones and newer tablets are, once they have a PIN.",
        also_called=("encrypted", "encryption", "bitlocker"),
    )
    locked: Ticked | None = questions.check(
        "Does it lock with a PIN, password, finger or face?", also_called=("screen lock", "pin", "passcode")
    )
    wipes: Ticked | None = questions.check(
        "Can you wipe it from a distance?", also_called=("remote wipe", "mdm", "find my")
    )
    protected: Ticked | None = questions.check(
        "Is it kept safe from viruses, with protection that updates itself?",
        hint="The protection built into Windows counts. So do apps from the official store only, on a tablet or phone.",
        also_called=("antivirus", "anti-virus", "av", "anti virus"),
    )
    updates_itself: bool | None = questions.yes_no(
        "Do updates go on by themselves?", also_called=("automatic updates", "auto update", "auto-update")
    )
    updated_on: date | None = questions.day(
        "If not, when was it last updated?", also_called=("last updated", "last patched", "updated")
    )
    rules_signed: Ticked | None = questions.check(
        "Has its user signed your rules for devices?",
        hint="The rules say what to do if it is lost, and not to use public Wi-Fi for work.",
        also_called=("byod signed", "policy signed", "rules signed", "agreement signed"),
    )
    support_until: date | None = questions.day(
        "Support until, where you know it",
        hint="Only if you pay for longer support, or the maker told you a day that we could not find.",
        part=_KEEP,
        also_called=("support ends", "end of life", "eol", "extended support until", "support until"),
    )
    risk_note: str = questions.words(
        "If it must stay without support: why, and what keeps it safe?", also_called=("risk", "reason kept")
    )
    risk_agreed_by: UUID | None = questions.person("Who agreed to that?")
    risk_agreed_on: date | None = questions.day("When?")
    disposed_on: date | None = questions.day(
        "When did you get rid of it?", part=_END, also_called=("disposed", "disposal date", "date disposed")
    )
    disposal_proof: str = questions.line(
        "What shows that it was wiped or destroyed?", hint="Such as the number of a certificate."
    )
    understood: str = ""
    supported_until: date | None = None
    unsupported_after: date | None = None
    accepted_until: date | None = None
    updates_good_until: date | None = None
    is_placed: bool = False
    is_proved_gone: bool = False


def settle(entry: Device, reference: Reference) -> Device:
    """Work out what the description means and how long each answer is good for. Source: rule E-04."""
    hint = ", tablet" if entry.kind is Kind.TABLET else ""
    words = f"{entry.make}, {entry.system}{hint}" if entry.make or entry.system else ""
    lasts = lasting.reckoned(words, entry.support_until, reference)
    by_hand = entry.updated_on + timedelta(days=UPDATED_WITHIN) if entry.updated_on else None
    return replace(
        entry,
        understood=lasts.understood,
        supported_until=lasts.supported_until,
        unsupported_after=lasts.unsupported_after,
        accepted_until=lasting.accepted_until(entry),
        updates_good_until=None if entry.updates_itself else by_hand,
        is_placed=bool(entry.location or entry.user or entry.site_id),
        is_proved_gone=entry.disposed_on is not None and bool(entry.disposal_proof),
    )
