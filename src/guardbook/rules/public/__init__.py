"""The rules that anybody may ask by name, with their facts and their verdict.

Each is one function from one frozen dataclass to another, so that a page, a command and a
test all put the same question. A new area adds its entries here; the registers have theirs beside.
"""

from guardbook.rules import organisations, people
from guardbook.rules.agenda import reminders
from guardbook.rules.assessment import answers, suggestions, years
from guardbook.rules.duties import due, ticking, unlocks
from guardbook.rules.public import clocks, deciders, incidents, intake, registers, rights
from guardbook.rules.public import dpia as impact
from guardbook.rules.public.entry import Entry
from guardbook.rules.roles import (
    appointment,
    caldicott,
    combinations,
    conflicts,
    dpo,
    funding,
    job_description,
    kind,
    requirement,
    review,
    siro,
    titles,
    vacancy,
)
from guardbook.rules.training import coverage, induction, needs, validity

__all__ = ["RULES", "Entry"]

ROLES = (
    Entry(
        "roles.requirement",
        requirement.Facts,
        requirement.Requirements,
        requirement.requirement,
        "Which of the four roles does this provider need, and what stands behind each need?",
        ("A-01",),
    ),
    Entry(
        "roles.dpo",
        dpo.Facts,
        dpo.Trigger,
        dpo.dpo,
        "Must this provider have a Data Protection Officer?",
        ("A-02",),
    ),
    Entry(
        "roles.kind",
        organisations.Profile,
        kind.Kind,
        kind.kind,
        "What kind of provider is this, and does it use data on a large scale?",
        ("A-03",),
    ),
    Entry(
        "roles.conflicts",
        conflicts.Facts,
        conflicts.Independence,
        conflicts.conflicts,
        "May this person or firm be the Data Protection Officer, and are they independent?",
        ("A-04",),
    ),
    Entry(
        "roles.funding",
        funding.Facts,
        funding.Funded,
        funding.publicly_funded,
        "Does public money pay for anybody's care?",
        ("A-05",),
    ),
    Entry(
        "roles.caldicott",
        caldicott.Facts,
        caldicott.Guardian,
        caldicott.caldicott,
        "Is the Caldicott Guardian's appointment in order?",
        ("A-06",),
    ),
    Entry(
        "roles.caldicott_log",
        caldicott.LogEntry,
        caldicott.LogCheck,
        caldicott.decision_log,
        "Is this entry in the Caldicott Guardian's log complete?",
        ("A-06",),
    ),
    Entry(
        "roles.combinations",
        combinations.Facts,
        combinations.Combination,
        combinations.combinations,
        "May one person hold these roles and posts together?",
        ("A-07",),
    ),
    Entry(
        "roles.appointment",
        appointment.Facts,
        appointment.Appointment,
        appointment.appointment,
        "Is this appointment complete?",
        ("A-08",),
    ),
    Entry(
        "roles.vacancy",
        vacancy.Facts,
        vacancy.Vacancy,
        vacancy.vacancy,
        "What follows when somebody leaves a role or is away?",
        ("A-09",),
    ),
    Entry(
        "roles.job_description",
        job_description.Facts,
        job_description.JobDescription,
        job_description.job_description,
        "Does this job description say all it must, and nothing it may not?",
        ("A-10",),
    ),
    Entry(
        "roles.title",
        titles.Facts,
        titles.Title,
        titles.title,
        "May somebody in this role use this title?",
        ("A-11",),
    ),
    Entry(
        "roles.document",
        titles.Document,
        titles.Mentions,
        titles.document,
        "Does this document speak of an officer whom nobody has appointed?",
        ("A-11",),
    ),
    Entry(
        "roles.siro",
        siro.Facts,
        siro.Siro,
        siro.siro,
        "Is this person right as the owner of information risk?",
        ("A-12",),
    ),
    Entry(
        "roles.review",
        review.Facts,
        review.Review,
        review.review,
        "When must this role be looked at again, and has something happened since?",
        ("A-13",),
    ),
)
PEOPLE = (
    Entry(
        "people.findings",
        people.StaffFacts,
        people.Findings,
        people.findings,
        "What is missing for the people who start, stay or leave?",
        ("F-04", "E-09"),
    ),
    Entry(
        "people.list",
        people.ListFacts,
        people.Freshness,
        people.list_is_current,
        "Does the staff list count as live?",
        (),
    ),
)
TRAINING = (
    Entry(
        "training.validity",
        validity.Record,
        validity.Validity,
        validity.validity,
        "Does this training record count?",
        ("F-01",),
    ),
    Entry(
        "training.coverage",
        coverage.CoverageFacts,
        coverage.Coverage,
        coverage.coverage,
        "Have enough people trained, and who is missing?",
        ("F-02",),
    ),
    Entry(
        "training.needs",
        needs.NeedsFacts,
        needs.Analysis,
        needs.needs,
        "Which training does each person need, and what is missing?",
        ("F-03",),
    ),
    Entry(
        "training.induction",
        induction.InductionFacts,
        induction.Induction,
        induction.induction,
        "When must this person train, and when again?",
        ("F-04",),
    ),
)
ASSESSMENT = (
    Entry(
        "assessment.suggestion",
        suggestions.Question,
        suggestions.suggestion.Suggestion,
        suggestions.suggestion_for,
        "What do the records suggest for this toolkit question, why, and until when?",
        ("A-08", "D-07", "D-08", "D-13", "E-03", "E-09", "F-02", "F-03", "F-04"),
    ),
    Entry(
        "assessment.due",
        years.History,
        years.Due,
        years.next_due,
        "When must the toolkit be published next, and was a year missed?",
        ("G-01", "G-03"),
    ),
    Entry(
        "assessment.words",
        answers.Answer,
        answers.Words,
        answers.words,
        "Does this answer seem to name or describe somebody?",
        ("I-02",),
    ),
)
DUTIES = (
    Entry(
        "duties.next",
        due.Facts,
        due.Next,
        due.next_due,
        "When is this duty due next, and how does it stand?",
        ("G-01", "G-02"),
    ),
    Entry(
        "duties.tick",
        ticking.Facts,
        ticking.Tick,
        ticking.tick,
        "May this duty be ticked as done?",
        ("G-02",),
    ),
    Entry(
        "duties.unlocks",
        unlocks.Facts,
        unlocks.Unlocks,
        unlocks.unlocks,
        "What is a published toolkit good for, and what may not be said of it?",
        ("G-03",),
    ),
)
AGENDA = (
    Entry(
        "agenda.reminder",
        reminders.Moment,
        reminders.Reminder,
        reminders.reminder,
        "Which reminder of something with a day is due, if any?",
        ("G-01",),
    ),
)
_ALL = (
    *clocks.RULES,
    *ROLES,
    *PEOPLE,
    *TRAINING,
    *registers.RULES,
    *intake.RULES,
    *incidents.RULES,
    *rights.RULES,
    *impact.RULES,
    *ASSESSMENT,
    *DUTIES,
    *AGENDA,
    *deciders.DECIDERS,
)
RULES = {entry.name: entry for entry in _ALL}
