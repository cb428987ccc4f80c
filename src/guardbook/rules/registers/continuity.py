"""Whether what keeps care going would work: one backup (E-05), and the plan and its exercises (E-06)."""

from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.registers import backups, contacts, exercises, plans
from guardbook.rules.registers.backups import Backup, Restore
from guardbook.rules.registers.entries import Counted
from guardbook.rules.registers.exercises import Exercise
from guardbook.rules.registers.plans import Plan, Scenario
from guardbook.rules.registers.register import Gap, Severity


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """One backup, and the day to judge."""

    backup: Backup
    as_of: date


@dataclass(frozen=True, slots=True)
class BackupVerdict:
    """How many copies there are, whether they are enough, whether one is known to come back, and what is wrong."""

    copies: int
    media: int
    away: int
    is_enough: bool
    restore: Restore
    restore_due_on: date | None
    findings: tuple[Gap, ...]


def backup(facts: BackupFacts) -> BackupVerdict:
    """Say whether a backup is enough and proven. Source: rule E-05."""
    seen = backups.copies(facts.backup.places)
    return BackupVerdict(
        seen.copies,
        seen.media,
        seen.away,
        backups.is_copied(facts.backup) and backups.is_safe(facts.backup),
        backups.restore(facts.backup, facts.as_of),
        backups.restore_due_on(facts.backup),
        tuple(backups.gaps(facts.backup, facts.as_of)),
    )


@dataclass(frozen=True, slots=True)
class ExerciseFacts:
    """The plans, what was done to try them, and when somebody last went through the emergency contacts."""

    as_of: date
    plans: tuple[Plan, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    contacts_looked_at_on: date | None = None


@dataclass(frozen=True, slots=True)
class ExerciseVerdict:
    """Whether a plan was tried in the last year, when to try it next, what is still to do, and what is wrong.

    ``next_due_on`` is None where no exercise counts yet, so that it is due now. ``not_covered``
    is what no plan covers.
    """

    is_met: bool
    latest_on: date | None
    next_due_on: date | None
    actions_open: int
    not_covered: tuple[Scenario, ...]
    findings: tuple[Gap, ...]


def exercise(facts: ExerciseFacts) -> ExerciseVerdict:
    """Say whether the plan was tried, and what is missing in it. Source: rule E-06."""
    on = facts.as_of
    held = exercises.counting(facts.exercises, on)
    latest = held[0][0] if held else None
    due = exercises.good_until(latest) if latest else None
    return ExerciseVerdict(
        due is not None and due >= on,
        latest,
        due,
        sum(exercises.is_open(each) for each in facts.exercises),
        tuple(each for each in Scenario if each not in plans.covered(facts.plans)),
        (
            *exercises.findings([Counted(each) for each in facts.exercises], on),
            *(gap for each in facts.exercises for gap in exercises.gaps(each, on)),
            *plans.findings([Counted(each) for each in facts.plans], on),
            *(gap for each in facts.plans for gap in plans.gaps(each, on)),
            *_contacts(facts),
        ),
    )


def _contacts(facts: ExerciseFacts) -> tuple[Gap, ...]:
    looked = facts.contacts_looked_at_on
    if looked is not None and dates.add_months(looked, contacts.LOOKED_AT_EVERY) >= facts.as_of:
        return ()
    text = "Go through the emergency contacts, and ring the numbers you are not sure of."
    return (Gap(text, Severity.LOW, "", "E-06"),)
