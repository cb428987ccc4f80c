"""Every rule that can suggest an answer, by the name a pack uses for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guardbook.rules.assessment.suggestions import (
    backups,
    continuity,
    leavers,
    opt_out,
    profile,
    roles,
    staff,
    training,
)
from guardbook.rules.assessment.suggestions.suggestion import Asked, Rule, Suggestion
from guardbook.rules.facts import Facts


class Name(StrEnum):
    """The names that a pack may use."""

    ICO_REGISTRATION = "ico_registration"
    LEAD_APPOINTED = "lead_appointed"
    INDUCTION = "induction"
    CONTRACT_CLAUSE = "contract_clause"
    TRAINING_NEEDS = "training_needs"
    TRAINING_COVERAGE = "training_coverage"
    ROLE_TRAINING = "role_training"
    STAFF_LIST = "staff_list"
    LEAVERS_ACCESS = "leavers_access"
    PLAN_COVERS = "plan_covers"
    PLAN_TRIED = "plan_tried"
    BACKUPS_MADE = "backups_made"
    EMERGENCY_CONTACTS = "emergency_contacts"
    BACKUPS_TESTED = "backups_tested"
    OPT_OUT_FOLLOWED = "opt_out_followed"


RULES: Mapping[str, Rule] = {
    Name.ICO_REGISTRATION: profile.ico_registration,
    Name.LEAD_APPOINTED: roles.lead_appointed,
    Name.INDUCTION: staff.induction,
    Name.CONTRACT_CLAUSE: staff.contract_clause,
    Name.TRAINING_NEEDS: training.training_needs,
    Name.TRAINING_COVERAGE: training.training_coverage,
    Name.ROLE_TRAINING: roles.role_training,
    Name.STAFF_LIST: staff.staff_list,
    Name.LEAVERS_ACCESS: leavers.leavers_access,
    Name.PLAN_COVERS: continuity.plan_covers,
    Name.PLAN_TRIED: continuity.plan_tried,
    Name.BACKUPS_MADE: backups.backups_made,
    Name.EMERGENCY_CONTACTS: continuity.emergency_contacts,
    Name.BACKUPS_TESTED: backups.backups_tested,
    Name.OPT_OUT_FOLLOWED: opt_out.opt_out_followed,
}


@dataclass(frozen=True, slots=True)
class Question:
    """A suggestion to ask for: which rule, the facts of one organisation, and what the toolkit asks."""

    rule: Name
    facts: Facts
    asked: Asked = field(default_factory=Asked)


def suggestion_for(question: Question) -> Suggestion:
    """What the records suggest, by the rule named (sources: see each rule)."""
    return RULES[question.rule](question.facts, question.asked)
