"""Buildings: what keeps strangers away from personal information at each one, and who holds the keys."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity


class AtTheDoor(Choice):
    """What a stranger meets on the way in."""

    KEPT_LOCKED = "kept_locked", "The front door is locked and staff open it"
    CODE = "code", "The door has a code or a card"
    RECEPTION = "reception", "Somebody is at the desk in the day"
    SIGNING_IN = "signing_in", "Visitors sign in and out"
    NOT_ALONE = "not_alone", "Visitors are met and shown where to go"
    BADGES = "badges", "Staff and visitors wear badges"
    ALARM = "alarm", "There is an alarm"
    CAMERAS = "cameras", "There are cameras at the entrance"


class Inside(Choice):
    """What keeps information from those who are in the building."""

    OFFICE_LOCKED = "office_locked", "The office is locked when nobody is there"
    CUPBOARDS_LOCKED = "cupboards_locked", "Files are in locked cupboards"
    MEDICINE_LOCKED = "medicine_locked", "The medicine room is locked"
    CLEAR_DESKS = "clear_desks", "Desks are cleared of paper"
    SCREENS_LOCK = "screens_lock", "Screens lock by themselves"
    SCREENS_TURNED = "screens_turned", "Screens face away from visitors"
    BOARDS_PRIVATE = "boards_private", "Boards with names are out of sight"
    EQUIPMENT_LOCKED = "equipment_locked", "The router or server is locked away"
    KEYS_SAFE = "keys_safe", "Spare keys are in a locked box"


@dataclass(frozen=True, slots=True, kw_only=True)
class Building(Entry):
    """One building."""

    name: str = questions.line("Which building?", required=True, listed=True, also_called=("site", "premises", "home"))
    at_the_door: tuple[AtTheDoor, ...] = questions.some(
        "What does a stranger meet at the door?", AtTheDoor, listed=True, also_called=("entry", "door security")
    )
    inside: tuple[Inside, ...] = questions.some(
        "What keeps information safe inside?", Inside, also_called=("security", "controls", "physical controls")
    )
    key_holders: tuple[str, ...] = questions.things(
        "Who holds keys or knows the codes?",
        hint="One job on each line, such as: night senior.",
        also_called=("keys", "keyholders", "key holder"),
    )
    code_changed_on: date | None = questions.day(
        "When was the door code or lock last changed?",
        hint="Change it when somebody who knew it leaves.",
        also_called=("code changed", "lock changed"),
    )


def gaps(entry: Building, on: date) -> Iterator[Gap]:
    """What is missing for one building. Source: item 1.3.13."""
    del on
    if not entry.at_the_door:
        yield Gap("Say what keeps strangers out.", Severity.MEDIUM, "at_the_door", "1.3.13")
    if not entry.inside:
        yield Gap("Say what keeps information safe inside.", Severity.MEDIUM, "inside", "1.3.13")
    if not entry.key_holders:
        yield Gap("Say which jobs hold keys or know the codes.", Severity.LOW, "key_holders", "1.3.13")
    if AtTheDoor.CODE in entry.at_the_door and entry.code_changed_on is None:
        yield Gap("Say when the door code was last changed.", Severity.LOW, "code_changed_on", "1.3.13")


REGISTER: Register[Building] = Register(
    slug="premises",
    entry=Building,
    title="Buildings and keys",
    one="building",
    many="buildings",
    section=Section.PAPERWORK,
    why="A care home is full of visitors. Write down once what keeps files and screens from the wrong eyes.",
    example="The main house: the front door has a code, visitors sign in, and the office is locked when empty.",
    gaps=gaps,
    counted=("name", "at_the_door", "inside"),
)
