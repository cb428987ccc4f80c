"""The list of devices."""

from guardbook.rules.registers.devices.device import Device, settle
from guardbook.rules.registers.devices.safety import findings, gaps
from guardbook.rules.registers.register import Register, Section

REGISTER: Register[Device] = Register(
    slug="devices",
    entry=Device,
    title="Devices",
    one="device",
    many="devices",
    section=Section.SYSTEMS,
    why="You cannot protect, mend or wipe a tablet that you have forgotten about.",
    example="Tablet 3, ours, Samsung Galaxy Tab A9, Android 15, kept in the medication room, encrypted, updates itself.",
    gaps=gaps,
    findings=findings,
    counted=(
        "kind",
        "ownership",
        "owner",
        "importance",
        "needs",
        "holds_personal",
        "goes_out",
        "encrypted",
        "locked",
        "wipes",
        "protected",
        "updates_itself",
        "rules_signed",
        "disposed_on",
        "supported_until",
        "unsupported_after",
        "accepted_until",
        "updates_good_until",
        "is_placed",
        "is_proved_gone",
    ),
    derived=(
        "understood",
        "supported_until",
        "unsupported_after",
        "accepted_until",
        "updates_good_until",
        "is_placed",
        "is_proved_gone",
    ),
    settle=settle,
    same_by=("name", "serial"),
    ends="disposed_on",
    held_by="user",
)
