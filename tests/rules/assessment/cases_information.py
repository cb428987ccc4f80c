"""Worked cases of the suggestions that read what is held, what rests on consent, and keeping times."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Facts, Kept, RegisterFacts
from guardbook.rules.frameworks.items import AnswerKind, Item
from guardbook.rules.registers import assets, processing, retention
from guardbook.rules.registers.assets import Asset, Kind
from guardbook.rules.registers.entries import SOMEBODY, Counted, Entry
from guardbook.rules.registers.information import Data, People
from guardbook.rules.registers.keeping import Measured
from guardbook.rules.registers.lawful_basis import Basis, Condition, Work
from guardbook.rules.registers.processing import Paper, Processing
from guardbook.rules.registers.register import Register
from guardbook.rules.registers.retention import Record, ScheduleLine
from guardbook.rules.registers.terms import Birthday, Unit
from tests.rules.assessment.examples import SOUND, YEAR_BACK, item

MET, NOT_MET, LAPSED, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.LAPSED, Outcome.CANNOT_TELL
LISTED = item("1.1.2", rule="information_listed", answer=AnswerKind.DOCUMENT, window=YEAR_BACK)
CONSENT = item("1.1.6", rule="consent_reviewed")
TIMES = item("1.4.1", rule="keeping_times")

AGREED = date(2026, 9, 1)
STALE = date(2027, 9, 2)
LONG_AGO = date(2025, 11, 21)
CABINET = Asset(name="Cabinet", kind=Kind.PAPER, data=(Data.CARE,), owner=SOMEBODY, retention=(SOMEBODY,))
CARE = Processing(
    name="Care", work=Work.CARE, people=(People.SUPPORTED,), data=(Data.CARE,), conditions=(Condition.HEALTH_CARE,)
)
PHOTOS = Processing(
    name="Newsletter",
    work=Work.MARKETING,
    people=(People.SUPPORTED,),
    data=(Data.PICTURES,),
    bases=(Basis.CONSENT,),
    papers=(Paper.CONSENT,),
)
RECORDS = ScheduleLine(
    name="Care records", kind=Record.CARE, keep=8, unit=Unit.YEARS, measured=Measured.FITS, known="read-2nd"
)
FILES = ScheduleLine(name="Staff files", kind=Record.STAFF_FILE_ALONE, birthday=Birthday.UNTIL)
MONEY = ScheduleLine(name="Accounts", kind=Record.FINANCE, keep=6, unit=Unit.YEARS)
SCHEDULE = (RECORDS, FILES, MONEY)
SHORT = replace(RECORDS, keep=3, measured=Measured.SHORTER)


def kept(entries: Sequence[Entry], whole_on: date | None = AGREED, *, unchecked: int = 0) -> Any:
    """A register with these checked entries."""
    return Kept(tuple(Counted(each) for each in entries), unchecked, whole_on)


def holding(*registers: tuple[Register[Any], Any]) -> Facts:
    """A sound organisation with these registers."""
    return replace(SOUND, registers=RegisterFacts({register.slug: held for register, held in registers}))


def lists(places: Any = None, uses: Any = None) -> Facts:
    """Both lists of item 1.1.2."""
    return holding((assets.REGISTER, places or kept([CABINET])), (processing.REGISTER, uses or kept([CARE])))


def uses(*entries: Processing, **more: Any) -> Facts:
    """A record of processing."""
    return holding((processing.REGISTER, kept(entries, **more)))


def times(lines: Any = None, places: Any = None) -> Facts:
    """A schedule, and the places it is for."""
    return holding((retention.REGISTER, lines or kept(SCHEDULE)), (assets.REGISTER, places or kept([CABINET])))


CASES: dict[str, tuple[Item, Facts, Outcome, date | None]] = {
    "1.1.2 both agreed": (LISTED, lists(), MET, STALE),
    "1.1.2 a year to the day": (LISTED, lists(kept([CABINET], date(2025, 11, 22))), MET, date(2026, 11, 23)),
    "1.1.2 places agreed long ago": (LISTED, lists(kept([CABINET], LONG_AGO)), LAPSED, None),
    "1.1.2 uses agreed long ago": (LISTED, lists(uses=kept([CARE], LONG_AGO)), LAPSED, None),
    "1.1.2 old by publication": (LISTED, replace(lists(), publish_on=date(2027, 10, 1)), LAPSED, None),
    "1.1.2 never agreed": (LISTED, lists(uses=kept([CARE], None)), CANNOT_TELL, STALE),
    "1.1.2 no uses": (LISTED, lists(uses=kept([])), CANNOT_TELL, STALE),
    "1.1.2 only starter rows": (LISTED, lists(kept([], None, unchecked=18)), CANNOT_TELL, STALE),
    "1.1.2 about nobody": (LISTED, lists(uses=kept([CARE, replace(CARE, people=())])), NOT_MET, None),
    "1.1.2 place without contents": (LISTED, lists(kept([replace(CABINET, data=())])), NOT_MET, None),
    "1.1.6 noted": (CONSENT, uses(CARE, PHOTOS), MET, STALE),
    "1.1.6 explicit consent noted": (
        CONSENT,
        uses(replace(PHOTOS, bases=(), conditions=(Condition.EXPLICIT_CONSENT,), work=None)),
        MET,
        STALE,
    ),
    "1.1.6 nothing on consent": (CONSENT, uses(CARE), MET, STALE),
    "1.1.6 one without notes": (CONSENT, uses(PHOTOS, replace(PHOTOS, papers=())), NOT_MET, None),
    "1.1.6 looked at long ago": (CONSENT, uses(PHOTOS, whole_on=LONG_AGO), LAPSED, None),
    "1.1.6 nobody has said that it is whole": (CONSENT, uses(CARE, whole_on=None), CANNOT_TELL, None),
    "1.1.6 empty": (CONSENT, uses(whole_on=None), CANNOT_TELL, None),
    "1.4.1 all timed": (TIMES, times(), MET, STALE),
    "1.4.1 no care records": (TIMES, times(kept([FILES, MONEY])), CANNOT_TELL, STALE),
    "1.4.1 no schedule": (TIMES, times(kept([], None)), CANNOT_TELL, STALE),
    "1.4.1 a line without a time": (
        TIMES,
        times(kept([*SCHEDULE, ScheduleLine(name="Rotas", kind=Record.ROSTER)])),
        CANNOT_TELL,
        STALE,
    ),
    "1.4.1 schedule agreed long ago": (TIMES, times(kept(SCHEDULE, LONG_AGO)), LAPSED, None),
    "D-11.e8 care records too short": (TIMES, times(kept([SHORT, FILES, MONEY])), NOT_MET, None),
    "D-11.e8 too short with a reason": (
        TIMES,
        times(kept([replace(SHORT, reason="The council keeps them."), FILES, MONEY])),
        MET,
        STALE,
    ),
    "1.4.1 for ever": (TIMES, times(kept([*SCHEDULE, replace(RECORDS, keep=None, unit=Unit.FOR_EVER)])), NOT_MET, None),
    "D-02.e4 boxes without a time": (
        TIMES,
        times(places=kept([CABINET, replace(CABINET, retention=())])),
        NOT_MET,
        None,
    ),
    "1.4.1 place out of use": (
        TIMES,
        times(places=kept([CABINET, replace(CABINET, retention=(), ends_on=date(2026, 1, 31))])),
        MET,
        STALE,
    ),
    "1.4.1 place soon out of use": (
        TIMES,
        times(places=kept([replace(CABINET, retention=(), ends_on=date(2026, 12, 31))])),
        NOT_MET,
        None,
    ),
    "1.4.1 places never agreed": (TIMES, times(places=kept([CABINET], None)), CANNOT_TELL, STALE),
}
