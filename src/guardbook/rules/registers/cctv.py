"""Cameras: where they look and why, whether people know, and who agreed to one in a private room (rule D-12)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

REGULATOR_OF_CARE = "https://www.cqc.org.uk/node/3880"
USUAL_DAYS, MANY_DAYS = 31, 90
"""Days pictures are kept: no law gives a number; a month is our own default (rule D-11)."""


class Place(Choice):
    """Where a camera looks."""

    ENTRANCE = "entrance", "An entrance"
    OUTSIDE = "outside", "The garden, car park or street"
    CORRIDOR = "corridor", "A corridor or stairs"
    SHARED_ROOM = "shared_room", "A lounge or dining room"
    OFFICE = "office", "An office or medicine room"
    BEDROOM = "bedroom", "Somebody’s own room"
    BATHROOM = "bathroom", "A bathroom or toilet"


class RunBy(Choice):
    """Who decides what a camera is for, and so answers for it."""

    US = "us", "We do"
    FAMILY = "family", "The person or their family"
    SOMEBODY_ELSE = "somebody_else", "Somebody else, such as the landlord"


class Sign(Choice):
    """Whether people can know."""

    YES = "yes", "Yes, there is a sign"
    NO = "no", "No"
    HIDDEN = "hidden", "No, it is hidden on purpose"


class Sound(Choice):
    """Whether a camera hears."""

    NO = "no", "No"
    WHEN_NEEDED = "when_needed", "Only when somebody switches it on"
    ALWAYS = "always", "Yes, all the time"


class Agreed(Choice):
    """What stands behind a camera in somebody's own room."""

    CONSENT = "consent", "They agreed, and it is written down"
    BEST_INTERESTS = "best_interests", "A best-interests decision is written down"
    NOTHING = "nothing", "Nothing yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera(Entry):
    """One camera, or several that are alike."""

    name: str = questions.line(
        "Which camera?",
        hint="Use a place, not somebody’s name. For example: front door.",
        required=True,
        listed=True,
        also_called=("camera", "location"),
    )
    place: Place | None = questions.one("Where does it look?", Place, required=True, listed=True, also_called=("area",))
    run_by: RunBy | None = questions.one(
        "Who decides what it is for?", RunBy, required=True, also_called=("controller", "owner of camera")
    )
    purpose: str = questions.line("What is it for?", required=True, listed=True, also_called=("purpose", "reason"))
    sign: Sign | None = questions.one("Is there a sign?", Sign, also_called=("signage",))
    sound: Sound | None = questions.one("Does it record sound?", Sound, also_called=("audio",))
    sound_why: str = questions.line("If it always does, why is that needed?")
    days_kept: int | None = questions.number(
        "For how many days are pictures kept?", most=3650, also_called=("retention", "days", "retention days")
    )
    dpia_on: date | None = questions.day(
        "When did you check the risks (DPIA)?", also_called=("dpia", "date of dpia", "impact assessment")
    )
    staff_told_on: date | None = questions.day("When were staff told about it?", also_called=("staff told",))
    can_decide: bool | None = questions.yes_no(
        "Can the person decide about it for themselves?",
        hint="Do not write their name or their health here.",
        part="Only in somebody’s own room",
    )
    agreed: Agreed | None = questions.one("What stands behind it?", Agreed, also_called=("consent",))
    family_rules_on: date | None = questions.day(
        "If the camera is the family’s, when did you agree with them how it is used?"
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """A camera, and the day on which it is looked at."""

    camera: Camera
    as_of: date


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether a camera is in order, and what is not, the worst first."""

    is_in_order: bool
    gaps: tuple[Gap, ...]


def check(facts: Facts) -> Checked:
    """Say whether a camera is in order. Source: rule D-12 (the care regulator's principles)."""
    found = sorted(gaps(facts.camera, facts.as_of), key=lambda gap: list(Severity).index(gap.severity))
    return Checked(not found, tuple(found))


def gaps(entry: Camera, on: date) -> Iterator[Gap]:
    """What is missing or wrong about one camera. Source: rule D-12."""
    del on
    if entry.place is Place.BATHROOM:
        text = "A camera here can hardly ever be right. Turn it off now, and ask for advice."
        yield _gap(text, Severity.HIGH, "place", Confidence.MEMORY)
    if entry.place is Place.BEDROOM:
        yield from _own_room(entry)
    if entry.run_by is RunBy.FAMILY:
        yield from _family(entry)
    else:
        yield from _ours(entry)
    yield from _sound(entry)
    if entry.staff_told_on is None:
        yield _gap("Tell staff about the camera, and note the day.", Severity.MEDIUM, "staff_told_on")


def _own_room(entry: Camera) -> Iterator[Gap]:
    if entry.can_decide is False and entry.agreed is not Agreed.BEST_INTERESTS:
        text = "This person cannot decide about it, and no best-interests decision is written down. Make one first."
        yield _gap(text, Severity.HIGH, "agreed", Confidence.READ_SECOND)
    elif entry.can_decide and entry.agreed is not Agreed.CONSENT:
        text = "This person can decide about it. Ask them, and write down what they say."
        yield _gap(text, Severity.HIGH, "agreed", Confidence.READ_SECOND)
    elif entry.can_decide is None:
        text = "Say whether the person can decide about it, and what stands behind it."
        yield _gap(text, Severity.HIGH, "can_decide", Confidence.READ_SECOND)


def _family(entry: Camera) -> Iterator[Gap]:
    if entry.family_rules_on is None:
        text = (
            "The family runs this camera, so they answer for what it records. "
            "Agree with them in writing when it is off and who may watch."
        )
        yield _gap(text, Severity.MEDIUM, "family_rules_on", Confidence.READ_SECOND)


def _ours(entry: Camera) -> Iterator[Gap]:
    if entry.sign is Sign.HIDDEN:
        text = "A hidden camera is only for rare cases, for a short time. Take legal advice and keep it here."
        yield _gap(text, Severity.HIGH, "sign", Confidence.READ_SECOND)
    elif entry.sign is not Sign.YES:
        yield _gap("Put up a sign that people see before they are filmed.", Severity.MEDIUM, "sign")
    if entry.dpia_on is None:
        text = "Write down the risks, and how you keep them small, before the camera is used (DPIA)."
        yield _gap(text, Severity.HIGH, "dpia_on")
    yield from _kept(entry)


def _kept(entry: Camera) -> Iterator[Gap]:
    days = entry.days_kept
    if days is None:
        text = "Say for how many days pictures are kept. A month is enough for most."
        yield _gap(text, Severity.MEDIUM, "days_kept", Confidence.DEFAULT)
    elif days > USUAL_DAYS:
        text = f"Pictures are kept for {days} days. Keep them only as long as the purpose needs. A month is usual."
        severity = Severity.MEDIUM if days > MANY_DAYS else Severity.INFO
        yield Gap(text, severity, "days_kept", "D-11", Confidence.DEFAULT)


def _sound(entry: Camera) -> Iterator[Gap]:
    if entry.sound is Sound.ALWAYS and not entry.sound_why:
        text = "Sound is recorded all the time. That is rarely needed. Turn it off, or write down why you need it."
        yield _gap(text, Severity.MEDIUM, "sound", Confidence.READ_SECOND)


def findings(rows: Sequence[Counted[Camera]], on: date) -> Iterator[Gap]:
    """What follows from having cameras at all. Sources: rules D-12 and D-13."""
    del on
    if any(row.entry.run_by is RunBy.US for row in rows):
        text = "You have cameras, so you must pay the data protection fee. No exception covers them."
        yield Gap(text, Severity.INFO, "", "D-13", Confidence.READ, REGULATOR_OF_CARE)


def _gap(text: str, severity: Severity, question: str, confidence: Confidence = Confidence.READ) -> Gap:
    return Gap(text, severity, question, "D-12", confidence, REGULATOR_OF_CARE)


REGISTER: Register[Camera] = Register(
    slug="cctv",
    entry=Camera,
    title="Cameras (CCTV)",
    one="camera",
    many="cameras",
    section=Section.PAPERWORK,
    why="A camera sees people in their own home. The list shows that each one has a reason, and that people know.",
    example="Front door, to see who comes in at night. There is a sign, no sound, and pictures are kept for 30 days.",
    gaps=gaps,
    findings=findings,
    counted=("run_by",),
)
