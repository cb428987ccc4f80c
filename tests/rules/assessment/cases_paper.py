"""Facts and what they suggest: policies, paper, buildings, walk-rounds and risks."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Facts, Kept, RegisterFacts
from guardbook.rules.frameworks.items import AnswerKind, Covers, Item, Level, Window, WindowKind
from guardbook.rules.registers import audits, paper, policies, premises, risks, spot_checks
from guardbook.rules.registers.audits import OfficerAudit, Result
from guardbook.rules.registers.entries import SOMEBODY, Counted, Entry
from guardbook.rules.registers.paper import Carried, Destroyed, Locked, PaperRecord, SignedOut
from guardbook.rules.registers.policies import Policy
from guardbook.rules.registers.policy_words import POLICY_SET, Audience, DocumentKind, Topic
from guardbook.rules.registers.premises import AtTheDoor, Building, Inside
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Register
from guardbook.rules.registers.risks import Impact, Likelihood, Risk
from guardbook.rules.registers.spot_checks import SpotCheck
from guardbook.rules.registers.walk_round import Answer, Finding, to_text
from tests.rules.assessment.examples import SOUND, YEAR_BACK, item

Case = tuple[Item, Facts, Outcome, date | None]
MET, NOT_MET, LAPSED, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.LAPSED, Outcome.CANNOT_TELL
THREE_YEARS = Window(WindowKind.MONTHS_BACK, Covers.EVIDENCE, "in the last three years", months=36)
WHOLE_ON = date(2026, 3, 1)
WHOLE_ENDS = date(2027, 3, 2)

NOTICES = item("1.1.3", rule="privacy_notices", answer=AnswerKind.DOCUMENT)
POLICIES = item("1.3.1", rule="policy_set", window=THREE_YEARS)
SPOT_CHECKS = item("1.3.2", rule="spot_checks_done", level=Level.STANDARDS_MET, window=YEAR_BACK)
TOP_RISKS = item("1.3.6", rule="top_risks", level=Level.OPTIONAL, answer=AnswerKind.TEXT)
SAFETY = item("1.3.7", rule="policy_on_safety")
RISK_CHECKS = item("1.3.8", rule="policy_on_risk_checks")
OFF_SITE = item("1.3.12", rule="paper_off_site", answer=AnswerKind.TEXT, not_applicable=True)
BUILDINGS = item("1.3.13", rule="building_security", answer=AnswerKind.TEXT)
DISPOSAL = item("1.4.3", rule="own_disposal", answer=AnswerKind.TEXT, not_applicable=True)
ACTIONS = item("5.2.1", rule="actions_followed_up", level=Level.OPTIONAL, window=YEAR_BACK)
BREACHES = item("6.1.1", rule="breach_steps")


def held(register: Register[Any], *entries: Entry, **more: Any) -> tuple[str, Kept[Any]]:
    """A register that holds these entries, as they are once saved."""
    rows = tuple(Counted(register.settle(each, Reference())) for each in entries)
    return register.slug, Kept(rows, **{"whole_on": WHOLE_ON, **more})


def having(*registers: tuple[str, Kept[Any]]) -> Facts:
    """A sound provider with these registers."""
    return replace(SOUND, registers=RegisterFacts(dict(registers)))


AGREED = date(2025, 3, 4)
POLICY = Policy(
    name="Data protection policy",
    kind=DocumentKind.POLICY,
    covers=(*POLICY_SET, Topic.DAILY_SAFETY, Topic.RISK_CHECKS, Topic.DISPOSAL),
    approved_on=AGREED,
)
RUNS_OUT = date(2028, 3, 5)
OLD = replace(POLICY, approved_on=date(2023, 11, 21))
STEPS = Policy(
    name="Breach steps",
    kind=DocumentKind.PROCEDURE,
    covers=(Topic.BREACHES,),
    approved_on=AGREED,
    given_out_on=date(2025, 3, 6),
)
NOTICE = Policy(
    name="Privacy notice",
    kind=DocumentKind.NOTICE,
    audience=(Audience.RESIDENTS, Audience.FAMILIES, Audience.STAFF),
    covers=(Topic.OPT_OUT,),
    approved_on=AGREED,
    given_out_on=AGREED,
)


def documents(*entries: Policy, **more: Any) -> Facts:
    return having(held(policies.REGISTER, *entries, **more))


FILES = PaperRecord(
    name="Care files",
    place="office",
    locked=Locked.WHEN_EMPTY,
    leaves=True,
    carried=(Carried.LOCKED_BAG, Carried.ONLY_NEEDED),
    signed_out=SignedOut.SHEET,
    destroyed=Destroyed.CROSS_CUT,
    is_noted=True,
)
STAFF_FILES = replace(FILES, name="Staff files", leaves=False, carried=(), signed_out=None)
HOUSE = Building(name="Main house", at_the_door=(AtTheDoor.CODE,), inside=(Inside.OFFICE_LOCKED,))


def papers(*entries: PaperRecord, **more: Any) -> Facts:
    return having(held(paper.REGISTER, *entries, **more), held(policies.REGISTER, POLICY))


def places(*entries: Building, files: tuple[PaperRecord, ...] = (), **more: Any) -> Facts:
    return having(held(premises.REGISTER, *entries, **more), held(paper.REGISTER, *files))


FAULT = Answer("printer", Finding.NOT_OK, action="Empty it", owner=UUID(int=7), due_on=date(2026, 12, 1))
ROUND = SpotCheck(
    name="Ground floor",
    done_on=date(2026, 11, 3),
    answers=to_text((Answer("post", Finding.OK), FAULT)),
    agreed_by="Manager",
    agreed_on=date(2026, 11, 4),
)
RIGHT = replace(ROUND, answers=to_text((Answer("post", Finding.OK),)))


AUDIT = OfficerAudit(name="Phones", done_on=date(2026, 11, 3), result=Result.GOOD)


def rounds(*entries: SpotCheck) -> Facts:
    return having(held(spot_checks.REGISTER, *entries, whole_on=None))


RISK = Risk(
    name="An email goes astray",
    likelihood=Likelihood.POSSIBLE,
    impact=Impact.UPSETTING,
    actions="Show staff how to check",
    owner=SOMEBODY,
    is_top=True,
)
THREE = (RISK, replace(RISK, name="A phone is lost"), replace(RISK, name="The care system stops"))


def dangers(*entries: Risk, **more: Any) -> Facts:
    return having(held(risks.REGISTER, *entries, **more))


_POLICIES: dict[str, Case] = {
    "1.3.1 one policy covers all": (POLICIES, documents(POLICY), MET, RUNS_OUT),
    "1.3.1 three years old to the day": (
        POLICIES,
        documents(replace(POLICY, approved_on=date(2023, 11, 22))),
        MET,
        date(2026, 11, 23),
    ),
    "1.3.1 three years and a day": (POLICIES, documents(OLD), LAPSED, None),
    "1.3.1 an old one beside a new one": (POLICIES, documents(POLICY, OLD), LAPSED, None),
    "1.3.1 old by publication": (
        POLICIES,
        replace(documents(POLICY), publish_on=date(2028, 3, 5)),
        LAPSED,
        None,
    ),
    "1.3.1 no network, list whole": (POLICIES, documents(replace(POLICY, covers=POLICY_SET[:-1])), NOT_MET, None),
    "1.3.1 no network, list not whole": (
        POLICIES,
        documents(replace(POLICY, covers=POLICY_SET[:-1]), whole_on=None),
        CANNOT_TELL,
        RUNS_OUT,
    ),
    "1.3.1 starters only": (POLICIES, documents(unchecked=9, whole_on=None), CANNOT_TELL, None),
    "1.3.1 agreed on no day": (POLICIES, documents(replace(POLICY, approved_on=None)), CANNOT_TELL, None),
    "1.3.1 agreed tomorrow": (
        POLICIES,
        documents(replace(POLICY, approved_on=date(2026, 11, 23))),
        CANNOT_TELL,
        date(2026, 11, 23),
    ),
    "1.3.1 a notice is no policy": (POLICIES, documents(replace(POLICY, kind=DocumentKind.NOTICE)), NOT_MET, None),
    "1.3.7 part on safety": (SAFETY, documents(POLICY), MET, RUNS_OUT),
    "1.3.7 another document": (
        SAFETY,
        documents(replace(POLICY, covers=(Topic.DAILY_SAFETY,))),
        NOT_MET,
        None,
    ),
    "1.3.7 old": (SAFETY, documents(OLD), LAPSED, None),
    "1.3.7 no day": (SAFETY, documents(replace(POLICY, approved_on=None)), CANNOT_TELL, None),
    "1.3.8 part on risk": (RISK_CHECKS, documents(POLICY), MET, RUNS_OUT),
    "1.3.8 no such part": (RISK_CHECKS, documents(replace(POLICY, covers=POLICY_SET)), NOT_MET, None),
    "1.3.8 old": (RISK_CHECKS, documents(OLD), LAPSED, None),
    "6.1.1 agreed and given out": (BREACHES, documents(STEPS), MET, RUNS_OUT),
    "6.1.1 the old version given out": (
        BREACHES,
        documents(replace(STEPS, given_out_on=date(2025, 3, 3))),
        NOT_MET,
        None,
    ),
    "6.1.1 not given out": (BREACHES, documents(replace(STEPS, given_out_on=None)), CANNOT_TELL, RUNS_OUT),
    "6.1.1 given out next week": (
        BREACHES,
        documents(replace(STEPS, given_out_on=date(2026, 11, 29))),
        CANNOT_TELL,
        date(2026, 11, 29),
    ),
    "6.1.1 agreed on no day": (BREACHES, documents(replace(STEPS, approved_on=None)), CANNOT_TELL, None),
    "6.1.1 old": (BREACHES, documents(replace(STEPS, approved_on=date(2023, 1, 1))), LAPSED, None),
    "6.1.1 none": (BREACHES, documents(POLICY), NOT_MET, None),
    "1.1.3 one for all": (NOTICES, documents(NOTICE), MET, RUNS_OUT),
    "1.1.3 nothing for staff": (
        NOTICES,
        documents(replace(NOTICE, audience=(Audience.RESIDENTS, Audience.FAMILIES))),
        NOT_MET,
        None,
    ),
    "1.1.3 no opt-out": (NOTICES, documents(replace(NOTICE, covers=())), NOT_MET, None),
    "1.1.3 nobody can read it": (NOTICES, documents(replace(NOTICE, given_out_on=None)), CANNOT_TELL, RUNS_OUT),
    "1.1.3 old": (
        NOTICES,
        documents(replace(NOTICE, approved_on=date(2023, 1, 1), given_out_on=date(2023, 1, 1))),
        LAPSED,
        None,
    ),
    "1.1.3 the old version on the wall": (
        NOTICES,
        documents(replace(NOTICE, given_out_on=date(2024, 1, 1))),
        NOT_MET,
        None,
    ),
}
_PLACES: dict[str, Case] = {
    "1.3.12 signed out": (OFF_SITE, papers(FILES, STAFF_FILES), MET, WHOLE_ENDS),
    "1.3.12 none leaves": (OFF_SITE, papers(STAFF_FILES), MET, WHOLE_ENDS),
    "1.3.12 no paper at all": (OFF_SITE, papers(is_none=True), MET, WHOLE_ENDS),
    "1.3.12 not noted": (OFF_SITE, papers(replace(FILES, signed_out=SignedOut.NOT_NOTED)), NOT_MET, None),
    "1.3.12 bag not said": (OFF_SITE, papers(replace(FILES, carried=())), CANNOT_TELL, WHOLE_ENDS),
    "1.3.12 leaving not said": (OFF_SITE, papers(replace(FILES, leaves=None)), CANNOT_TELL, WHOLE_ENDS),
    "1.3.12 list not whole": (OFF_SITE, papers(STAFF_FILES, whole_on=None), CANNOT_TELL, None),
    "1.3.12 list old": (OFF_SITE, papers(FILES, whole_on=date(2025, 11, 21)), LAPSED, None),
    "1.3.13 described": (BUILDINGS, places(HOUSE, files=(FILES,)), MET, WHOLE_ENDS),
    "1.3.13 no paper": (BUILDINGS, places(HOUSE), MET, WHOLE_ENDS),
    "1.3.13 paper lies open": (
        BUILDINGS,
        places(HOUSE, files=(FILES, replace(FILES, locked=Locked.NO))),
        NOT_MET,
        None,
    ),
    "1.3.13 lock not said": (BUILDINGS, places(HOUSE, files=(replace(FILES, locked=None),)), CANNOT_TELL, WHOLE_ENDS),
    "1.3.13 inside not said": (BUILDINGS, places(replace(HOUSE, inside=())), CANNOT_TELL, WHOLE_ENDS),
    "1.3.13 list old": (BUILDINGS, places(HOUSE, whole_on=date(2025, 11, 21)), LAPSED, None),
    "1.3.13 no building": (BUILDINGS, places(), CANNOT_TELL, WHOLE_ENDS),
    "1.4.3 shredded and noted": (DISPOSAL, papers(FILES), MET, RUNS_OUT),
    "1.4.3 a company does it": (DISPOSAL, papers(replace(FILES, destroyed=Destroyed.COMPANY)), MET, RUNS_OUT),
    "1.4.3 no paper at all": (DISPOSAL, papers(is_none=True), MET, WHOLE_ENDS),
    "1.4.3 in the bin": (DISPOSAL, papers(replace(FILES, destroyed=Destroyed.BIN)), NOT_MET, None),
    "1.4.3 not noted": (DISPOSAL, papers(replace(FILES, is_noted=False)), NOT_MET, None),
    "1.4.3 nobody said how": (DISPOSAL, papers(replace(FILES, destroyed=None)), CANNOT_TELL, RUNS_OUT),
    "1.4.3 noted not said": (DISPOSAL, papers(replace(FILES, is_noted=None)), CANNOT_TELL, RUNS_OUT),
    "1.4.3 no steps": (DISPOSAL, having(held(paper.REGISTER, FILES), held(policies.REGISTER)), NOT_MET, None),
    "1.4.3 old steps": (
        DISPOSAL,
        having(held(paper.REGISTER, FILES), held(policies.REGISTER, OLD)),
        LAPSED,
        None,
    ),
}
_ROUNDS: dict[str, Case] = {
    "1.3.2 three weeks ago": (SPOT_CHECKS, rounds(ROUND), MET, date(2027, 11, 4)),
    "1.3.2 with an audit of the officer": (
        SPOT_CHECKS,
        having(held(spot_checks.REGISTER, ROUND, whole_on=None), held(audits.REGISTER, AUDIT, whole_on=None)),
        MET,
        date(2027, 11, 4),
    ),
    "1.3.2 a year to the day": (
        SPOT_CHECKS,
        rounds(replace(RIGHT, done_on=date(2025, 11, 22))),
        MET,
        date(2026, 11, 23),
    ),
    "1.3.2 a year and a day": (SPOT_CHECKS, rounds(replace(RIGHT, done_on=date(2025, 11, 21))), LAPSED, None),
    "1.3.2 old by publication": (SPOT_CHECKS, replace(rounds(RIGHT), publish_on=date(2027, 11, 4)), LAPSED, None),
    "E-10.e3 no action": (
        SPOT_CHECKS,
        rounds(replace(ROUND, answers=to_text((replace(FAULT, action=""),)))),
        NOT_MET,
        None,
    ),
    "1.3.2 no person": (
        SPOT_CHECKS,
        rounds(replace(ROUND, answers=to_text((replace(FAULT, owner=None),)))),
        NOT_MET,
        None,
    ),
    "1.3.2 written in words": (
        SPOT_CHECKS,
        rounds(replace(ROUND, answers="", found="All well", owner=SOMEBODY)),
        MET,
        date(2027, 11, 4),
    ),
    "1.3.2 nothing written": (SPOT_CHECKS, rounds(replace(ROUND, answers="")), CANNOT_TELL, None),
    "1.3.2 next week": (
        SPOT_CHECKS,
        rounds(replace(RIGHT, done_on=date(2026, 11, 29))),
        CANNOT_TELL,
        date(2026, 11, 29),
    ),
    "1.3.2 none": (SPOT_CHECKS, rounds(), CANNOT_TELL, None),
    "1.3.2 on no day": (SPOT_CHECKS, rounds(replace(RIGHT, done_on=None)), CANNOT_TELL, None),
    "5.2.1 agreed": (ACTIONS, rounds(RIGHT), MET, date(2027, 11, 4)),
    "5.2.1 due next week": (ACTIONS, rounds(ROUND), MET, date(2026, 12, 2)),
    "5.2.1 overdue": (
        ACTIONS,
        rounds(replace(ROUND, answers=to_text((replace(FAULT, due_on=date(2026, 11, 21)),)))),
        NOT_MET,
        None,
    ),
    "5.2.1 nobody named": (
        ACTIONS,
        rounds(replace(ROUND, answers=to_text((replace(FAULT, owner=None),)))),
        NOT_MET,
        None,
    ),
    "5.2.1 not agreed": (ACTIONS, rounds(replace(RIGHT, agreed_on=None)), CANNOT_TELL, date(2027, 11, 4)),
    "5.2.1 long ago": (ACTIONS, rounds(replace(RIGHT, done_on=date(2025, 1, 1))), LAPSED, None),
    "5.2.1 none": (ACTIONS, rounds(), CANNOT_TELL, None),
}
_RISKS: dict[str, Case] = {
    "1.3.6 three with a plan": (TOP_RISKS, dangers(*THREE), MET, WHOLE_ENDS),
    "1.3.6 others do not matter": (TOP_RISKS, dangers(*THREE, replace(RISK, is_top=False)), MET, WHOLE_ENDS),
    "1.3.6 two": (TOP_RISKS, dangers(*THREE[:2]), CANNOT_TELL, WHOLE_ENDS),
    "1.3.6 four": (TOP_RISKS, dangers(*THREE, RISK), NOT_MET, None),
    "1.3.6 nobody sees to one": (TOP_RISKS, dangers(*THREE[:2], replace(RISK, owner=None)), NOT_MET, None),
    "1.3.6 list old": (TOP_RISKS, dangers(*THREE, whole_on=date(2025, 11, 21)), LAPSED, None),
    "1.3.6 list not whole": (TOP_RISKS, dangers(*THREE, whole_on=None), CANNOT_TELL, None),
}
CASES = _POLICIES | _PLACES | _ROUNDS | _RISKS
