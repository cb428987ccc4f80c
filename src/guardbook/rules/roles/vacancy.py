"""A-09: vacancies, deputies, absences and what to hand over; our own defaults but for the CQC notice.

Source of the CQC notice: CQC (Registration) Regulations 2009, regulation 14.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from guardbook.rules.roles import sources, words
from guardbook.rules.roles.vocabulary import Finding, Need, Outcome, Role, Severity
from guardbook.rules.verdict import Confidence, Reason

ESCALATE_AFTER = (timedelta(days=14), timedelta(days=28))
LONG_ABSENCE_DAYS = 28
_DAY = timedelta(days=1)


class Standing(StrEnum):
    """Who does the work today."""

    HELD = "HELD"
    ACTING = "ACTING"
    VACANT = "VACANT"


@dataclass(frozen=True, slots=True)
class Absence:
    """A holder away from work, both days included; ``ends_on`` is ``None`` where nobody knows."""

    starts_on: date
    ends_on: date | None = None
    planned: bool = True
    returned_on: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """One role on one day. ``left_on`` is the last holder's last day; ``held`` is False where there never was one.

    ``bank_holidays`` are the days off in England around the absence; without any, a count of
    working days is not certain.
    """

    role: Role
    need: Need
    as_of: date
    left_on: date | None = None
    held: bool = True
    successor: bool = False
    deputy: bool = False
    absence: Absence | None = None
    is_registered_manager: bool = False
    bank_holidays: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do after a holder leaves."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Who does the work, since when it is vacant, escalations, tasks and the CQC's dates."""

    standing: Standing
    vacant_from: date | None
    escalate_on: tuple[date, ...]
    escalation: int
    findings: tuple[Finding, ...]
    tasks: tuple[Task, ...]
    cqc_notice_by: date | None
    missing_facts: tuple[str, ...]


HANDOVER = (
    Task("end_date", "Record the last day in the role."),
    Task("handover", "Go through the handover checklist together."),
    Task("toolkit_profile", "Change the names in the toolkit profile."),
    Task("caldicott_register", "Check the national Caldicott Guardian register, and change it if it names them."),
    Task("regulator_record", "Check what the regulator holds about your Data Protection Officer, and change it."),
    Task("privacy_notices", "Take their details out of privacy notices."),
    Task("breach_plan", "Change the contacts in the plan for data breaches."),
)
_DECIDE = Task(
    "decide_to_continue", "Decide whether to go on having this role, since you do not need it, and record why."
)


def vacancy(facts: Facts) -> Vacancy:
    """What follows from a holder leaving or being away, on the day given."""
    standing = _standing(facts)
    leaving = facts.left_on is not None and not facts.successor
    vacant_from = facts.left_on + _DAY if facts.left_on and leaving else None
    escalate_on = _escalations(facts, vacant_from)
    notice_by, uncertain = _cqc_notice(facts)
    level = sum(day <= facts.as_of for day in escalate_on)
    return Vacancy(
        standing=standing,
        vacant_from=vacant_from,
        escalate_on=escalate_on,
        escalation=level,
        findings=(*_vacant(facts, vacant_from, level), *_deputies(facts), *_cqc(notice_by)),
        tasks=_tasks(facts),
        cqc_notice_by=notice_by,
        missing_facts=("bank_holidays",) if uncertain else (),
    )


def is_long(absence: Absence, as_of: date) -> bool:
    """Whether an absence lasts 28 continuous days or more, as far as is known on the day given."""
    last_day = (absence.returned_on - _DAY) if absence.returned_on else (absence.ends_on or as_of)
    return (last_day - absence.starts_on).days + 1 >= LONG_ABSENCE_DAYS


def _standing(facts: Facts) -> Standing:
    left = facts.left_on is not None and facts.left_on < facts.as_of and not facts.successor
    away = facts.absence is not None and _is_away(facts.absence, facts.as_of)
    if facts.held and not left and not away:
        return Standing.HELD
    return Standing.ACTING if facts.deputy else Standing.VACANT


def _is_away(absence: Absence, as_of: date) -> bool:
    if absence.returned_on is not None and absence.returned_on <= as_of:
        return False
    return absence.starts_on <= as_of and (absence.ends_on is None or as_of <= absence.ends_on)


def _escalations(facts: Facts, vacant_from: date | None) -> tuple[date, ...]:
    if vacant_from is None or facts.need is not Need.REQUIRED:
        return ()
    return tuple(vacant_from + wait for wait in ESCALATE_AFTER)


def _vacant(facts: Facts, vacant_from: date | None, level: int) -> tuple[Finding, ...]:
    empty = not facts.held or (vacant_from is not None and vacant_from <= facts.as_of)
    if not empty or facts.need is not Need.REQUIRED:
        return ()
    role = words.ROLE[facts.role]
    told = ("", " It has lasted 14 days: tell the owner.", " It has lasted 28 days: tell the owner again.")[level]
    reason = Reason(f"Nobody is {role} now.{told}", "A-09", Confidence.DEFAULT, sources.OUR_CHOICE)
    return (Finding("vacant", Outcome.FAIL, Severity.HIGH, reason, "Appoint somebody.", vacant_from),)


def _deputies(facts: Facts) -> tuple[Finding, ...]:
    if facts.deputy or not facts.held or facts.need is not Need.REQUIRED:
        return ()
    if facts.absence is not None and is_long(facts.absence, facts.as_of):
        text = f"The {words.ROLE[facts.role]} will be away for 28 days or more, and nobody is set to act for them."
        reason = Reason(text, "A-09", Confidence.DEFAULT, sources.OUR_CHOICE)
        return (
            Finding("acting_needed", Outcome.FAIL, Severity.HIGH, reason, "Name who acts.", facts.absence.starts_on),
        )
    reason = Reason("There is no deputy for this role.", "A-09", Confidence.DEFAULT, sources.OUR_CHOICE)
    return (Finding("no_deputy", Outcome.OK_WITH_NOTE, Severity.LOW, reason, "Name a deputy."),)


def _tasks(facts: Facts) -> tuple[Task, ...]:
    if facts.left_on is None:
        return ()
    return (_DECIDE, *HANDOVER) if facts.need is Need.NOT_NEEDED else HANDOVER


def _cqc_notice(facts: Facts) -> tuple[date | None, bool]:
    """The day by which the CQC must know, and whether it is uncertain for want of bank holidays."""
    absence = facts.absence
    if absence is None or not facts.is_registered_manager or not is_long(absence, facts.as_of):
        return None, False
    if absence.returned_on is not None:
        return _working_days_after(absence.returned_on, 7, facts.bank_holidays), not facts.bank_holidays
    if absence.planned:
        return absence.starts_on - timedelta(days=LONG_ABSENCE_DAYS), False
    return _working_days_after(absence.starts_on, 5, facts.bank_holidays), not facts.bank_holidays


def _working_days_after(start: date, count: int, days_off: frozenset[date]) -> date:
    reached = start
    while count:
        reached += _DAY
        if reached.weekday() < 5 and reached not in days_off:
            count -= 1
    return reached


def _cqc(notice_by: date | None) -> tuple[Finding, ...]:
    if notice_by is None:
        return ()
    text = "This person is also the registered manager, so the CQC must be told about the absence."
    reason = Reason(text, "A-09", Confidence.READ, sources.CQC_ABSENCE)
    return (Finding("cqc_notice", Outcome.FAIL, Severity.HIGH, reason, "Tell the CQC.", notice_by),)
