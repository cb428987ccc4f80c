"""Facts and what they suggest: the log of incidents."""

from dataclasses import replace
from datetime import date

from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Facts, Happened, IncidentFacts
from guardbook.rules.frameworks.items import Item, Level
from tests.rules.assessment.examples import SOUND, YEAR_BACK, item

Case = tuple[Item, Facts, Outcome, date | None]
MET, NOT_MET, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.CANNOT_TELL

REVIEWED = item("5.1.1", rule="process_reviewed", level=Level.STANDARDS_MET, window=YEAR_BACK, not_applicable=True)
MANAGED = item("6.1.2", rule="management_told", window=YEAR_BACK, not_applicable=True)
TOLD = item("6.1.3", rule="people_told", window=YEAR_BACK, not_applicable=True)

MARCH = Happened(date(2026, 3, 4), is_breach=True, reviewed=True, managed=True, high_risk=True, told=True)
NEAR_MISS = Happened(date(2026, 6, 1), number=2, reviewed=True)
OPEN = Happened(date(2026, 11, 20), is_breach=True, is_open=True)
GONE = date(2027, 3, 5)


def log(*happened: Happened) -> Facts:
    """A sound provider with this log."""
    return replace(SOUND, incidents=IncidentFacts(happened))


CASES: dict[str, Case] = {
    "5.1.1 each was looked at": (REVIEWED, log(MARCH, NEAR_MISS), MET, date(2027, 6, 2)),
    "5.1.1 one was not": (REVIEWED, log(replace(MARCH, reviewed=False), NEAR_MISS), NOT_MET, GONE),
    "5.1.1 nothing is in the log": (REVIEWED, log(), CANNOT_TELL, None),
    "5.1.1 the last one is over a year ago": (
        REVIEWED,
        log(replace(MARCH, found_on=date(2025, 3, 4))),
        CANNOT_TELL,
        None,
    ),
    "5.1.1 a new one is in hand": (REVIEWED, log(MARCH, OPEN), MET, date(2026, 12, 19)),
    "5.1.1 only a new one": (REVIEWED, log(OPEN), CANNOT_TELL, date(2026, 12, 19)),
    "6.1.2 managers knew and agreed": (MANAGED, log(MARCH), MET, GONE),
    "6.1.2 nobody in charge knew": (MANAGED, log(replace(MARCH, managed=False)), NOT_MET, GONE),
    "6.1.2 only a near miss": (MANAGED, log(NEAR_MISS), CANNOT_TELL, None),
    "6.1.3 the people were told": (TOLD, log(MARCH), MET, GONE),
    "6.1.3 they were not": (TOLD, log(replace(MARCH, told=False)), NOT_MET, GONE),
    "6.1.3 no high risk": (TOLD, log(replace(MARCH, high_risk=False)), CANNOT_TELL, None),
}
