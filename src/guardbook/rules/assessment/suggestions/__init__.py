"""Every rule that can suggest an answer, by the name a pack uses for it."""

from collections.abc import Mapping

from guardbook.rules.assessment.suggestions import leavers, profile, roles, staff, training
from guardbook.rules.assessment.suggestions.suggestion import Rule

RULES: Mapping[str, Rule] = {
    "ico_registration": profile.ico_registration,
    "lead_appointed": roles.lead_appointed,
    "induction": staff.induction,
    "contract_clause": staff.contract_clause,
    "training_needs": training.training_needs,
    "training_coverage": training.training_coverage,
    "role_training": roles.role_training,
    "staff_list": staff.staff_list,
    "leavers_access": leavers.leavers_access,
}
