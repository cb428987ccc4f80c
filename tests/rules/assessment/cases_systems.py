"""Cases of the suggestions that read systems, log-ins and leavers."""

from dataclasses import replace
from datetime import date

from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import AccessFacts, Facts
from guardbook.rules.frameworks.items import AnswerKind, Item, Level
from guardbook.rules.registers import access as log_ins
from guardbook.rules.registers import policies
from guardbook.rules.registers import systems as register
from guardbook.rules.registers.access import Access, Kind
from guardbook.rules.registers.access import Level as Power
from guardbook.rules.registers.entries import SOMEBODY
from guardbook.rules.registers.policies import Policy
from guardbook.rules.registers.policy_words import DocumentKind, Topic
from guardbook.rules.registers.systems import SecondStep, System
from tests.rules.assessment.examples import LEAVERS_ACCESS, SOUND, TODAY, item, keeping

MET, NOT_MET, LAPSED, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.LAPSED, Outcome.CANNOT_TELL
LATER = date(2027, 5, 1)

WHO = item("4.1.2", rule="access_known")
ADMINS = item("4.3.1", rule="admin_agreements", level=Level.STANDARDS_MET)
LOGS = item("4.4.1", rule="admin_logs", level=Level.OPTIONAL)
PASSWORDS = replace(item("4.5.4", rule="password_advice"), answer=AnswerKind.TEXT)
STEP = item("4.5.3", rule="second_step", level=Level.STANDARDS_MET)

CARE = System(
    name="Care records",
    used_for="Care plans",
    holds_personal=True,
    outside=True,
    second_step=SecondStep.ALL,
    logs_admins=True,
    access_reviewed_on=date(2026, 10, 1),
)
KIOSK = replace(CARE, name="Menu board", holds_personal=False, outside=False, access_reviewed_on=None)
ROTA = replace(CARE, name="Rota", second_step=SecondStep.CANNOT)
AGREED = replace(ROTA, exception="It has none", exception_by=SOMEBODY, exception_on=date(2026, 9, 1))
ADVICE = Policy(
    name="Passwords",
    kind=DocumentKind.GUIDE,
    covers=(Topic.PASSWORDS,),
    approved_on=date(2026, 10, 1),
    given_out_on=date(2026, 10, 5),
)
CARER = Access(name="sam", kind=Kind.OWN, person=SOMEBODY, level=Power.CHANGE)
ADMIN = replace(CARER, name="asha", level=Power.ADMIN, agreement_signed_on=date(2026, 1, 6))
UNBOUND = replace(ADMIN, agreement_signed_on=None)
FIRM = replace(UNBOUND, name="support", kind=Kind.OUTSIDE, person=None, supplier_clause=True)
LEFT = replace(CARER, person_leaves_on=date(2026, 11, 1))


def systems(*entries: System, whole_on: date | None = date(2026, 11, 1), unchecked: int = 0) -> Facts:
    return keeping(register.REGISTER, *entries, whole_on=whole_on, unchecked=unchecked, facts=doors(CARER))


def doors(*entries: Access, whole_on: date | None = date(2026, 11, 1), facts: Facts = SOUND) -> Facts:
    return keeping(log_ins.REGISTER, *entries, whole_on=whole_on, facts=facts)


def advice(*entries: Policy, facts: Facts = SOUND) -> Facts:
    return keeping(policies.REGISTER, *entries, facts=facts)


NOBODY_LEFT = replace(SOUND, access=AccessFacts())
_KNOWN = {
    "4.1.2 looked through": (WHO, systems(CARE, KIOSK), MET, date(2027, 10, 2)),
    "4.1.2 a year to the day": (
        WHO,
        systems(replace(CARE, access_reviewed_on=date(2025, 11, 22))),
        MET,
        date(2026, 11, 23),
    ),
    "4.1.2 a year and a day": (WHO, systems(replace(CARE, access_reviewed_on=date(2025, 11, 21))), LAPSED, None),
    "4.1.2 old by publication": (WHO, replace(systems(CARE), publish_on=date(2027, 10, 2)), LAPSED, None),
    "4.1.2 never looked through": (
        WHO,
        systems(CARE, replace(CARE, access_reviewed_on=None)),
        CANNOT_TELL,
        date(2027, 10, 2),
    ),
    "4.1.2 nobody said the list is whole": (WHO, systems(CARE, whole_on=None), CANNOT_TELL, date(2027, 10, 2)),
    "4.1.2 whole a year and a day ago": (WHO, systems(CARE, whole_on=date(2025, 11, 21)), LAPSED, None),
    "4.1.2 only starter rows": (WHO, systems(whole_on=None, unchecked=9), CANNOT_TELL, date(2027, 11, 2)),
    "4.1.2 nothing with people in it": (WHO, systems(KIOSK), CANNOT_TELL, date(2027, 11, 2)),
    "4.1.2 no log-ins": (WHO, keeping(register.REGISTER, CARE), CANNOT_TELL, date(2027, 10, 2)),
    "4.1.2 all log-ins closed": (
        WHO,
        doors(replace(CARER, ended_on=TODAY), facts=keeping(register.REGISTER, CARE)),
        CANNOT_TELL,
        date(2027, 10, 2),
    ),
    "4.1.2 the last log-in closes": (
        WHO,
        doors(replace(CARER, ended_on=date(2026, 12, 1)), facts=keeping(register.REGISTER, CARE)),
        MET,
        date(2026, 12, 1),
    ),
    "4.1.2 a level left out": (
        WHO,
        doors(CARER, replace(CARER, level=None), facts=keeping(register.REGISTER, CARE)),
        CANNOT_TELL,
        date(2027, 10, 2),
    ),
}
_ADMINS = {
    "4.3.1 our own and theirs": (ADMINS, doors(CARER, ADMIN, FIRM), MET, date(2027, 11, 2)),
    "4.3.1 only theirs": (ADMINS, doors(FIRM), MET, date(2027, 11, 2)),
    "E-09.e4 one has not signed": (ADMINS, doors(ADMIN, UNBOUND), NOT_MET, None),
    "4.3.1 contract without the clause": (ADMINS, doors(replace(FIRM, supplier_clause=False)), NOT_MET, None),
    "4.3.1 contract not looked at": (
        ADMINS,
        doors(ADMIN, replace(FIRM, supplier_clause=None)),
        CANNOT_TELL,
        date(2027, 11, 2),
    ),
    "4.3.1 nobody is administrator": (ADMINS, doors(CARER), CANNOT_TELL, date(2027, 11, 2)),
    "4.3.1 level left out": (ADMINS, doors(ADMIN, replace(CARER, level=None)), CANNOT_TELL, date(2027, 11, 2)),
    "4.3.1 nobody said the list is whole": (ADMINS, doors(ADMIN, whole_on=None), CANNOT_TELL, None),
    "4.3.1 whole long ago": (ADMINS, doors(ADMIN, whole_on=date(2025, 1, 1)), LAPSED, None),
    "4.3.1 unsigned but closed": (ADMINS, doors(ADMIN, replace(UNBOUND, ended_on=TODAY)), MET, date(2027, 11, 2)),
    "4.3.1 unsigned until it closes": (ADMINS, doors(ADMIN, replace(UNBOUND, ended_on=LATER)), NOT_MET, None),
}
_STEP = {
    "4.5.3 on for all": (STEP, systems(CARE, KIOSK), MET, date(2027, 11, 2)),
    "4.5.3 an agreed exception": (STEP, systems(CARE, AGREED), MET, date(2027, 11, 2)),
    "4.5.3 only exceptions": (STEP, systems(AGREED), MET, date(2027, 11, 2)),
    "4.5.3 nobody agreed": (STEP, systems(CARE, replace(AGREED, exception_by=None)), NOT_MET, None),
    "4.5.3 no day": (STEP, systems(CARE, replace(AGREED, exception_on=None)), NOT_MET, None),
    "E-03.e4 off for two": (STEP, systems(replace(CARE, second_step=SecondStep.SOME)), NOT_MET, None),
    "4.5.3 off": (STEP, systems(CARE, replace(CARE, second_step=SecondStep.OFF)), NOT_MET, None),
    "4.5.3 not said": (STEP, systems(CARE, replace(CARE, second_step=None)), CANNOT_TELL, date(2027, 11, 2)),
    "4.5.3 from outside or not": (STEP, systems(replace(CARE, outside=None)), CANNOT_TELL, date(2027, 11, 2)),
    "4.5.3 none from outside": (STEP, systems(KIOSK), MET, date(2027, 11, 2)),
    "4.5.3 none, but the list may not be whole": (STEP, systems(KIOSK, whole_on=None), CANNOT_TELL, None),
    "4.5.3 whole long ago": (STEP, systems(CARE, whole_on=date(2025, 1, 1)), LAPSED, None),
    "4.5.3 old by publication": (STEP, replace(systems(CARE), publish_on=date(2027, 12, 1)), LAPSED, None),
}
_LOGS = {
    "4.4.1 logged": (LOGS, systems(CARE, KIOSK), MET, date(2027, 11, 2)),
    "4.4.1 one does not": (LOGS, systems(CARE, replace(CARE, logs_admins=False)), NOT_MET, None),
    "4.4.1 not said": (LOGS, systems(CARE, replace(CARE, logs_admins=None)), CANNOT_TELL, date(2027, 11, 2)),
    "4.4.1 whole long ago": (LOGS, systems(CARE, whole_on=date(2025, 1, 1)), LAPSED, None),
}
_PASSWORDS = {
    "4.5.4 advice given out": (PASSWORDS, advice(ADVICE), MET, date(2029, 10, 2)),
    "4.5.4 advice, and own log-ins": (PASSWORDS, advice(ADVICE, facts=systems(CARE)), MET, date(2029, 10, 2)),
    "E-12.e3 one log-in for all": (
        PASSWORDS,
        advice(ADVICE, facts=systems(replace(CARE, is_shared=True))),
        NOT_MET,
        None,
    ),
    "4.5.4 shared, with a reason": (
        PASSWORDS,
        advice(ADVICE, facts=systems(replace(CARE, is_shared=True, shared_because="A kiosk"))),
        MET,
        date(2029, 10, 2),
    ),
    "4.5.4 three years old": (PASSWORDS, advice(replace(ADVICE, approved_on=date(2023, 11, 21))), LAPSED, None),
    "4.5.4 not given out": (PASSWORDS, advice(replace(ADVICE, given_out_on=None)), CANNOT_TELL, date(2029, 10, 2)),
    "4.5.4 an older version given out": (
        PASSWORDS,
        advice(replace(ADVICE, given_out_on=date(2026, 9, 1))),
        NOT_MET,
        None,
    ),
    "4.5.4 about something else": (PASSWORDS, advice(replace(ADVICE, covers=(Topic.RIGHTS,))), NOT_MET, None),
}
_LEAVERS = {
    "4.2.4 log-in closed on the day": (
        LEAVERS_ACCESS,
        doors(replace(LEFT, ended_on=date(2026, 11, 1))),
        MET,
        date(2027, 8, 31),
    ),
    "4.2.4 log-in still open": (LEAVERS_ACCESS, doors(CARER, LEFT), NOT_MET, None),
    "4.2.4 open, of somebody long gone": (
        LEAVERS_ACCESS,
        doors(replace(CARER, person_leaves_on=date(2024, 1, 1)), facts=NOBODY_LEFT),
        NOT_MET,
        None,
    ),
    "4.2.4 log-in closed late": (
        LEAVERS_ACCESS,
        doors(replace(LEFT, ended_on=date(2026, 11, 9))),
        CANNOT_TELL,
        None,
    ),
    "4.2.4 log-in of who leaves soon": (
        LEAVERS_ACCESS,
        doors(replace(CARER, person_leaves_on=date(2026, 11, 30))),
        MET,
        date(2026, 12, 2),
    ),
    "4.2.4 closed too late, ahead": (
        LEAVERS_ACCESS,
        doors(replace(CARER, person_leaves_on=TODAY, ended_on=date(2026, 12, 9))),
        MET,
        date(2026, 11, 24),
    ),
    "4.2.4 both open": (
        LEAVERS_ACCESS,
        doors(
            LEFT, facts=replace(SOUND, access=AccessFacts((replace(SOUND.access.leavers[0], access_removed_on=None),)))
        ),
        NOT_MET,
        None,
    ),
}
CASES: dict[str, tuple[Item, Facts, Outcome, date | None]] = {
    **_KNOWN,
    **_ADMINS,
    **_STEP,
    **_LOGS,
    **_PASSWORDS,
    **_LEAVERS,
}
