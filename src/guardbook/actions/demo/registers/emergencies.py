"""What keeps care going at the made-up provider when the screens are dark: plan, numbers, copies, practice."""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers import suppliers, systems
from guardbook.actions.demo.registers.book import Book, rows
from guardbook.actions.demo.year import Cast, Scene

_PRINTED, _PRINTED_AGAIN = 201, 36


def plans(cast: Cast) -> Iterator[Scene]:
    """One plan for everything, and a card for whoever is on call."""
    book = Book(cast, "plans", story.MANAGER)
    usual = {
        "says_who_tells": True,
        "approved_on": 220,
        "staff_shown_on": 210,
        "printed_on": 218,
        "owner": story.MANAGER,
    }
    yield book.add(
        209,
        **usual,
        name="Plan for emergencies",
        covers="records cyber device internet phones power building people supplier",
        offline_copy="Red folder, senior's room, and one in the on-call bag",
    )
    yield book.add(
        209,
        **usual,
        name="Card for whoever is on call",
        covers="cyber device phones",
        offline_copy="In the on-call bag",
    )


# Who; for what; the number.
_CONTACTS = """
Copperleaf IT | it | 01632 960103
Larkspur help line | system | 01632 960101
Pennywort help line | system | 01632 960102
Brightwater faults | internet; phones | 01632 960104
Fairweather Repairs | building; power | 01632 960114
Priscilla Thornbury, manager | staff | 07700 900101
Edmund Vale, director | staff | 07700 900102
Millbrook Surgery | nhs | 01632 960110
Orchard Pharmacy | nhs | 01632 960111
Westmere Council, safeguarding | council | 01632 960115
Data protection regulator | regulator | 0303 123 1113
Hartwell Data Care, our data protection officer | regulator | 01632 960116
"""


def contacts(cast: Cast) -> Iterator[Scene]:
    """On paper since spring; gone through and printed again in autumn."""
    book = Book(cast, "contacts", "Beatrix Lowe")
    for printed in (_PRINTED, _PRINTED_AGAIN):
        headings = ("Who do you ring?", "What for?", "Phone number", "Printed", "Checked by")
        yield book.bring(printed, headings, rows(_CONTACTS, f"{printed} ago", "Beatrix Lowe"))
    yield book.confirm(_PRINTED_AGAIN - 1, note="Rang every number but the council's night line.")


def backups(cast: Cast) -> Iterator[Scene]:
    """Five things are copied, and each came back when it was tried. The care records are due for another try."""
    book = Book(cast, "backups", "Beatrix Lowe")
    theirs = {
        "places": "live supplier export",
        "often": "daily",
        "opened_by": "The supplier, and we our own download",
        "kept_apart": True,
        "contract_says": True,
        "export_seen": True,
        "result": "worked",
        "tested_by": "Beatrix Lowe",
        "owner": "Beatrix Lowe",
    }
    for name, system, supplier, tested in (
        ("Care records", systems.CARE, suppliers.CARE, 230),
        ("Medicines charts", systems.MEDICINES, suppliers.MEDICINES, 228),
    ):
        yield book.add(226, **theirs, name=name, systems=system, suppliers=supplier, is_critical=True, tested_on=tested)
    yield book.add(
        226, **theirs, name="Email", systems=systems.EMAIL, suppliers=suppliers.OFFICE, is_critical=False, tested_on=240
    )
    yield book.add(
        225, **theirs, name="Rota", systems=systems.ROTA, suppliers=suppliers.OFFICE, is_critical=False, tested_on=240
    )
    yield book.add(
        225,
        **theirs | {"places": "live cloud drive_away", "often": "weekly", "opened_by": "The manager and Copperleaf IT"},
        name="Office files",
        systems=systems.EMAIL,
        suppliers=suppliers.IT,
        is_critical=False,
        tested_on=232,
    )
    for ago in (140, 100):
        yield book.change(ago, "Care records", tested_on=ago)
        yield book.change(ago, "Medicines charts", tested_on=ago)
    yield book.change(25, "Medicines charts", tested_on=25)


def exercises(cast: Cast) -> Iterator[Scene]:
    """A morning without the care system, acted out; and one power cut that was real."""
    book = Book(cast, "exercises", story.MANAGER)
    yield book.add(
        190,
        name="A morning without the care system",
        held_on=191,
        form="live",
        about="records supplier internet",
        took_part=("Deputy manager", "Clinical lead nurse", "Two seniors", "Administrator"),
        lessons="The paper charts were in three places, and one phone list was from last year.",
        actions=("One box for all paper charts", "A new phone list in each senior's bag"),
        actions_by=170,
        owner="Horatio Quill",
    )
    yield book.change(172, "A morning without the care system", actions_done_on=172)
    yield book.add(
        70,
        name="Power cut on a Sunday evening",
        held_on=71,
        form="debrief",
        about="power internet phones",
        took_part=("Night carer", "Senior on shift", "Registered manager"),
        lessons="The torch was where the plan says. The door at the back stays shut without power, and nobody knew.",
        actions=("A note about the back door in the plan",),
        actions_by=-20,
        owner="Basil Romero",
    )
