"""Paper, doors and cameras at the made-up provider, and the walk-rounds that look at them."""

from collections.abc import Iterator, Mapping

from guardbook.actions.demo import story
from guardbook.actions.demo.registers.book import Book
from guardbook.actions.demo.year import Cast, Scene
from guardbook.content import walk_round as content
from guardbook.queries.access import Context
from guardbook.rules.registers import walk_round
from guardbook.rules.registers.walk_round import Answer, Finding

_DUE = -30  # days ago: the open action of the newest walk-round is due in a month
_NOTHING: Mapping[str, str] = {}
_SENIOR = "Senior on shift"
_OFFICE = ("Registered manager", "Administrator")

# Which papers; where; who holds the key; whether any leaves.
_PAPER = (
    ("Care files in use", "Locked cupboard, senior's room", (_SENIOR,), False),
    ("Charts in people's rooms", "A closed drawer in each room", (_SENIOR,), False),
    ("Hospital bags", "Locked cupboard, senior's room", (_SENIOR,), True),
    ("Staff files", "Grey cabinet, office", _OFFICE, False),
    ("Visitor slips", "Locked box by the front door", _OFFICE, False),
    ("Accident forms", "Grey cabinet, office", _OFFICE, False),
    ("Old files", "Store room on the top floor", ("Registered manager",), False),
)


def paper(cast: Cast) -> Iterator[Scene]:
    """Seven kinds of paper. A firm destroys all of it."""
    book = Book(cast, "paper", "Beatrix Lowe")
    for name, place, keys, leaves in _PAPER:
        out = {"carried": "locked_bag only_needed checked_back", "signed_out": "sheet"} if leaves else {}
        yield book.add(
            255,
            **out,
            name=name,
            place=place,
            locked="when_empty",
            key_holders=keys,
            leaves=leaves,
            destroyed="company",
            destroyed_by="Hedgerow Shredding",
            is_noted=True,
            owner="Beatrix Lowe",
        )
    yield book.attach(255, "Old files", "A list on the inside of the store room door says what is in each box")


def buildings(cast: Cast) -> Iterator[Scene]:
    """One house; the door code was changed when the last deputy left."""
    book = Book(cast, "premises", story.MANAGER)
    yield book.add(
        254,
        name="Foxglove House",
        at_the_door="kept_locked code signing_in not_alone cameras",
        inside="office_locked cupboards_locked medicine_locked screens_lock boards_private equipment_locked keys_safe",
        key_holders=("Registered manager", "Deputy manager", _SENIOR, "Maintenance"),
        code_changed_on=400,
        owner="Basil Romero",
    )
    yield book.change(169, "Foxglove House", code_changed_on=169)


def cameras(cast: Cast) -> Iterator[Scene]:
    """Two cameras at doors, and none where people live."""
    book = Book(cast, "cctv", story.MANAGER)
    for name, place, purpose in (
        ("Front door", "entrance", "To see who comes in at night"),
        ("Car park and bins", "outside", "To keep people safe in the dark"),
    ):
        yield book.add(
            254,
            name=name,
            place=place,
            run_by="us",
            purpose=purpose,
            sign="yes",
            sound="no",
            days_kept=30,
            dpia_on=258,
            staff_told_on=256,
            owner="Basil Romero",
        )


def walk_rounds(cast: Cast) -> Iterator[Scene]:
    """One each season. The newest found a screen that does not lock, which the IT firm is still to put right."""
    yield _walk(cast, 250, "Ground floor and office", {"desks_clear": "Each desk has a drawer for papers now."})
    yield _walk(cast, 170, "First floor and stores", {"archive_dry": "The boxes are off the floor now."})
    yield _walk(cast, 85, "Ground floor and office", {})
    yield _walk(cast, 18, "First floor and office", {}, {"screens_locked": "Ask Copperleaf to make it lock by itself."})


def _walk(cast: Cast, ago: int, name: str, mended: Mapping[str, str], still: Mapping[str, str] = _NOTHING) -> Scene:
    """A walk-round. ``mended`` was put right on the spot; ``still`` is to be done by the administrator."""
    book, looks = Book(cast, "spot-checks", "Horatio Quill"), [look for stop in content.stops() for look in stop.looks]

    def answer(key: str) -> Answer:
        if key in mended:
            return Answer(key, Finding.NOT_OK, action=mended[key], done_on=cast.ago(ago))
        if key in still:
            who = cast.people["Beatrix Lowe"]
            return Answer(key, Finding.NOT_OK, action=still[key], owner=who, due_on=cast.ago(_DUE))
        return Answer(key, Finding.OK)

    def play(ctx: Context) -> None:
        written = walk_round.to_text(tuple(answer(look.key) for look in looks))
        about = {"done_by": "Horatio Quill", "owner": story.MANAGER, "agreed_by": "Registered manager"}
        book.add(ago, **about, name=name, done_on=ago, agreed_on=ago, answers=written).play(ctx)

    return Scene(cast.ago(ago), book.by, play)
