"""The steps of the people who decide: an officer appointed, a rota system assessed, a Caldicott decision, a monthly report."""

from datetime import date

from tests.journeys import files
from tests.journeys.steps import TODAY, appoint_the_lead, day
from tests.journeys.walking import Walker

CLERK = "Cleo Clerk"
NEXT_YEAR = date(2027, 11, 22)
RISK = {
    "kind": "access",
    "what": "A shift swap shows why somebody was ill",
    "harm": "Shame",
    "likelihood": "possible",
    "severity": "some",
    "likelihood_after": "remote",
    "severity_after": "some",
}


def hire(owner: Walker) -> None:
    """The manager and a clerk, on the staff list."""
    for name in (files.MANAGER, CLERK):
        owner.open("people/add/")
        owner.fill({"name": name, "kind": "employee", **day("started_on", date(2025, 2, 3)), "has_data_access": "yes"})
        owner.send()
    appoint_the_lead(owner)


def appoint_the_officer(owner: Walker) -> str:
    """The manager cannot be the officer, and the clerk can; return what the page said of the manager."""
    owner.open("roles/appoint/dpo/")
    row = owner.page.locator("main tr", has_text=files.MANAGER).inner_text()
    assert owner.page.locator("main").get_by_role("link", name=files.MANAGER).count() == 0
    owner.follow(CLERK)
    owner.fill(
        {
            "posts": "FINANCE_CLERK",
            "serves_as": "holder",
            **day("from_on", TODAY),
            "decides": "no",
            "reports_line": "TOP_LEVEL",
        }
    )
    owner.fill({"expertise": "A long course", "service_knowledge": "Years here", "evidence_kind": "MINUTES"})
    owner.press("Appoint")
    return row


def assess(owner: Walker) -> str:
    """From telling of a rota system to its use; return what its page says at the end."""
    owner.open("changes/tell/")
    owner.fill({"name": "Shifts on an app", "kind": "rota", "told": "Staff see and swap shifts on their phones."})
    owner.press("Tell us")
    here = owner.page.url
    for group, ticked in (("who", "vulnerable_people"), ("how", "tracking"), ("effect", "")):
        owner.open(f"{here}screen/{group}/")
        owner.fill({"criteria": ticked} if ticked else {})
        owner.press("Save and go on")
    assert "You must make an impact assessment" in owner.text()
    owner.press("Begin the assessment")
    _write(owner, here)
    _decide(owner, here)
    return owner.text()


def caldicott(owner: Walker) -> str:
    """A decision of the Caldicott Guardian; return what the Guardian's page says."""
    owner.open("deciding/guardian/")
    owner.follow("Write down a decision")
    owner.fill({"name": "May the police see the visitors' book?", "asked_by": "The deputy", **day("asked_on", TODAY)})
    owner.fill({"outcome": "part", "decision": "The page of one evening", "reason": "A crime is looked into"})
    owner.fill({"decided_by": "Grace Hale", **day("decided_on", TODAY)})
    for principle in owner.page.locator("main [name='principles']").all()[:2]:
        principle.check()
    owner.send()
    owner.open("deciding/guardian/")
    return owner.text()


def monthly_report(owner: Walker) -> str:
    """The monthly report, kept; return what it says."""
    owner.open("deciding/reports/make/monthly/")
    owner.fill({"own_words": "One breach, told in time. Two people now check each envelope."})
    owner.press("Keep this report")
    return owner.text()


def _write(owner: Walker, here: str) -> None:
    for screen in ("what", "data", "fair", "rights", "others"):
        owner.open(f"{here}answers/{screen}/")
        for box in owner.page.locator("main textarea").all():
            box.fill("Shifts and names only. Reasons for absence stay out.")
        owner.press("Save")
    owner.open(f"{here}risks/add/")
    owner.fill(RISK)
    owner.press("Save this risk")
    owner.open(f"{here}measures/add/")
    owner.fill({"name": "Hide reasons", "owner": files.MANAGER, **day("due_on", TODAY), "is_before_start": "yes"})
    owner.press("Save this measure")


def _decide(owner: Walker, here: str) -> None:
    owner.open(f"{here}people/")
    owner.fill({"consulted": "Staff, on 3 November. They like it."})
    owner.press("Save, and end the draft")
    owner.open(f"{here}advice/")
    owner.fill({"advice": "Hide the reasons first."})
    owner.press("Record this advice")
    owner.open(f"{here}decide/")
    owner.fill({"followed": "yes", **day("review_on", NEXT_YEAR)})
    owner.press("Sign it off")
    owner.open(here)
    owner.press("It is in place")
    owner.open(f"{here}begun/")
    owner.fill(day("on", TODAY))
    owner.press("Save")
