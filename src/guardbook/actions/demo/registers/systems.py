"""What people at the made-up provider sign in to, and who can use it: most of it out of one spreadsheet."""

from collections.abc import Iterator

from guardbook.actions.demo import story
from guardbook.actions.demo.registers import suppliers
from guardbook.actions.demo.registers.book import Book
from guardbook.actions.demo.story import Member
from guardbook.actions.demo.year import Cast, Scene

CARE, MEDICINES, EMAIL = "Larkspur", "Pennywort", "Office email and files"
ROTA, PAY, COURSES = "Rota board", "Tidewater pay portal", "Candlewick courses"
_BROUGHT = 285  # days ago that the list of log-ins came in
_OFFICE = (story.OWNER, story.MANAGER, story.NURSE, "Horatio Quill", "Beatrix Lowe")
_NO_LOG_IN = frozenset({"Cook", "Housekeeper", "Maintenance", "Activities volunteer"})
_SIGNED = 280


def systems(cast: Cast) -> Iterator[Scene]:
    """Twelve systems. Who can use each was looked through in spring, and again in autumn."""
    book = Book(cast, "systems", story.MANAGER)
    usual = {
        "holds_personal": True,
        "outside": True,
        "second_step": "all",
        "passwords": "12",
        "is_shared": False,
        "logs_admins": True,
        "access_reviewed_on": 165,
        "owner": story.MANAGER,
    }
    for name, used_for, supplier, more in (
        (CARE, "Care plans, daily notes and risk checks", suppliers.CARE, {}),
        (MEDICINES, "What is given, when and by whom", suppliers.MEDICINES, {"owner": story.NURSE}),
        (EMAIL, "Email, calendars and shared files", suppliers.OFFICE, {"owner": "Beatrix Lowe"}),
        (ROTA, "Shifts and holidays", suppliers.OFFICE, {"owner": "Horatio Quill"}),
        ("Call handling", "The telephone menu and its messages", suppliers.LINE, {"holds_personal": False}),
        (COURSES, "Courses and who did them", suppliers.TRAINING, {"passwords": "8_checked"}),
        ("Online banking", "Paying bills and wages", (), {"owner": story.OWNER, "passwords": "none"}),
        ("NHSmail", "Email with the surgery and the hospital", (), {"owner": story.NURSE}),
    ):
        yield book.add(288, **usual | more, name=name, used_for=used_for, suppliers=supplier)
    yield book.add(
        288,
        **usual | {"second_step": "cannot"},
        name="Council portal",
        used_for="Referrals and invoices to the council",
        suppliers=suppliers.COUNCIL,
        exception="The council's website has no second step. We use a long password and only in the office.",
        exception_by=story.OWNER,
        exception_on=284,
    )
    inside = usual | {"outside": False, "second_step": None}
    yield book.add(288, **inside, name="Office computers", used_for="Signing in to Windows", suppliers=suppliers.IT)
    yield book.add(
        288,
        **inside | {"logs_admins": False, "access_reviewed_on": 170},
        name="Camera recorder",
        used_for="Looking at what the door cameras saw",
        suppliers=suppliers.CAMERAS,
    )
    yield book.add(207, **usual, name=PAY, used_for="Hours, wages and payslips", suppliers=suppliers.PAYROLL)
    for name in (CARE, MEDICINES, EMAIL, ROTA, PAY):
        yield book.change(38, name, access_reviewed_on=38)


def log_ins(cast: Cast) -> Iterator[Scene]:
    """Who can use what: everybody's own log-in, those who run the systems, and what changed since."""
    book = Book(cast, "access", "Beatrix Lowe")
    everybody = [each for each in story.staff(cast.today) if each.job not in _NO_LOG_IN]
    first = [each for each in everybody if each.started_on < cast.ago(_BROUGHT)]
    yield book.bring(
        _BROUGHT,
        ("User name", "Application", "Account type", "Staff member", "Supplier", "Access level", "Why", "Granted",
         "Admin agreement", "Contract clause", "Separate admin account"),
        [*(_own(each) for each in first), *_office(), *_administrators()],
    )  # fmt: skip
    for each in everybody:
        if each.started_on >= cast.ago(_BROUGHT):
            begun = (cast.today - each.started_on).days
            yield book.add(
                begun,
                name=_user(each.name),
                systems=CARE,
                kind="own",
                person=each.name,
                level="change",
                granted_on=begun,
            )
    yield book.add(
        206, name="beatrix.pay", systems=PAY, kind="own", person="Beatrix Lowe", level="change", granted_on=206
    )
    for each in everybody:
        # On purpose: one who left keeps the log-in, so the answer about leavers (4.2.4) no longer holds.
        if each.left_on is not None and each.name != story.HAS_NOT_GIVEN_BACK:
            gone = (cast.today - each.left_on).days
            yield book.change(gone, _user(each.name), ended_on=gone)


def _own(member: Member) -> tuple[str, ...]:
    """Each has a log-in of their own to the care records."""
    day = f"{member.started_on:%d/%m/%Y}"
    return _user(member.name), CARE, "One person's own", member.name, "", "Look and change", "", day, "", "", ""


def _office() -> Iterator[tuple[str, ...]]:
    for name in _OFFICE:
        email = f"{_user(name)}@foxglove.example"
        yield email, EMAIL, "One person's own", name, "", "Look and change", "", "300 ago", "", "", ""
    for name in (story.NURSE, "Odette Marlow", "Cyril Banerjee"):
        yield f"nurse {name}", MEDICINES, "One person's own", name, "", "Look and change", "", "300 ago", "", "", ""


def _administrators() -> Iterator[tuple[str, ...]]:
    signed = f"{_SIGNED + 8} ago"
    for system, name in (
        (CARE, story.MANAGER),
        (MEDICINES, story.NURSE),
        (EMAIL, "Beatrix Lowe"),
        (ROTA, "Horatio Quill"),
    ):
        yield f"admin {system}", system, "One person's own", name, "", "Administrator", "", "300 ago", signed, "", "Yes"
    yield (
        "copperleaf", EMAIL, "A supplier's people use it", "", suppliers.IT, "Administrator",
        "They look after it for us", "300 ago", "", "Yes", "Yes",
    )  # fmt: skip
    yield (
        "copperleaf computers", "Office computers", "A supplier's people use it", "", suppliers.IT, "Administrator",
        "They look after them for us", "300 ago", "", "Yes", "Yes",
    )  # fmt: skip
    yield (
        "front desk",
        "Call handling",
        "Several people share it",
        "",
        "",
        "Look",
        "One telephone for all",
        "300 ago",
        "",
        "",
        "",
    )


def _user(name: str) -> str:
    return name.lower().replace(" ", ".")
