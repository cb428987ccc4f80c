"""Facts and questions the assessment tests start from."""

from dataclasses import replace
from datetime import date
from typing import Any

from guardbook.rules.facts import (
    AccessFacts,
    Cohort,
    Facts,
    Kept,
    Leavers,
    NeedsAnalysis,
    Post,
    ProfileFacts,
    RegisterFacts,
    RoleFacts,
    StaffFacts,
    Starters,
    TrainingFacts,
)
from guardbook.rules.frameworks.items import (
    AnswerKind,
    Covers,
    Exemption,
    Item,
    Knowledge,
    Known,
    Level,
    NotApplicable,
    Threshold,
    Unit,
    Window,
    WindowKind,
)
from guardbook.rules.frameworks.packs import Origin, Pack
from guardbook.rules.registers.entries import Counted, Entry
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Register
from guardbook.rules.verdict import Confidence

TODAY = date(2026, 11, 22)
_READ = Known(Confidence.READ)
_KNOWN = Knowledge(_READ, _READ, _READ, _READ, _READ, _READ, _READ)

LEAD = Post(
    role="dsp_lead",
    title="Data Security and Protection Lead",
    holder="Asha Khan",
    job_title="registered manager",
    is_accountable=True,
    from_on=date(2026, 1, 5),
    evidence="a letter from the director",
    accepted_on=date(2026, 1, 6),
    role_training_on=date(2026, 3, 1),
)
SOUND = Facts(
    as_of=TODAY,
    profile=ProfileFacts("Rosemary Care Ltd", "ZA123456", date(2027, 3, 31)),
    roles=RoleFacts((LEAD,)),
    staff=StaffFacts(
        cohorts=(Cohort(19, trained_on=date(2026, 6, 1)), Cohort(1)),
        checked_on=date(2026, 11, 10),
        starters=(Starters(2, date(2026, 5, 1), date(2026, 5, 2)),),
    ),
    training=TrainingFacts(NeedsAnalysis(date(2026, 9, 1), "the director")),
    access=AccessFacts((Leavers(2, date(2026, 8, 31), date(2026, 8, 31)),)),
)
NOTHING_PUBLISHED = Reference()
YEAR_BACK = Window(WindowKind.MONTHS_BACK, Covers.EVIDENCE, "in the last 12 months", months=12)


def keeping(
    register: Register[Any],
    *entries: Entry,
    whole_on: date | None = date(2026, 11, 1),
    unchecked: int = 0,
    facts: Facts = SOUND,
    reference: Reference = NOTHING_PUBLISHED,
) -> Facts:
    """Facts with a register that holds these entries, and was last confirmed as whole on ``whole_on``."""
    rows = tuple(Counted(register.settle(each, reference)) for each in entries)
    kept = Kept(rows, unchecked, whole_on, is_none=whole_on is not None and not entries)
    return replace(facts, registers=RegisterFacts({**facts.registers.by_slug, register.slug: kept}))


def item(
    ref: str,
    *,
    rule: str | None = None,
    level: Level = Level.APPROACHING,
    answer: AnswerKind = AnswerKind.CONFIRM,
    window: Window | None = None,
    not_applicable: bool = False,
    exempt: bool = False,
) -> Item:
    """One question of a pack, with what matters to the test."""
    return Item(
        ref=ref,
        level=level,
        answer=answer,
        question=f"Question {ref}?",
        known=_KNOWN,
        rule=rule,
        window=window,
        not_applicable=NotApplicable(allowed=not_applicable),
        exemptions=(Exemption.CE_PLUS,) if exempt else (),
    )


ICO = item("1.1.1", rule="ico_registration", answer=AnswerKind.TEXT)
WHO_LEADS = replace(
    item("1.1.5", rule="lead_appointed", answer=AnswerKind.TEXT), question="Who is in charge of data security?"
)
INDUCTION = item("2.1.1", rule="induction")
CLAUSE = item("2.2.1", rule="contract_clause")
NEEDS = item("3.1.1", rule="training_needs", level=Level.STANDARDS_MET, window=YEAR_BACK)
COVERAGE = replace(
    item("3.2.1", rule="training_coverage", level=Level.STANDARDS_MET, window=YEAR_BACK),
    threshold=Threshold(95, Unit.PERCENT, "95% or more"),
)
ROLE_TRAINING = item("3.4.1", rule="role_training", level=Level.STANDARDS_MET)
STAFF_LIST = item("4.1.1", rule="staff_list")
LEAVERS_ACCESS = item("4.2.4", rule="leavers_access", exempt=True)
PLAIN = item("6.1.1", not_applicable=True)
OPTIONAL = item("8.3.8", level=Level.OPTIONAL)
WITH_RULES = (ICO, WHO_LEADS, INDUCTION, CLAUSE, NEEDS, COVERAGE, ROLE_TRAINING, STAFF_LIST, LEAVERS_ACCESS)
PACK = Pack("dspt", "8", "2025-26", "Toolkit", Origin.REBUILT, (*WITH_RULES, PLAIN, OPTIONAL))
