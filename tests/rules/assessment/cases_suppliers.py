"""Cases of the suggestions that read suppliers."""

from dataclasses import replace
from datetime import date

from guardbook.rules.assessment.suggestions.suggestion import Outcome
from guardbook.rules.facts import Facts
from guardbook.rules.frameworks.items import Covers, Item, Window, WindowKind
from guardbook.rules.frameworks.items import Level as ItemLevel
from guardbook.rules.registers import suppliers as register
from guardbook.rules.registers.suppliers.entry import BY_LAW, Clause, Level, Role, Supplier, Work
from tests.rules.assessment.examples import item, keeping

MET, NOT_MET, LAPSED, CANNOT_TELL = Outcome.MET, Outcome.NOT_MET, Outcome.LAPSED, Outcome.CANNOT_TELL

SINCE = Window(WindowKind.SINCE, Covers.EVIDENCE, "since 1 July 2025", since_on=date(2025, 7, 1))
LIST = item("10.1.2", rule="supplier_list")
PROOF = item("10.2.1", rule="supplier_proof", level=ItemLevel.STANDARDS_MET)
CONTRACTS = item("10.2.2", rule="supplier_contracts", level=ItemLevel.OPTIONAL)
SHREDDING = item("1.4.2", rule="destruction_contract", window=SINCE)
SHREDDING_ANY_YEAR = item("1.4.2", rule="destruction_contract")

CARE = Supplier(
    name="Careplan Ltd",
    does="Care records",
    contact="01632 960001",
    work=(Work.SOFTWARE,),
    handles_personal=True,
    role=Role.PROCESSOR,
    contract_on=date(2024, 3, 1),
    contract_reviewed_on=date(2026, 3, 1),
    clauses=BY_LAW,
    ce_until=date(2027, 4, 30),
)
PLUMBER = Supplier(name="Plumber", does="Pipes", work=(Work.PREMISES,), handles_personal=False)
COUNCIL = replace(CARE, name="Council", work=(Work.CARE,), role=Role.CONTROLLER, clauses=(), ce_until=None)
TOOLKIT = replace(CARE, ce_until=None, dspt_level=Level.MET, dspt_year=2026)
ISO = replace(CARE, ce_until=None, iso_until=date(2028, 1, 31), iso_covers=True)
SHREDDER = replace(CARE, name="Shred It Right", work=(Work.DESTROYS,), clauses=(Clause.DESTRUCTION,), ce_until=None)


def firms(*entries: Supplier, whole_on: date | None = date(2026, 11, 1)) -> Facts:
    return keeping(register.REGISTER, *entries, whole_on=whole_on)


WHOLE_UNTIL = date(2027, 11, 2)
_LIST = {
    "10.1.2 whole": (LIST, firms(CARE, COUNCIL, PLUMBER), MET, WHOLE_UNTIL),
    "10.1.2 no contact": (LIST, firms(CARE, replace(CARE, contact="")), NOT_MET, None),
    "10.1.2 whole long ago": (LIST, firms(CARE, whole_on=date(2025, 1, 1)), LAPSED, None),
    "10.1.2 nobody said so": (LIST, firms(CARE, whole_on=None), CANNOT_TELL, None),
    "10.1.2 nobody handles anything": (LIST, firms(PLUMBER), CANNOT_TELL, WHOLE_UNTIL),
    "10.1.2 empty": (LIST, firms(whole_on=None), CANNOT_TELL, None),
}
_PROOF = {
    "10.2.1 certificate": (PROOF, firms(CARE, PLUMBER, COUNCIL), MET, date(2027, 5, 1)),
    "10.2.1 its last day": (PROOF, firms(replace(CARE, ce_until=date(2026, 11, 22))), MET, date(2026, 11, 23)),
    "D-08.e2 ran out": (PROOF, firms(CARE, replace(CARE, ce_until=date(2026, 11, 2))), LAPSED, None),
    "10.2.1 runs out before publication": (
        PROOF,
        replace(firms(CARE), publish_on=date(2027, 5, 1)),
        LAPSED,
        None,
    ),
    "10.2.1 toolkit of the year before": (PROOF, firms(TOOLKIT), MET, date(2027, 7, 1)),
    "10.2.1 toolkit of long ago": (PROOF, firms(replace(TOOLKIT, dspt_year=2025)), LAPSED, None),
    "10.2.1 toolkit, no year": (PROOF, firms(replace(TOOLKIT, dspt_year=None)), CANNOT_TELL, WHOLE_UNTIL),
    "D-08.e1 approaching": (PROOF, firms(replace(TOOLKIT, dspt_level=Level.APPROACHING)), NOT_MET, None),
    "10.2.1 ISO that covers us": (PROOF, firms(ISO), MET, WHOLE_UNTIL),
    "D-08.e3 ISO that leaves us out": (PROOF, firms(replace(ISO, iso_covers=False)), NOT_MET, None),
    "10.2.1 ISO nobody has read": (PROOF, firms(replace(ISO, iso_covers=None)), CANNOT_TELL, WHOLE_UNTIL),
    "10.2.1 the better of two": (PROOF, firms(replace(ISO, ce_until=date(2026, 1, 1))), MET, WHOLE_UNTIL),
    "10.2.1 nothing said": (PROOF, firms(CARE, replace(CARE, ce_until=None)), CANNOT_TELL, date(2027, 5, 1)),
    "10.2.1 work not said": (PROOF, firms(CARE, replace(CARE, work=())), CANNOT_TELL, date(2027, 5, 1)),
    "10.2.1 nobody supplies IT": (PROOF, firms(PLUMBER), CANNOT_TELL, WHOLE_UNTIL),
}
_CONTRACTS = {
    "10.2.2 all there": (CONTRACTS, firms(CARE, COUNCIL, PLUMBER), MET, WHOLE_UNTIL),
    "D-07.e1 no words on other companies": (
        CONTRACTS,
        firms(replace(CARE, clauses=tuple(each for each in BY_LAW if each is not Clause.OTHERS))),
        NOT_MET,
        None,
    ),
    "10.2.2 not looked at": (CONTRACTS, firms(CARE, replace(CARE, clauses=())), CANNOT_TELL, WHOLE_UNTIL),
    "10.2.2 no contract": (CONTRACTS, firms(replace(CARE, contract_on=None)), CANNOT_TELL, WHOLE_UNTIL),
    "10.2.2 role not said": (CONTRACTS, firms(CARE, replace(CARE, role=None)), CANNOT_TELL, WHOLE_UNTIL),
    "10.2.2 whole long ago": (CONTRACTS, firms(CARE, whole_on=date(2025, 1, 1)), LAPSED, None),
}
_SHREDDING = {
    "1.4.2 looked at since": (SHREDDING, firms(SHREDDER, CARE), MET, WHOLE_UNTIL),
    "1.4.2 signed since": (
        SHREDDING,
        firms(replace(SHREDDER, contract_reviewed_on=None, contract_on=date(2025, 7, 1))),
        MET,
        WHOLE_UNTIL,
    ),
    "1.4.2 looked at before": (
        SHREDDING,
        firms(replace(SHREDDER, contract_reviewed_on=date(2025, 6, 30))),
        LAPSED,
        None,
    ),
    "1.4.2 no certificate": (SHREDDING, firms(replace(SHREDDER, clauses=BY_LAW)), NOT_MET, None),
    "1.4.2 contract not looked at": (SHREDDING, firms(replace(SHREDDER, clauses=())), CANNOT_TELL, WHOLE_UNTIL),
    "1.4.2 no contract": (SHREDDING, firms(replace(SHREDDER, contract_on=None)), CANNOT_TELL, WHOLE_UNTIL),
    "1.4.2 nobody destroys": (SHREDDING, firms(CARE), MET, WHOLE_UNTIL),
    "1.4.2 nobody destroys, perhaps": (SHREDDING, firms(CARE, whole_on=None), CANNOT_TELL, None),
    "1.4.2 work not said": (SHREDDING, firms(replace(CARE, work=())), CANNOT_TELL, WHOLE_UNTIL),
    "1.4.2 without a day, a year": (SHREDDING_ANY_YEAR, firms(SHREDDER), MET, date(2027, 3, 2)),
    "1.4.2 without a day, over a year": (
        SHREDDING_ANY_YEAR,
        firms(replace(SHREDDER, contract_reviewed_on=date(2025, 11, 21))),
        LAPSED,
        None,
    ),
}
CASES: dict[str, tuple[Item, Facts, Outcome, date | None]] = {**_LIST, **_PROOF, **_CONTRACTS, **_SHREDDING}
