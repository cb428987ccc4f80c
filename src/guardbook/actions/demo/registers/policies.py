"""The policies and notices of the made-up provider: who agreed each, when staff had it, and what it covers."""

from collections.abc import Callable, Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers.book import Book, rows
from guardbook.actions.demo.story import Member
from guardbook.actions.demo.year import Cast, Scene
from guardbook.actions.registers import acceptances
from guardbook.queries.access import Context

_AGREED, _GIVEN_OUT = 270, 262
_CARRY_WORK_DEVICES = (story.OWNER, story.MANAGER, story.NURSE, "Horatio Quill")
_MEETING = "The directors' meeting"

# What it is called; kind; what it covers; for whom; version; where it is kept.
_DOCUMENTS = """
Data protection policy | policy | data_protection; daily_safety; risk_checks; sharing; rights; opt_out | | 4 | Policy folder
Record keeping and data quality policy | policy | data_quality; record_keeping | | 2 | Policy folder
Data security policy | policy | data_security; access; passwords | | 3 | Policy folder
Network and Wi-Fi policy | policy | network_security | | 1 | Policy folder
What to do when something goes wrong | procedure | breaches | | 5 | Policy folder, and beside each telephone
Keeping and destroying records | policy | retention; disposal | | 2 | Policy folder
When somebody asks to see their records | procedure | rights | | 2 | Policy folder
Work phones, tablets and laptops | policy | work_phones; own_devices; public_wifi | | 3 | Policy folder
Taking papers out of the building | procedure | paper_out | | 1 | Policy folder
Cameras | policy | cameras | | 2 | Policy folder
Privacy notice for people we support | notice | opt_out; rights | residents | 3 | Notice board in the hall
Privacy notice for families and friends | notice | rights | families | 2 | Page 4 of the welcome pack
Privacy notice for staff | notice | rights | staff | 2 | Staff handbook
"""


def policies(cast: Cast) -> Iterator[Scene]:
    """Agreed at one meeting in winter, given out at the next handover; one is growing old, and one was dropped."""
    book = Book(cast, "policies", story.MANAGER)
    headings = (
        "Document",
        "Type",
        "Topics",
        "Audience",
        "Issue",
        "Location",
        "Approved by",
        "Approved",
        "Circulated",
        "Lead",
    )
    agreed = (_MEETING, f"{_AGREED} ago", f"{_GIVEN_OUT} ago", story.MANAGER)
    yield book.bring(260, headings, rows(_DOCUMENTS, *agreed))
    yield book.add(
        259,
        name="Photos and social media",
        kind="policy",
        covers="sharing",
        version="1",
        approved_by=_MEETING,
        approved_on=1040,
        given_out_on=1038,
        owner=story.MANAGER,
    )
    yield book.add(259, name="Fax machine", kind="guide", covers="sending", approved_by=_MEETING, approved_on=1900)
    yield book.archive(175, "Fax machine", "There is no fax machine any more.")
    yield _signed(book, "Data protection policy", lambda _member: True)
    yield _signed(book, "Work phones, tablets and laptops", lambda member: member.name in _CARRY_WORK_DEVICES)


def _signed(book: Book, name: str, who: Callable[[Member], bool]) -> Scene:
    """Those who worked there then signed a sheet at the handover."""
    on = book.cast.ago(_GIVEN_OUT - 4)
    names = [each.name for each in story.staff(book.cast.today) if each.started_on < on and who(each)]

    def play(ctx: Context) -> None:
        people = [book.cast.people[each] for each in names]
        acceptances.record_sheet(ctx, policy_id=book.find(ctx, name), people=people, on=on)

    return Scene(on, "Beatrix Lowe", play)
