"""Worked cases of the suggestions that read plans, exercises, contacts, backups and the opt-out."""

from dataclasses import replace
from datetime import date
from typing import Any

from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Facts
from guardbook.rules.frameworks.items import AnswerKind, Level
from guardbook.rules.registers import backups, contacts, exercises, opt_out, plans, policies
from guardbook.rules.registers.backups import Backup, Often, Place, Result
from guardbook.rules.registers.contacts import Contact, For
from guardbook.rules.registers.entries import SOMEBODY
from guardbook.rules.registers.exercises import Exercise, Form
from guardbook.rules.registers.opt_out import Disclosure, Ground, Purpose
from guardbook.rules.registers.plans import Plan, Scenario
from guardbook.rules.registers.policies import Policy
from guardbook.rules.registers.policy_words import Audience, DocumentKind, Topic
from tests.rules.assessment.examples import YEAR_BACK, item, keeping

MET, NOT_MET, LAPSED, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.LAPSED, Outcome.CANNOT_TELL
OPT_OUT = item("1.2.4", rule="opt_out_followed", level=Level.STANDARDS_MET)
COVERS = item("7.1.2", rule="plan_covers", level=Level.STANDARDS_MET)
TRIED = item("7.2.1", rule="plan_tried", level=Level.STANDARDS_MET, answer=AnswerKind.TEXT)
MADE = item("7.3.1", rule="backups_made", answer=AnswerKind.TEXT, not_applicable=True)
CONTACTS = item("7.3.2", rule="emergency_contacts")
TESTED = item("7.3.4", rule="backups_tested", level=Level.STANDARDS_MET, window=YEAR_BACK, not_applicable=True)

PLAN = Plan(name="Whole plan", covers=tuple(Scenario), approved_on=date(2026, 3, 1), offline_copy="red folder")
EXERCISE = Exercise(
    name="A day without the system",
    held_on=date(2026, 3, 10),
    form=Form.TABLETOP,
    about=(Scenario.RECORDS,),
    took_part=("Asha Khan", "two seniors"),
    lessons="Nobody could find the paper charts",
    actions=("Label the box",),
)
ALL_PURPOSES = (For.IT, For.SYSTEM, For.INTERNET, For.STAFF, For.NHS)
CONTACT = Contact(name="Fernbank IT", rung_for=ALL_PURPOSES, phone="01632 960456", printed_on=date(2026, 10, 1))
BACKUP = Backup(
    name="Office files",
    owner=SOMEBODY,
    places=(Place.LIVE, Place.DRIVE_AWAY, Place.CLOUD),
    often=Often.DAILY,
    opened_by="The manager",
    tested_on=date(2026, 5, 1),
    result=Result.WORKED,
    tested_by="Fernbank IT",
)
STUDY = Disclosure(
    name="Falls of 40 people",
    recipient="a university",
    purpose=Purpose.RESEARCH,
    about_care=True,
    identifies=True,
    public_care=True,
    shared_on=date(2026, 6, 1),
    checked_on=date(2026, 5, 30),
    batch="NDOO-17",
    left_out=True,
)
MENTIONS = Policy(
    name="Opt-out policy", kind=DocumentKind.POLICY, covers=(Topic.OPT_OUT,), approved_on=date(2026, 1, 5)
)
NOTICE = replace(
    MENTIONS, name="Privacy notice", kind=DocumentKind.NOTICE, audience=(Audience.RESIDENTS,), covers=(Topic.OPT_OUT,)
)
LOOKED: dict[str, Any] = {"whole_on": date(2026, 10, 1)}


def plan(*held: Plan, **more: Any) -> Facts:
    return keeping(plans.REGISTER, *held, **LOOKED | more)


def tried(*held: Exercise, **more: Any) -> Facts:
    return keeping(exercises.REGISTER, *held, **LOOKED | more)


def ring(*held: Contact, **more: Any) -> Facts:
    return keeping(contacts.REGISTER, *held, **LOOKED | more)


def backup(*held: Backup, **more: Any) -> Facts:
    return keeping(backups.REGISTER, *held, **LOOKED | more)


def shared(*held: Disclosure, documents: tuple[Policy, ...] = (), **more: Any) -> Facts:
    told = keeping(policies.REGISTER, *(documents or (MENTIONS, NOTICE)), whole_on=LOOKED["whole_on"])
    return keeping(opt_out.REGISTER, *held, facts=told, **LOOKED | more)


def by(facts: Facts, year: int, month: int, day: int) -> Facts:
    """The same facts, with a day of publication."""
    return replace(facts, publish_on=date(year, month, day))


HALF = replace(PLAN, offline_copy="", covers=(Scenario.POWER, Scenario.INTERNET, Scenario.PHONES, Scenario.BUILDING))
REST = replace(
    PLAN,
    name="Data",
    offline_copy="",
    staff_shown_on=date(2026, 3, 9),
    covers=(Scenario.RECORDS, Scenario.CYBER, Scenario.DEVICE, Scenario.SUPPLIER),
)
OLD = date(2025, 11, 21)

PLANS = {
    "7.1.2 covers all": (COVERS, plan(PLAN), MET, date(2027, 3, 2)),
    "7.1.2 two plans together": (COVERS, plan(HALF, REST), MET, date(2027, 3, 2)),
    "7.1.2 the older of two counts": (COVERS, plan(HALF, replace(REST, approved_on=date(2026, 1, 5))), MET,
                                      date(2027, 1, 6)),
    "7.1.2 approved a year ago to the day": (COVERS, plan(replace(PLAN, approved_on=date(2025, 11, 22))), MET,
                                             date(2026, 11, 23)),
    "7.1.2 approved a year and a day ago": (COVERS, plan(replace(PLAN, approved_on=OLD)), LAPSED, None),
    "7.1.2 old by publication": (COVERS, by(plan(PLAN), 2027, 4, 1), LAPSED, None),
    "7.1.2 nothing on cyber attacks": (COVERS, plan(HALF), NOT_MET, None),
    "7.1.2 too few staff is not asked": (COVERS, plan(HALF, REST), MET, date(2027, 3, 2)),
    "7.1.2 never approved": (COVERS, plan(HALF, replace(REST, approved_on=None)), CANNOT_TELL, None),
    "7.1.2 approved tomorrow": (COVERS, plan(replace(PLAN, approved_on=date(2026, 11, 23))), CANNOT_TELL,
                                date(2026, 11, 23)),
    "7.1.2 no plan": (COVERS, plan(), CANNOT_TELL, None),
    "7.1.2 only starter rows": (COVERS, plan(unchecked=3), CANNOT_TELL, None),
}  # fmt: skip
EXERCISES = {
    "E-06.e1 talked through in March": (TRIED, tried(EXERCISE), MET, date(2027, 3, 11)),
    "7.2.1 all done": (TRIED, tried(replace(EXERCISE, actions_done_on=date(2026, 4, 1))), MET, date(2027, 3, 11)),
    "7.2.1 nothing to change": (TRIED, tried(replace(EXERCISE, actions=(), form=None)), MET, date(2027, 3, 11)),
    "E-06.e3 a real event, talked about": (
        TRIED,
        tried(replace(EXERCISE, form=Form.DEBRIEF, held_on=date(2026, 8, 2), lessons="We rang too late.")),
        MET,
        date(2027, 8, 3),
    ),
    "7.2.1 a debrief without lessons": (TRIED, tried(replace(EXERCISE, form=Form.DEBRIEF, lessons="")), NOT_MET, None),
    "7.2.1 the day is unknown": (TRIED, tried(replace(EXERCISE, held_on=None)), NOT_MET, None),
    "7.2.1 planned for December": (TRIED, tried(replace(EXERCISE, held_on=date(2026, 12, 1))), NOT_MET,
                                   date(2026, 12, 1)),
    "7.2.1 a year ago to the day": (TRIED, tried(replace(EXERCISE, held_on=date(2025, 11, 22))), MET,
                                    date(2026, 11, 23)),
    "7.2.1 a year and a day ago": (TRIED, tried(replace(EXERCISE, held_on=OLD)), LAPSED, None),
    "7.2.1 old by publication": (TRIED, by(tried(EXERCISE), 2027, 4, 1), LAPSED, None),
    "E-06.e2 never tried": (TRIED, tried(), CANNOT_TELL, None),
}  # fmt: skip
BACKUPS = {
    "7.3.1 all copied": (MADE, backup(BACKUP), MET, date(2027, 10, 2)),
    "7.3.1 two of them": (MADE, backup(BACKUP, replace(BACKUP, name="Rota", opened_by="")), MET, date(2027, 10, 2)),
    "E-05.e2 synced folder only": (MADE, backup(replace(BACKUP, places=(Place.LIVE, Place.SYNC))), NOT_MET, None),
    "E-05.e5 the test failed": (MADE, backup(replace(BACKUP, result=Result.FAILED)), NOT_MET, None),
    "7.3.1 nobody checks": (MADE, backup(replace(BACKUP, owner=None)), CANNOT_TELL, date(2027, 10, 2)),
    "7.3.1 how often is not said": (MADE, backup(replace(BACKUP, often=None)), CANNOT_TELL, date(2027, 10, 2)),
    "7.3.1 where is not said": (MADE, backup(replace(BACKUP, places=())), CANNOT_TELL, date(2027, 10, 2)),
    "7.3.1 list never looked through": (MADE, backup(BACKUP, whole_on=None), CANNOT_TELL, None),
    "7.3.1 list looked through long ago": (MADE, backup(BACKUP, whole_on=OLD), LAPSED, None),
    "7.3.1 list old by publication": (MADE, by(backup(BACKUP), 2027, 10, 2), LAPSED, None),
    "7.3.1 nothing": (MADE, backup(), CANNOT_TELL, date(2027, 10, 2)),
    "7.3.4 brought back": (TESTED, backup(BACKUP), MET, date(2027, 5, 2)),
    "7.3.4 critical, yearly is enough here": (TESTED, backup(replace(BACKUP, is_critical=True)), MET,
                                              date(2027, 5, 2)),
    "E-05.e4 fourteen months ago": (TESTED, backup(replace(BACKUP, tested_on=date(2025, 9, 22))), LAPSED, None),
    "E-05.e5 it did not come back": (TESTED, backup(replace(BACKUP, result=Result.FAILED)), NOT_MET, None),
    "7.3.4 only part came back": (TESTED, backup(BACKUP, replace(BACKUP, result=Result.PARTLY)), NOT_MET, None),
    "7.3.4 nobody named": (TESTED, backup(replace(BACKUP, tested_by="")), CANNOT_TELL, date(2027, 10, 2)),
    "7.3.4 never tested": (TESTED, backup(replace(BACKUP, tested_on=None, result=None)), CANNOT_TELL, date(2027, 10, 2)),
    "7.3.4 old by publication": (TESTED, by(backup(BACKUP), 2027, 6, 1), LAPSED, None),
}  # fmt: skip
RINGING = {
    "7.3.2 printed": (CONTACTS, ring(CONTACT), MET, date(2027, 4, 2)),
    "7.3.2 several": (CONTACTS, ring(CONTACT, replace(CONTACT, name="Power", rung_for=(For.POWER,))), MET,
                      date(2027, 4, 2)),
    "7.3.2 one is on no paper": (CONTACTS, ring(CONTACT, replace(CONTACT, printed_on=None)), CANNOT_TELL, date(2027, 4, 2)),
    "7.3.2 no number": (CONTACTS, ring(replace(CONTACT, phone="")), CANNOT_TELL, date(2027, 4, 2)),
    "7.3.2 paper a year old to the day": (CONTACTS, ring(replace(CONTACT, printed_on=date(2025, 11, 22))), MET,
                                          date(2026, 11, 23)),
    "7.3.2 paper too old": (CONTACTS, ring(replace(CONTACT, printed_on=OLD)), LAPSED, None),
    "7.3.2 nobody for the internet": (CONTACTS, ring(replace(CONTACT, rung_for=(For.IT, For.STAFF))), CANNOT_TELL,
                                      date(2027, 4, 2)),
    "7.3.2 looked through seven months ago": (CONTACTS, ring(CONTACT, whole_on=date(2026, 4, 22)), LAPSED, None),
    "7.3.2 never looked through": (CONTACTS, ring(CONTACT, whole_on=None, unchecked=2), CANNOT_TELL, date(2027, 10, 2)),
    "7.3.2 nothing": (CONTACTS, ring(), CANNOT_TELL, date(2027, 4, 2)),
}  # fmt: skip
CHOICES = {
    "D-10.e5 nothing is shared": (OPT_OUT, shared(), MET, date(2027, 10, 2)),
    "D-10.e5 said too long ago": (OPT_OUT, shared(whole_on=OLD), LAPSED, None),
    "1.2.4 nobody said so": (OPT_OUT, shared(whole_on=None), CANNOT_TELL, date(2029, 1, 6)),
    "1.2.4 old by publication": (OPT_OUT, by(shared(), 2027, 11, 1), LAPSED, None),
    "1.2.4 checked first": (OPT_OUT, shared(STUDY), MET, date(2027, 10, 2)),
    "D-10.e2 not checked": (OPT_OUT, shared(replace(STUDY, checked_on=None)), NOT_MET, None),
    "1.2.4 checked too late": (OPT_OUT, shared(replace(STUDY, checked_on=date(2026, 6, 2))), NOT_MET, None),
    "1.2.4 not left out": (OPT_OUT, shared(replace(STUDY, left_out=False)), NOT_MET, None),
    "D-10.e4 everybody said yes": (
        OPT_OUT,
        shared(replace(STUDY, grounds=(Ground.CONSENT,), checked_on=None)),
        MET,
        date(2027, 10, 2),
    ),
    "1.2.4 the policy does not say so": (OPT_OUT, shared(documents=(NOTICE,)), NOT_MET, None),
    "1.2.4 the notice does not say so": (OPT_OUT, shared(STUDY, documents=(MENTIONS,)), NOT_MET, None),
    "1.2.4 the policy is too old": (
        OPT_OUT,
        shared(documents=(replace(MENTIONS, approved_on=date(2023, 11, 21)), NOTICE)),
        LAPSED,
        None,
    ),
    "1.2.4 neither is right": (OPT_OUT, shared(replace(STUDY, batch=""), documents=(NOTICE,)), NOT_MET, None),
    "1.2.4 funding not said": (OPT_OUT, shared(replace(STUDY, public_care=None)), CANNOT_TELL, date(2027, 10, 2)),
}
CASES = {**PLANS, **EXERCISES, **BACKUPS, **RINGING, **CHOICES}
