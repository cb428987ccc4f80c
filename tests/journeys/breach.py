"""The steps from a report to a closed breach, with the regulator and the people told."""

from pathlib import Path

from tests.journeys.steps import TODAY, day
from tests.journeys.telling import open_report
from tests.journeys.walking import Walker

NOTICE = {
    "nature": "A letter about one person's appointment went to the family of another.",
    "people": "1 person we support",
    "records": "1 letter",
    "contact": "Grace Hale, 01632 960001",
    "consequences": "Distress, and the other family knows of an illness.",
    "measures": "The letter came back unopened by anybody else. Two people now check each envelope.",
}


def start(manager: Walker, number: str) -> str:
    """Put what was reported into the log; return the address of the incident."""
    open_report(manager, number)
    manager.follow("Put it in the log of incidents")
    assert "A letter about one resident" in manager.page.input_value("[name=story]")
    manager.fill({"title": "Letter in the wrong envelope", **day("certain_on", TODAY), "certain_at": "9:30"})
    manager.press("Save it")
    return manager.page.url.partition("questions/")[0]


def answer_questions(manager: Walker) -> None:
    """The ten questions."""
    manager.fill({"danger": "no", "whose": "supported", "what": "seen"})
    manager.press("Next")
    manager.fill({"sort": "care", "holder": "outsider", "unreadable": "no", "how": "wrong_person"})
    manager.press("Next")
    manager.fill({"part": "ours", "paid": "no"})
    manager.press("Save, and show who must be told")


def contain(manager: Walker) -> None:
    """Keep the harm from growing."""
    manager.follow("Contain it")
    manager.fill({"text": "The daughter brought the letter back.", "contains": "yes"})
    manager.press("Save")


def judge(manager: Walker) -> None:
    """Judge the risk to people as high."""
    manager.follow("Judge the risk to people")
    manager.fill({"people": "1", "recovered": "no", "copies_taken": "not-sure", "risk": "HIGH_RISK"})
    manager.fill({"likelihood": "3", "impact": "3"})
    manager.press("Save the judgement")


def decide(manager: Walker) -> None:
    """Decide that the regulator and the people are told."""
    manager.follow("Decide who is told")
    manager.fill({"report": "yes", "tell_people": "yes", "rationale": "It is about somebody's health."})
    manager.press("Record the decision")


def tell_the_regulator(manager: Walker) -> None:
    """Write the notice, and record that it went."""
    manager.follow("Tell the regulator")
    manager.follow("Write or change the words")
    manager.fill(NOTICE)
    manager.press("Save")
    manager.follow("I sent it: record that")
    manager.fill({"via": "toolkit", **day("sent_on", TODAY), "sent_at": "10:00", "reference": "ICO-1"})
    manager.press("Record it")


def tell_the_people(manager: Walker, incident: str) -> None:
    """Record that the person was told."""
    manager.open(f"{incident}tell/individuals/")
    manager.fill({**day("told_on", TODAY), "told_at": "10:00", "note": "By letter and by phone"})
    manager.press("Save")


def learn(manager: Walker) -> None:
    """What let it happen, and what is done about it."""
    manager.follow("Learn from it")
    manager.fill({"cause": "Two names look alike.", "lessons": "Two people check.", "process_changed": "yes"})
    manager.fill({"managers_told": "Grace Hale", **day("managers_told_on", TODAY), "agreed_by": "Grace Hale"})
    manager.press("Save")


def close(manager: Walker, incident: str) -> str:
    """Close it; return what its page says then."""
    manager.open(incident)
    manager.follow("Close it")
    manager.press("Close it")
    return manager.text()


def letter(manager: Walker, incident: str, folder: Path) -> Path:
    """The letter to the person, as a PDF."""
    manager.open(incident)
    return manager.download("Letter", folder)
