"""The policies and notices of the made-up provider: who agreed each, when staff had it, and what it covers."""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers.book import Book
from guardbook.actions.demo.year import Cast, Scene

_AGREED, _GIVEN_OUT = 270, 262
_MEETING = "The directors' meeting"

# What it is called; kind; what it covers; version.
_DOCUMENTS = """
Data protection policy | policy | data_protection daily_safety risk_checks sharing rights | 4
Record keeping and data quality policy | policy | data_quality record_keeping | 2
Data security policy | policy | data_security access passwords | 3
Network and Wi-Fi policy | policy | network_security | 1
What to do when something goes wrong | procedure | breaches | 5
Keeping and destroying records | policy | retention disposal | 2
When somebody asks to see their records | procedure | rights | 2
Work phones, tablets and laptops | policy | work_phones own_devices public_wifi | 3
Taking papers out of the building | procedure | paper_out | 1
Cameras | policy | cameras | 2
"""
_NOTICES = """
Privacy notice for people we support | residents | opt_out rights | 3
Privacy notice for families and friends | families | rights | 2
Privacy notice for staff | staff | rights | 2
"""


def policies(cast: Cast) -> Iterator[Scene]:
    """Agreed at one meeting in winter, given out at the next handover; one guide was dropped, one grew old."""
    book = Book(cast, "policies", story.MANAGER)
    usual = {"approved_by": _MEETING, "approved_on": _AGREED, "given_out_on": _GIVEN_OUT, "owner": story.MANAGER}
    for line in _DOCUMENTS.strip().splitlines():
        name, kind, covers, version = (part.strip() for part in line.split("|"))
        yield book.add(
            260, **usual, name=name, kind=kind, covers=covers, version=version, kept="Policy folder, senior's room"
        )
    for line in _NOTICES.strip().splitlines():
        name, audience, covers, version = (part.strip() for part in line.split("|"))
        kept = "Notice board in the hall, and page 4 of the welcome pack"
        yield book.add(260, **usual, name=name, kind="notice", audience=audience, covers=covers, version=version, kept=kept)
    yield book.add(
        259,
        **usual | {"approved_on": 1040, "given_out_on": 1038},
        name="Photos and social media",
        kind="policy",
        covers="sharing",
        version="1",
    )
    yield book.add(259, name="Fax machine", kind="guide", covers="sending", approved_by=_MEETING, approved_on=1900)
    yield book.archive(175, "Fax machine", "There is no fax machine any more.")
