"""The steps from a bare installation to a published toolkit, one function each."""

from datetime import date
from pathlib import Path

from tests.journeys import answers, files
from tests.journeys.server import Server
from tests.journeys.walking import Walker

TODAY = date(2026, 11, 22)
PLANNED = date(2026, 12, 5)
EMAIL, PASSWORD = "grace@fernlea.example", "three quiet herons"
PROFILE = {
    "owned_by": "INDEPENDENT",
    "sites": "1",
    "dedicated": "none",
    "record_volume": "SMALL",
    "funding": "COUNCIL_COMMISSIONED",
    "monitoring": "none",
}


def day(name: str, on: date) -> dict[str, str]:
    """The three fields of a date."""
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def set_up(walker: Walker) -> None:
    """The first run: who owns this."""
    walker.open(walker.url)
    walker.fill({"organisation": "Fern Lea Care", "name": "Grace Hale", "email": EMAIL, "password": PASSWORD})
    walker.press("Start")


def own(server: Server, folder: Path) -> None:
    """The same by command, before the server starts, for a machine that is not one's own."""
    password = folder / "password"
    password.write_text(PASSWORD)
    who = ["--name", "Grace Hale", "--email", EMAIL, "--organisation", "Fern Lea Care"]
    made = server.command("owner", *who, "--password-file", str(password))
    assert made.returncode == 0, made.stderr


def sign_in(walker: Walker, name: str = EMAIL, password: str = PASSWORD) -> None:
    """Sign in, and land on the first page."""
    walker.open(f"{walker.url}/sign-in/")
    walker.fill({"sign_in_name": name, "password": password})
    walker.press("Sign in")


def say_what_we_are(walker: Walker) -> int:
    """The questions that decide the roles; return how many were asked."""
    walker.open("wizard/")
    asked = 0
    while "/wizard/" in walker.page.url:
        question = walker.page.url.rstrip("/").rpartition("/")[2]
        walker.fill({"answer": PROFILE[question]})
        walker.press("Save and go on")
        asked += 1
    return asked


def bring_staff(walker: Walker, folder: Path) -> None:
    """The staff list from a spreadsheet: choose, match columns, check."""
    walker.open("people/import/")
    walker.fill({"file": str(files.staff(folder, TODAY))})
    walker.press("Read this file")
    walker.press("Check the rows")
    walker.wait_for("Import 60 rows")
    walker.press("Import 60 rows")


def bring_training(walker: Walker, folder: Path) -> None:
    """The training records from text with commas."""
    walker.open("training/import/")
    walker.fill({"file": str(files.training(folder, TODAY))})
    walker.press("Read this file")
    walker.fill({"meaning": "elearning", "proof": "system_record"})
    walker.press("Check the rows")
    walker.wait_for("Import 58 rows")
    walker.press("Import 58 rows")


def decide_training_needs(walker: Walker) -> None:
    """Who needs which training, approved."""
    walker.open("training/needs/")
    walker.fill({"approved_by": files.DIRECTOR, **day("approved_on", date(2026, 11, 2))})
    walker.press("Record as approved")


def say_details(walker: Walker) -> None:
    """The registration with the regulator."""
    walker.open("settings/details/")
    walker.fill({"ico_number": "ZA000000", "legal_name": "Fern Lea Care Ltd", "ico_legal_name": "Fern Lea Care Ltd"})
    walker.fill(day("ico_expires_on", date(2027, 5, 1)))
    walker.press("Save")


def appoint_the_lead(walker: Walker) -> None:
    """Make the manager the lead, note that she accepted, and record her training for it."""
    walker.open("roles/appoint/dsp_lead/")
    walker.follow(files.MANAGER)
    walker.fill(
        {
            "posts": "REGISTERED_MANAGER",
            "serves_as": "holder",
            **day("from_on", date(2026, 11, 3)),
            "evidence_kind": "MINUTES",
            "evidence_note": "Minutes of 3 November",
        }
    )
    walker.press("Appoint")
    walker.follow("Record that they accepted on paper")
    walker.fill(day("accepted_on", date(2026, 11, 4)))
    walker.press("Save")


def record_the_leads_course(walker: Walker) -> None:
    """A day course for the lead."""
    walker.open("training/record/")
    walker.tick(files.MANAGER)
    walker.fill({"what": "own_course", "course": "Leading on data protection"})
    for outcome in ("responsibility", "law", "threats", "breaches"):
        walker.fill({"covers": outcome})
    walker.fill({**day("completed_on", date(2026, 11, 10)), "proof": "certificate", "level": "L3"})
    walker.press("Record this training")


def answer_everything(walker: Walker) -> int:
    """Start the toolkit and answer every question that must be answered; return how many the records answered."""
    walker.open("toolkit/")
    walker.fill(day("planned_on", PLANNED))
    walker.press("Start")
    from_records = 0
    for item in answers.mandatory():
        walker.open(f"toolkit/dspt/8/{item.ref}/")
        if walker.has("Confirm the suggested answer"):
            walker.press("Confirm the suggested answer")
            from_records += 1
        else:
            walker.fill(answers.typed(item))
            walker.press("Save and confirm")
    return from_records


def freeze(walker: Walker) -> None:
    """Check, confirm, freeze."""
    walker.open("toolkit/dspt/8/publish/")
    walker.fill({"goal": "standards_met", "sure": "on"})
    walker.press("Freeze my answers")


def record_publication(walker: Walker) -> None:
    """Say that it is published on the portal."""
    walker.open("toolkit/dspt/8/published/")
    walker.fill({**day("on", TODAY), "goal": "standards_met"})
    walker.press("Record it")


def look_at_what_is_next(walker: Walker) -> None:
    """A task from writing it down to taking it back, something put off, and a calendar address of one's own."""
    walker.open("next/tasks/add/")
    walker.fill({"title": "Ask the landlord about the lock", "user": "nobody", **day("due_on", PLANNED)})
    walker.press("Save")
    walker.press("It is done")
    walker.press("Take it back")
    assert "Ask the landlord about the lock" in walker.text()
    walker.follow("Who and when Copy your answers to the NHS portal")
    walker.press("Say who does it")
    walker.fill({"user": "nobody"})
    walker.press("Save")
    walker.press("Put it off")
    walker.fill({"reason": "The office is closed this week", **day("until", PLANNED)})
    walker.press("Put it off")
    walker.open("next/?show=put-off")
    assert "The office is closed this week" in walker.text()
    walker.press("Bring back")
    walker.open("next/reminders/")
    walker.fill({"choice": "daily"})
    walker.press("Save")
    walker.press("Make an address")
    assert "/guardbook.ics" in walker.text()
