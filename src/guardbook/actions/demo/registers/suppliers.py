"""The suppliers of the made-up provider, typed in over a week in winter. All firms are made up."""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers.book import Book
from guardbook.actions.demo.year import Cast, Scene

CARE, MEDICINES = "Larkspur Care Software", "Pennywort Medicines"
OFFICE, IT, LINE = "Northlight Office Online", "Copperleaf IT", "Brightwater Broadband"
PAYROLL, TRAINING, CAMERAS = "Tidewater Payroll", "Candlewick Courses", "Lantern Cameras"
SHREDDING, OLD_COMPUTERS = "Hedgerow Shredding", "Quarry Lane Recycling"
SURGERY, PHARMACY, COUNCIL = "Millbrook Surgery", "Orchard Pharmacy", "Westmere Council"
_BY_LAW = "subject instructions secrecy security others rights breaches return proof"
_LOOKED = 250  # days ago that the manager went through every contract
_TOOLKIT = 160  # days ago that the toolkit's website was searched for them


def suppliers(cast: Cast) -> Iterator[Scene]:
    """Fifteen firms that stay, and one whose contract ended."""
    book = Book(cast, "suppliers", story.MANAGER)
    yield from _systems(book)
    yield from _services(book)
    yield from _others(book)
    yield book.archive(205, "Quillon Wages", "The contract ended, and Tidewater Payroll took over.")
    yield book.attach(_LOOKED, CARE, "Office, blue folder Contracts, first tab")
    yield book.attach(
        _LOOKED, SHREDDING, "Office, blue folder Contracts, with the certificates of destruction behind it"
    )


def _systems(book: Book) -> Iterator[Scene]:
    toolkit_year = book.cast.ago(_TOOLKIT).year
    common = {
        "work": "software",
        "handles_personal": True,
        "role": "processor",
        "criticality": "critical",
        "contract_reviewed_on": _LOOKED,
        "clauses": f"{_BY_LAW} exit backups",
        "breach_notice": "24h",
        "hosted": "uk",
        "owner": story.MANAGER,
    }
    yield book.add(
        296,
        **common,
        name=CARE,
        does="Care plans, daily notes and risk checks on a screen",
        contact="Help line 01632 960101, day and night",
        handles="care contacts staff",
        contract_on=900,
        dspt_level="met",
        dspt_year=toolkit_year,
        ce_until=-120,
        dtac_version=2,
        tested_on=190,
    )
    yield book.add(
        296,
        **common,
        name=MEDICINES,
        does="Medicines charts on a tablet",
        contact="Help line 01632 960102",
        handles="care contacts",
        contract_on=640,
        dspt_level="exceeded",
        dspt_year=toolkit_year,
        dtac_version=2,
        tested_on=160,
    )
    yield book.add(
        295,
        **common | {"hosted": "eea"},
        name=OFFICE,
        does="Email, calendars and shared files",
        contact="The office signs in and opens a ticket",
        handles="care contacts staff money",
        contract_on=1100,
        iso_until=-310,
        iso_covers=True,
    )
    yield book.add(
        295,
        **common | {"work": "it_support"},
        name=IT,
        does="Looks after computers, the network and the backup of office files",
        contact="Marlon, 01632 960103, any hour",
        handles="care contacts staff money",
        contract_on=560,
        # On purpose: it ran out last week, so the answer about proof (10.2.1) is out of date.
        ce_until=7,
        tested_on=200,
    )


def _services(book: Book) -> Iterator[Scene]:
    looked = {"contract_reviewed_on": _LOOKED, "owner": story.MANAGER}
    processor = looked | {
        "handles_personal": True,
        "role": "processor",
        "criticality": "high",
        "breach_notice": "24h",
        "hosted": "uk",
    }
    yield book.add(
        295,
        **looked,
        name=LINE,
        does="Internet line and telephones",
        contact="Faults: 01632 960104",
        work="it_support",
        handles_personal=False,
        role="neither",
        criticality="critical",
        contract_on=480,
        ce_until=-200,
    )
    yield book.add(
        294,
        **processor,
        name=CAMERAS,
        does="Looks after the cameras and the door entry",
        contact="01632 960105",
        work="it_support",
        handles="images",
        contract_on=700,
        clauses=_BY_LAW,
        ce_until=-95,
    )
    yield book.add(
        294,
        **processor,
        name="Quillon Wages",
        does="Worked out the wages until spring",
        contact="01632 960106",
        work="office",
        handles="staff money",
        contract_on=1500,
        clauses=_BY_LAW,
        iso_until=100,
        iso_covers=True,
    )
    yield book.add(
        210,
        **processor | {"contract_reviewed_on": 210},
        name=PAYROLL,
        does="Works out and pays the wages",
        contact="Sunita, 01632 960107",
        work="office",
        handles="staff money",
        contract_on=212,
        clauses=_BY_LAW,
        ce_until=-170,
        fee_until=-140,
    )
    yield book.add(
        294,
        **processor | {"criticality": "low"},
        name=TRAINING,
        does="Courses on a screen, and the record of who did them",
        contact="hello@candlewick.example",
        work="training",
        handles="staff",
        contract_on=830,
        clauses=_BY_LAW,
    )
    for name, does, contact, contract in (
        (SHREDDING, "Empties the locked bins each month and shreds the paper", "01632 960108", 420),
        (OLD_COMPUTERS, "Wipes old computers and phones, or takes them apart", "01632 960109", 390),
    ):
        yield book.add(
            293,
            **processor | {"handles": "care staff money"},
            name=name,
            does=does,
            contact=contact,
            work="destroys",
            contract_on=contract,
            clauses=f"{_BY_LAW} destruction",
            iso_until=-260,
            iso_covers=True,
        )


def _others(book: Book) -> Iterator[Scene]:
    """Those who decide for themselves what to do with what they know, and one who knows nothing."""
    shown = {"dspt_level": "met", "dspt_year": book.cast.ago(_TOOLKIT).year}
    for name, does, contact, work, handles, agreed in (
        (SURGERY, "Medical care for the people we support", "Reception 01632 960110", "care", "care contacts", 380),
        (PHARMACY, "Medicines and medicine charts", "01632 960111", "care", "care contacts", 380),
        (COUNCIL, "Pays for and checks care", "Duty desk 01632 960112", "care", "care contacts money", 700),
        ("Swiftwing Staffing", "Sends nurses and carers for a shift", "01632 960113", "staff", "staff", 330),
        (story.FIRM, "Acts as our data protection officer", story.FIRM_PERSON, "advice", "care staff", 345),
    ):
        yield book.add(
            293,
            **shown,
            name=name,
            does=does,
            contact=contact,
            work=work,
            handles_personal=True,
            handles=handles,
            role="controller",
            criticality="high",
            contract_on=agreed,
            contract_reviewed_on=_LOOKED,
            hosted="uk",
            owner=story.MANAGER,
        )
    yield book.add(
        293,
        name="Fairweather Repairs",
        does="Heating, lift, fire alarm and call bells",
        contact="01632 960114",
        work="premises",
        handles_personal=False,
        role="neither",
        criticality="low",
        owner="Basil Romero",
    )
