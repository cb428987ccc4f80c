"""Cases of the suggestions that read how devices are kept safe."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Facts
from guardbook.rules.frameworks.items import AnswerKind, Level
from guardbook.rules.registers.devices.device import Device, Kind, Ownership
from guardbook.rules.registers.devices.register import REGISTER
from guardbook.rules.registers.lasting import Importance, Needs
from guardbook.rules.registers.questions import Ticked
from tests.rules.assessment.examples import item, keeping
from tests.rules.registers.published import REFERENCE

MET, NOT_MET, LAPSED, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.LAPSED, Outcome.CANNOT_TELL
YES, NO, DOES_NOT_APPLY = Ticked.YES, Ticked.NO, Ticked.NOT_APPLICABLE
ASHA = UUID(int=7)
OWN = item("1.3.11", rule="own_devices", not_applicable=True)
PHONES = item("1.3.14", rule="work_phones", level=Level.STANDARDS_MET, answer=AnswerKind.TEXT)
VIRUSES = item("6.2.1", rule="virus_protection")
WIFI = item("6.3.2", rule="public_wifi", level=Level.STANDARDS_MET)
UPDATES = item("8.3.5", rule="prompt_updates", level=Level.STANDARDS_MET, answer=AnswerKind.TEXT)
ENCRYPTED = item("9.5.2", rule="encrypted_devices", level=Level.STANDARDS_MET)

LAPTOP = Device(
    name="Office laptop",
    owner=ASHA,
    kind=Kind.LAPTOP,
    ownership=Ownership.COMPANY,
    location="Office",
    importance=Importance.VITAL,
    needs=(Needs.POWER,),
    system="Windows 11 Pro 25H2",
    holds_personal=True,
    goes_out=True,
    encrypted=YES,
    locked=YES,
    wipes=YES,
    protected=YES,
    updates_itself=True,
    rules_signed=YES,
)
PHONE = replace(LAPTOP, name="On-call phone", kind=Kind.PHONE, make="Samsung Galaxy A54", system="")
OWN_PHONE = replace(PHONE, name="Ben's phone", ownership=Ownership.PERSONAL)
TABLET = replace(LAPTOP, name="Tablet 1", kind=Kind.TABLET, system="Android 15", goes_out=False)
DESKTOP = replace(LAPTOP, name="Reception", kind=Kind.DESKTOP, goes_out=False, encrypted=NO)
STICK = replace(LAPTOP, name="Memory stick", kind=Kind.STICK, system="", locked=None, protected=None)
GONE = replace(
    LAPTOP, name="Old laptop", encrypted=NO, protected=NO, rules_signed=NO, disposed_on=date(2026, 3, 1), system=""
)
WHOLE_UNTIL = date(2027, 11, 2)


def devices(*entries: Device, whole_on: date | None = date(2026, 11, 1), unchecked: int = 0) -> Facts:
    return keeping(REGISTER, *entries, whole_on=whole_on, unchecked=unchecked, reference=REFERENCE)


_OWN = {
    "1.3.11 signed": (OWN, devices(LAPTOP, OWN_PHONE), MET, WHOLE_UNTIL),
    "1.3.11 nobody's own": (OWN, devices(LAPTOP), MET, WHOLE_UNTIL),
    "1.3.11 no devices at all": (OWN, devices(), MET, WHOLE_UNTIL),
    "1.3.11 not signed": (OWN, devices(OWN_PHONE, replace(OWN_PHONE, rules_signed=NO)), NOT_MET, None),
    "1.3.11 not said": (OWN, devices(replace(OWN_PHONE, rules_signed=None)), CANNOT_TELL, WHOLE_UNTIL),
    "1.3.11 does not apply is no answer": (
        OWN,
        devices(replace(OWN_PHONE, rules_signed=DOES_NOT_APPLY)),
        CANNOT_TELL,
        WHOLE_UNTIL,
    ),
    "1.3.11 whole long ago": (OWN, devices(LAPTOP, whole_on=date(2025, 11, 1)), LAPSED, None),
    "1.3.11 nobody said that it is whole": (OWN, devices(LAPTOP, whole_on=None), CANNOT_TELL, None),
    "1.3.11 the unsigned one is gone": (OWN, devices(replace(GONE, ownership=Ownership.PERSONAL)), MET, WHOLE_UNTIL),
    "1.3.11 old by publication": (
        OWN,
        replace(devices(OWN_PHONE), publish_on=date(2027, 12, 1)),
        LAPSED,
        None,
    ),
}
_PHONES = {
    "1.3.14 safe": (PHONES, devices(PHONE, LAPTOP), MET, WHOLE_UNTIL),
    "1.3.14 no work phones": (PHONES, devices(LAPTOP, OWN_PHONE), MET, WHOLE_UNTIL),
    "1.3.14 cannot be wiped": (PHONES, devices(PHONE, replace(PHONE, wipes=NO)), NOT_MET, None),
    "1.3.14 no lock": (PHONES, devices(replace(PHONE, locked=NO)), NOT_MET, None),
    "1.3.14 no more fixes": (PHONES, devices(replace(PHONE, make="Samsung A40")), NOT_MET, None),
    "1.3.14 wiping not said": (PHONES, devices(replace(PHONE, wipes=None)), CANNOT_TELL, WHOLE_UNTIL),
    "1.3.14 version not known": (PHONES, devices(replace(PHONE, make="iPhone 14")), CANNOT_TELL, WHOLE_UNTIL),
    "1.3.14 fixes seen, no end announced": (
        PHONES,
        devices(replace(PHONE, make="iPhone 14", system="iOS 26")),
        MET,
        date(2027, 8, 23),
    ),
    "1.3.14 whole long ago": (PHONES, devices(PHONE, whole_on=date(2025, 11, 1)), LAPSED, None),
}
_VIRUSES = {
    "6.2.1 all protected": (VIRUSES, devices(LAPTOP, DESKTOP, PHONE), MET, WHOLE_UNTIL),
    "6.2.1 tablet with one store": (VIRUSES, devices(replace(TABLET, protected=DOES_NOT_APPLY)), MET, WHOLE_UNTIL),
    "6.2.1 computer where it does not apply": (
        VIRUSES,
        devices(replace(LAPTOP, protected=DOES_NOT_APPLY)),
        CANNOT_TELL,
        WHOLE_UNTIL,
    ),
    "6.2.1 one is not": (VIRUSES, devices(LAPTOP, replace(DESKTOP, protected=NO)), NOT_MET, None),
    "6.2.1 not said": (VIRUSES, devices(replace(DESKTOP, protected=None)), CANNOT_TELL, WHOLE_UNTIL),
    "6.2.1 only phones": (VIRUSES, devices(PHONE), MET, WHOLE_UNTIL),
    "6.2.1 the unsafe one is gone": (VIRUSES, devices(LAPTOP, GONE), MET, WHOLE_UNTIL),
    "6.2.1 whole long ago": (VIRUSES, devices(LAPTOP, whole_on=date(2025, 1, 1)), LAPSED, None),
}
_WIFI = {
    "6.3.2 signed": (WIFI, devices(LAPTOP, TABLET), MET, WHOLE_UNTIL),
    "6.3.2 nothing goes out": (WIFI, devices(TABLET, DESKTOP), MET, WHOLE_UNTIL),
    "6.3.2 not signed": (WIFI, devices(replace(LAPTOP, rules_signed=NO)), NOT_MET, None),
    "6.3.2 not said whether it goes out": (WIFI, devices(replace(TABLET, goes_out=None)), CANNOT_TELL, WHOLE_UNTIL),
    "6.3.2 whole long ago": (WIFI, devices(LAPTOP, whole_on=date(2025, 1, 1)), LAPSED, None),
}
BY_HAND = replace(LAPTOP, updates_itself=False, updated_on=date(2026, 11, 1))
_UPDATES = {
    "8.3.5 by themselves": (UPDATES, devices(LAPTOP, PHONE), MET, WHOLE_UNTIL),
    "8.3.5 by hand three weeks ago": (UPDATES, devices(LAPTOP, BY_HAND), MET, date(2026, 12, 2)),
    "8.3.5 on the thirtieth day": (
        UPDATES,
        devices(replace(BY_HAND, updated_on=date(2026, 10, 23))),
        MET,
        date(2026, 11, 23),
    ),
    "8.3.5 by hand too long ago": (UPDATES, devices(replace(BY_HAND, updated_on=date(2026, 10, 22))), LAPSED, None),
    "8.3.5 not said": (UPDATES, devices(replace(BY_HAND, updated_on=None)), CANNOT_TELL, WHOLE_UNTIL),
    "8.3.5 nothing to update": (UPDATES, devices(STICK), MET, WHOLE_UNTIL),
    "8.3.5 by hand, published later": (
        UPDATES,
        replace(devices(BY_HAND), publish_on=date(2027, 3, 1)),
        LAPSED,
        None,
    ),
}
_ENCRYPTED = {
    "9.5.2 all encrypted": (ENCRYPTED, devices(LAPTOP, STICK, DESKTOP), MET, WHOLE_UNTIL),
    "E-09.e2 laptop not encrypted": (ENCRYPTED, devices(LAPTOP, replace(LAPTOP, encrypted=NO)), NOT_MET, None),
    "9.5.2 holds nothing personal": (
        ENCRYPTED,
        devices(replace(LAPTOP, encrypted=NO, holds_personal=False)),
        MET,
        WHOLE_UNTIL,
    ),
    "9.5.2 not said": (ENCRYPTED, devices(replace(STICK, encrypted=None)), CANNOT_TELL, WHOLE_UNTIL),
    "9.5.2 does not apply needs a reason": (
        ENCRYPTED,
        devices(replace(LAPTOP, encrypted=DOES_NOT_APPLY)),
        CANNOT_TELL,
        WHOLE_UNTIL,
    ),
    "9.5.2 whole long ago": (ENCRYPTED, devices(LAPTOP, whole_on=date(2025, 1, 1)), LAPSED, None),
    "9.5.2 starter rows only": (ENCRYPTED, devices(whole_on=None, unchecked=3), CANNOT_TELL, None),
}
CASES = _OWN | _PHONES | _VIRUSES | _WIFI | _UPDATES | _ENCRYPTED
