"""Devices, programs and network boxes of the made-up provider, brought in from the three sheets the office kept."""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers import suppliers
from guardbook.actions.demo.registers.book import Book, rows
from guardbook.actions.demo.year import Cast, Scene

_BROUGHT = 287  # days ago
_LOOKED_UP = "480 ahead"  # until when makers said, when asked, that they would send fixes
_LABELS = "Label laptop"

# Its tag; what it is; whose; make; who uses it; where; system; does it go out; can it be wiped; protected; signed.
_DEVICES = f"""
Office PC 1 | desktop | company | Dell OptiPlex 7020 | Beatrix Lowe | Office | Windows 11 Pro 25H2 | No | n/a | Yes | n/a
Office PC 2 | desktop | company | Dell OptiPlex 7020 | | Office | Windows 11 Pro 25H2 | No | n/a | Yes | n/a
Senior's PC | desktop | company | Dell OptiPlex 7020 | | Senior's room | Windows 11 Pro 25H2 | No | n/a | Yes | n/a
Manager's laptop | laptop | company | Dell Latitude 5450 | {story.MANAGER} | | Windows 11 Pro 25H2 | Yes | Yes | Yes | Yes
Deputy's laptop | laptop | company | Dell Latitude 5450 | Horatio Quill | | Windows 11 Pro 25H2 | Yes | Yes | Yes | Yes
Nurse's laptop | laptop | company | Dell Latitude 5450 | {story.NURSE} | | Windows 11 Pro 25H2 | Yes | Yes | Yes | Yes
Training laptop | laptop | company | Lenovo ThinkPad E14 | | Training room | Windows 11 Pro 25H2 | No | Yes | Yes | n/a
{_LABELS} | laptop | company | Lenovo ThinkPad L470 | | Medicine room | Windows 10 Pro 22H2 | No | n/a | Yes | n/a
On-call phone | phone | company | Samsung Galaxy A16 | | On-call bag | Android 15 | Yes | Yes | Yes | Yes
Senior's phone | phone | company | Samsung Galaxy A16 | | Senior's room | Android 15 | Yes | Yes | Yes | Yes
Manager's phone | phone | company | Samsung Galaxy A16 | {story.MANAGER} | | Android 15 | Yes | Yes | Yes | Yes
Director's own laptop | laptop | personal | MacBook Air M3 | {story.OWNER} | | macOS 26 | Yes | Yes | Yes | Yes
Deputy's own phone | phone | personal | iPhone 15 | Horatio Quill | | iOS 26 | Yes | Yes | Yes | Yes
Nurse's own phone | phone | personal | iPhone SE (3rd generation) | {story.NURSE} | | iOS 26 | Yes | Yes | Yes | Yes
"""
_ROOMS = ("Ground floor", "Ground floor", "Ground floor", "First floor", "First floor", "First floor", "Top floor",
          "Medicine room", "Medicine room", "Activities room")  # fmt: skip


def devices(cast: Cast) -> Iterator[Scene]:
    """Two dozen. One laptop no longer gets fixes and has to stay, and one tablet is gone."""
    book = Book(cast, "devices", "Beatrix Lowe")
    tablets = "\n".join(
        f"Tablet {at} | tablet | company | iPad (10th generation) | | {room} | iPadOS 26 | No | Yes | n/a | n/a"
        for at, room in enumerate(_ROOMS, start=1)
    )
    headings = (
        "Asset tag", "Type", "Owned by", "Make/model", "Assigned to", "Room", "OS version", "Taken off site", "Remote wipe",
        "Antivirus", "Policy signed", "Holds personal data", "Encrypted", "Screen lock", "Automatic updates", "Importance",
        "Depends on", "Owner", "Serial number", "Support until",
    )  # fmt: skip
    usual = ("Yes", "Yes", "Yes", "Yes", "useful", "power; network", "Beatrix Lowe")
    sheet = rows(f"{_DEVICES.strip()}\n{tablets}", *usual)
    yield book.bring(_BROUGHT, headings, [(*row, f"FX{at:04}", _looked_up(row[6])) for at, row in enumerate(sheet)])
    yield book.add(
        _BROUGHT - 2,
        name="Kitchen tablet",
        kind="tablet",
        ownership="company",
        make="Samsung Galaxy Tab A 10.1 (2019)",
        system="Android 11",
        location="Kitchen",
        owner="Beatrix Lowe",
    )
    yield book.change(240, "Kitchen tablet", disposed_on=240, disposal_proof="Certificate 118 of Quarry Lane Recycling")
    yield book.change(
        182,
        _LABELS,
        risk_note="The label printer's program runs on nothing newer. The laptop is off the internet and does no more.",
        risk_agreed_by=story.OWNER,
        risk_agreed_on=182,
    )
    yield book.attach(182, _LABELS, "Minutes of the directors' meeting, in the office safe")


def _looked_up(system: str) -> str:
    """The makers of phones and tablets publish no last day until late, so the office asked them."""
    return "" if "Windows" in system else _LOOKED_UP


# Its name; what for; where it runs; version; who supplies it; about people; how much it matters; what it needs; until.
_PROGRAMS = f"""
Larkspur | Care plans and daily notes | online | | {suppliers.CARE} | Yes | vital | power; internet; supplier |
Pennywort | Medicines charts | online | | {suppliers.MEDICINES} | Yes | vital | power; internet; supplier |
Office email and files | Email, calendars, shared files | online | | {suppliers.OFFICE} | Yes | useful | internet |
Rota board | Shifts and holidays | online | | {suppliers.OFFICE} | Yes | useful | internet |
Tidewater pay portal | Hours and payslips | online | | | Yes | useful | internet |
Candlewick courses | Courses and who did them | online | | {suppliers.TRAINING} | Yes | minor | internet |
Google Chrome | Opens what is online | device | | | No | useful | internet | {_LOOKED_UP}
Windows security | Keeps harmful programs out | device | | | No | useful | internet | {_LOOKED_UP}
Ledgerleaf | Fees and invoices | device | 9 | | Yes | useful | power | {_LOOKED_UP}
Label printer program | Labels for medicines | device | 4 | | No | minor | power | {_LOOKED_UP}
Camera viewer | Looking at what the door cameras saw | device | 6 | {suppliers.CAMERAS} | Yes | minor | network | {_LOOKED_UP}
Call bell board | Shows who rang | device | 3 | | Yes | vital | power; network; people | {_LOOKED_UP}
"""


def programs(cast: Cast) -> Iterator[Scene]:
    """Twelve, half of them online."""
    book = Book(cast, "software", "Beatrix Lowe")
    headings = (
        "Program", "Purpose", "Hosting", "Version", "Supplier", "Personal data", "Criticality", "Depends on",
        "Support until", "Lead",
    )  # fmt: skip
    yield book.bring(_BROUGHT - 3, headings, rows(_PROGRAMS, "Beatrix Lowe"))
    yield book.change(208, "Tidewater pay portal", supplier=suppliers.PAYROLL)


# Its name; what; whose; make; where; who looks after it; password changed; when; updates itself; guests apart.
_BOXES = f"""
Main router | router | provider | Brightwater Hub 3 | Office cupboard | {suppliers.LINE} | Yes | 520 ago | Yes | n/a
Wi-Fi ground floor | wifi | ours | TP-Link EAP245 | Hall ceiling | {suppliers.IT} | Yes | 520 ago | Yes | Yes
Wi-Fi first floor | wifi | ours | TP-Link EAP245 | Landing | {suppliers.IT} | Yes | 520 ago | Yes | Yes
Switch | switch | ours | Netgear GS308 | Office cupboard | {suppliers.IT} | n/a | | Yes | n/a
"""


def networks(cast: Cast) -> Iterator[Scene]:
    """Four boxes, none with the password it came with."""
    book = Book(cast, "networks", "Beatrix Lowe")
    headings = (
        "Equipment", "Type", "Owned by", "Model", "Room", "IT supplier", "Default password changed",
        "Password changed on", "Automatic updates", "Guest Wi-Fi", "Lead",
    )  # fmt: skip
    yield book.bring(_BROUGHT - 3, headings, rows(_BOXES, "Beatrix Lowe"))
