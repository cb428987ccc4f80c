"""What is held at the made-up provider, why, where it goes and for how long: taken up from the rows offered.

The manager took the rows over, wrote what was missing into a spreadsheet, and brought that back.
"""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers import suppliers
from guardbook.actions.demo.registers.book import Book, rows
from guardbook.actions.demo.year import Cast, Scene
from guardbook.content import registers as content

_TOOK_OVER, _WENT_THROUGH, _COMPLETED = 238, 236, 232
_NOT_OURS = {
    "retention": ("mental_health", "mental_health_died", "staff_file_alone", "health_surveillance", "contract_sealed"),
    "assets": ("handover_book",),
    "processing": ("shared_records",),
    "flows": ("skills_for_care",),
}
"""Rows that were offered and are not true of this home."""


def information(cast: Cast) -> Iterator[Scene]:
    """Keeping times first, because the places lead to them, and the uses to the places."""
    for slug in ("retention", "assets", "processing", "flows"):
        book = Book(cast, slug, story.MANAGER)
        yield book.offer(_TOOK_OVER, *(each.key for each in content.starters(slug)))
        yield book.settle(_WENT_THROUGH, *_NOT_OURS[slug])
    yield from _times(Book(cast, "retention", story.MANAGER))
    yield from _places(Book(cast, "assets", "Beatrix Lowe"))
    yield from _uses(Book(cast, "processing", story.MANAGER))
    yield from _flows(Book(cast, "flows", story.MANAGER))
    yield from _gone(Book(cast, "disposals", "Beatrix Lowe"))
    yield from _opt_out(Book(cast, "opt-out", story.MANAGER))


def _times(book: Book) -> Iterator[Scene]:
    for name, starts, keep in (("Emails and messages", "made", 12), ("Photos on our pages", "replaced", 24)):
        yield book.add(
            _COMPLETED, name=name, kind="other", starts=starts, keep=keep, unit="months", comes_from="Our own choice"
        )


# What it is; who looks after it; the keeping times where none came with the row.
_KEPT = """
Care records system | Priscilla Thornbury |
Care folders on paper | Leila Haddad |
Medicine charts | Leila Haddad |
Staff files | Beatrix Lowe |
Payroll | Beatrix Lowe |
Rota | Horatio Quill |
Training records | Horatio Quill |
Accounts and invoices | Edmund Vale |
Email | Beatrix Lowe | Emails and messages
Shared drive | Beatrix Lowe |
Staff chat group | Horatio Quill | Emails and messages
Work phones and tablets | Beatrix Lowe |
Camera system | Basil Romero |
Visitor book | Beatrix Lowe |
Accident book | Horatio Quill |
Archive boxes | Beatrix Lowe |
Website and social media | Priscilla Thornbury | Photos on our pages
"""


def _places(book: Book) -> Iterator[Scene]:
    headings = ("Asset name", "Who looks after this?", "How long do you keep what is in it?", "Access review")
    yield book.bring(_COMPLETED, headings, rows(_KEPT, f"{_COMPLETED} ago"))


def _uses(book: Book) -> Iterator[Scene]:
    """Which papers there are for each, and how it is kept safe."""
    papers = {"Website, newsletter and social media": "notice; consent", "Cameras": "notice; dpia; balancing"}
    kept = {"Email": "Emails and messages", "Website, newsletter and social media": "Photos on our pages"}
    names = [each.name for each in content.starters("processing") if each.key not in _NOT_OURS["processing"]]
    yield book.bring(
        _COMPLETED,
        (
            "Activity",
            "Which papers do you have for it?",
            "Documents",
            "Transfer",
            "Security",
            "How long do you keep it?",
        ),
        [
            (
                name,
                papers.get(name, "notice; balancing; policy"),
                "Office computer, Data protection folder",
                "No",
                "Locked away or behind a log-in of one's own; only those who need it can get in.",
                kept.get(name, ""),
            )
            for name in names
        ],
    )


def _flows(book: Book) -> Iterator[Scene]:
    """The real names, and the contracts behind those who work for the home."""
    for name, partner in (
        ("Health and care notes", suppliers.SURGERY),
        ("Medicine orders and charts", suppliers.PHARMACY),
        ("Referrals and assessments", suppliers.COUNCIL),
        ("Invoices for care", suppliers.COUNCIL),
    ):
        yield book.change(_COMPLETED, name, partner=partner)
    for name, partner in (
        ("Care records on the supplier's computers", suppliers.CARE),
        ("Hours, pay and sick leave", suppliers.PAYROLL),
        ("Help with computers", suppliers.IT),
        ("Paper to be destroyed", suppliers.SHREDDING),
        ("Checks of new staff", "Westmere Council, which asks for us"),
        ("Pension payments", "Our pension company"),
    ):
        agreement = "See the list of suppliers, and the blue folder Contracts"
        yield book.change(_COMPLETED, name, partner=partner, agreement=agreement, is_protected=True)


def _gone(book: Book) -> Iterator[Scene]:
    """One care file that waits for years, one batch that went with a certificate, one to be decided today."""
    yield book.add(230, name="Care file 0412", kind="care", triggered_on=235)
    yield book.add(230, name="Visitor slips of the year before last", kind="visitors", triggered_on=600)
    yield book.change(
        190,
        "Visitor slips of the year before last",
        decision="destroy",
        decided_on=196,
        went_on=190,
        how="company",
        certificate="Hedgerow 2207",
    )
    yield book.add(196, name="Applications for the night post", kind="applicant", triggered_on=198)


def _opt_out(book: Book) -> Iterator[Scene]:
    yield book.add(
        240,
        name="How many beds are free, each week",
        recipient=suppliers.COUNCIL,
        purpose="planning",
        about_care=False,
        identifies=False,
        public_care=True,
        owner=story.MANAGER,
    )
