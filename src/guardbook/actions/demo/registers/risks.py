"""The risks of the made-up provider: chosen from those offered, and made its own."""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers.book import Book, rows
from guardbook.actions.demo.year import Cast, Scene
from guardbook.actions.registers import risks as accepting
from guardbook.queries.access import Context
from guardbook.queries.registers import deciding

_CHOSEN = (
    "notes_in_view",
    "email_wrong_person",
    "overheard",
    "group_chat",
    "phone_lost",
    "old_windows",
    "leaver_access",
    "phishing",
    "ransomware",
    "supplier_breach",
    "care_system_down",
    "wrong_record",
    "untrained",
    "sensors",
)


# What could go wrong; who sees to it; what is done with it; whether it is one of the biggest three.
_OURS = f"""
A visitor reads notes that are left open | Anselm Okoro | reduce | No
Handover or a phone call is overheard | Cordelia Finch | reduce | No
Staff share care details in a private chat group | Horatio Quill | stop | No
A work phone or tablet is lost | Beatrix Lowe | reduce | No
A computer no longer gets updates | Beatrix Lowe | reduce | No
Somebody who has left can still sign in | Beatrix Lowe | reduce | No
An attacker locks all your files and asks for money | {story.OWNER} | share | No
The company that runs the care system is attacked | {story.OWNER} | share | No
Something is written in the wrong person's record | {story.NURSE} | reduce | No
New or agency staff start before they are told how to keep information safe | Horatio Quill | reduce | No
A false email tricks somebody into giving a password | {story.MANAGER} | reduce | Yes
An email goes to the wrong person | Beatrix Lowe | reduce | Yes
The care system does not work for a day | {story.NURSE} | reduce | Yes
"""


def risks(cast: Cast) -> Iterator[Scene]:
    """Fourteen rows were offered and taken up; one was not true here. A later one is still to be looked at."""
    book = Book(cast, "risks", story.MANAGER)
    yield book.offer(275, *_CHOSEN)
    yield book.settle(274, "sensors")
    yield book.bring(272, ("Risk", "Owner", "Decision", "Top three"), rows(_OURS))
    yield Scene(cast.ago(181), story.MANAGER, lambda ctx: _live_with(ctx, book))
    yield book.change(
        60,
        "An email goes to the wrong person",
        likelihood="possible",
        in_place="Name suggestions are off since September. Letters with care details go by NHSmail.",
    )
    yield book.offer(3, "ai_tool")  # nobody has said yet whether it is true here


def _live_with(ctx: Context, book: Book) -> None:
    """The director, who answers for information risks, decided to keep one old laptop for a year."""
    key = book.find(ctx, "A computer no longer gets updates")
    director = next(each for each in deciding.deciders(ctx).people if each.name == story.OWNER)
    decision = accepting.Decision(
        decider=director.key,
        reason="One laptop has to stay for the label printer. It is off the internet.",
        until=book.cast.ago(-150),
        how="Minutes of the directors' meeting.",
    )
    accepting.accept(ctx, entry_id=key, decision=decision, seen_version=book.version(ctx, key))
