"""The suppliers of the made-up provider: who they are, and what their contracts and certificates say. All are made up."""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers.book import Book, rows
from guardbook.actions.demo.year import Cast, Scene

CARE, MEDICINES = "Larkspur Care Software", "Pennywort Medicines"
OFFICE, IT, LINE = "Northlight Office Online", "Copperleaf IT", "Brightwater Broadband"
PAYROLL, TRAINING, CAMERAS = "Tidewater Payroll", "Candlewick Courses", "Lantern Cameras"
SHREDDING, OLD_COMPUTERS = "Hedgerow Shredding", "Quarry Lane Recycling"
SURGERY, PHARMACY, COUNCIL = "Millbrook Surgery", "Orchard Pharmacy", "Westmere Council"
_BEFORE = "Quillon Wages"  # worked out the wages until spring
_LISTED, _LOOKED, _TOOKOVER = 296, 250, 210  # days ago
_TOOLKIT = 160  # days ago that the toolkit's website was searched for them

# Who; what they do; how to reach them; what work it is; what they see; how much depends on them.
_WHO = f"""
{CARE} | Care plans, daily notes and risk checks on a screen | 01632 960101, day and night | software | care; contacts; staff | critical
{MEDICINES} | Medicines charts on a tablet | 01632 960102 | software | care; contacts | critical
{OFFICE} | Email, calendars and shared files | A ticket on their website | software | care; contacts; staff; money | critical
{IT} | Computers, the network and the backup | Marlon, 01632 960103 | it_support | care; contacts; staff; money | critical
{LINE} | Internet line and telephones | Faults: 01632 960104 | it_support | | critical
{CAMERAS} | The cameras and the door entry | 01632 960105 | it_support | images | high
{_BEFORE} | Works out the wages | 01632 960106 | office | staff; money | high
{TRAINING} | Courses on a screen, and who did them | hello@candlewick.example | training | staff | low
{SHREDDING} | Empties the locked bins each month and shreds the paper | 01632 960108 | destroys | care; staff; money | high
{OLD_COMPUTERS} | Wipes old computers and phones, or takes them apart | 01632 960109 | destroys | care; staff; money | high
{SURGERY} | Medical care for the people we support | Reception 01632 960110 | care | care; contacts | high
{PHARMACY} | Medicines and medicine charts | 01632 960111 | care | care; contacts | high
{COUNCIL} | Pays for and checks care | Duty desk 01632 960112 | care | care; contacts; money | high
Swiftwing Staffing | Sends nurses and carers for a shift | 01632 960113 | staff | staff | high
{story.FIRM} | Acts as our data protection officer | {story.FIRM_PERSON} | advice | care; staff | high
Fairweather Repairs | Heating, lift, fire alarm and call bells | 01632 960114 | premises | | low
"""
_BY_LAW = "subject; instructions; secrecy; security; others; rights; breaches; return; proof"
_SYSTEM, _DESTROYED = f"{_BY_LAW}; exit; backups", f"{_BY_LAW}; destruction"

# Who; their place in the law; when it was signed; what it says; where the information is; Cyber Essentials; ISO 27001.
# On purpose: the certificate of the IT firm ran out last week, so the answer about proof (10.2.1) is out of date.
_CONTRACTS = f"""
{CARE} | processor | 900 ago | {_SYSTEM} | uk | 120 ahead |
{MEDICINES} | processor | 640 ago | {_SYSTEM} | uk | |
{OFFICE} | processor | 1100 ago | {_SYSTEM} | eea | | 310 ahead
{IT} | processor | 560 ago | {_SYSTEM} | uk | 7 ago |
{LINE} | neither | 480 ago | | | 200 ahead |
{CAMERAS} | processor | 700 ago | {_BY_LAW} | uk | 95 ahead |
{_BEFORE} | processor | 1500 ago | {_BY_LAW} | uk | | 100 ago
{TRAINING} | processor | 830 ago | {_BY_LAW} | uk | |
{SHREDDING} | processor | 420 ago | {_DESTROYED} | uk | | 260 ahead
{OLD_COMPUTERS} | processor | 390 ago | {_DESTROYED} | uk | | 260 ahead
{SURGERY} | controller | 380 ago | | uk | |
{PHARMACY} | controller | 380 ago | | uk | |
{COUNCIL} | controller | 700 ago | | uk | |
Swiftwing Staffing | controller | 330 ago | | uk | |
{story.FIRM} | controller | 345 ago | | uk | |
Fairweather Repairs | neither | 300 ago | | | |
"""
_IN_THE_TOOLKIT = (CARE, MEDICINES, SURGERY, PHARMACY, COUNCIL, "Swiftwing Staffing", story.FIRM)


def suppliers(cast: Cast) -> Iterator[Scene]:
    """Sixteen firms out of two sheets that the office kept; one contract ended, and another began."""
    book = Book(cast, "suppliers", story.MANAGER)
    yield from _sheets(book)
    yield book.attach(_LOOKED, CARE, "Office, blue folder Contracts, first tab")
    yield book.attach(
        _LOOKED, SHREDDING, "Office, blue folder Contracts, with the certificates of destruction behind it"
    )
    yield book.add(
        _TOOKOVER,
        name=PAYROLL,
        does="Works out and pays the wages",
        contact="Sunita, 01632 960107",
        work="office",
        handles_personal=True,
        handles="staff money",
        criticality="high",
        role="processor",
        contract_on=_TOOKOVER + 2,
        clauses=_BY_LAW.replace(";", ""),
        breach_notice="24h",
        hosted="uk",
        ce_until=-170,
        fee_until=-140,
        owner=story.MANAGER,
    )
    yield book.archive(_TOOKOVER - 5, _BEFORE, "The contract ended, and Tidewater Payroll took over.")


_WHO_HEADINGS = (
    "Company", "Service", "Contact details", "Category", "Data types", "Criticality", "Personal data", "Lead",
)  # fmt: skip
_CONTRACT_HEADINGS = (
    "Company", "Role", "Contract date", "What does the contract say?", "Hosting", "Cyber Essentials", "ISO 27001",
    "Contract review", "Breach notice", "Does the ISO 27001 certificate cover what they do for you?",
)  # fmt: skip


def _sheets(book: Book) -> Iterator[Scene]:
    who = [(*row, "Yes" if row[4] else "No", story.MANAGER) for row in rows(_WHO)]
    yield book.bring(_LISTED, _WHO_HEADINGS, who)
    papers = [(*row, f"{_LOOKED} ago", "24h" if row[3] else "", "Yes" if row[6] else "") for row in rows(_CONTRACTS)]
    yield book.bring(_LOOKED, _CONTRACT_HEADINGS, papers)
    year = str(book.cast.ago(_TOOLKIT).year)
    yield book.bring(
        _TOOLKIT, ("Company", "DSPT status", "DSPT year"), [(each, "met", year) for each in _IN_THE_TOOLKIT]
    )
