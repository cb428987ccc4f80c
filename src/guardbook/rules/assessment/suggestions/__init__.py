"""Every rule that can suggest an answer, by the name a pack uses for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guardbook.rules.assessment.suggestions import (
    backups,
    continuity,
    devices,
    equipment,
    incidents,
    information,
    lasting,
    leavers,
    opt_out,
    passwords,
    places,
    policies,
    profile,
    protection,
    risks,
    roles,
    spot_checks,
    staff,
    suppliers,
    systems,
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
    INFORMATION_LISTED = "information_listed"
    CONSENT_REVIEWED = "consent_reviewed"
    KEEPING_TIMES = "keeping_times"
    ACCESS_KNOWN = "access_known"
    ADMIN_AGREEMENTS = "admin_agreements"
    ADMIN_LOGS = "admin_logs"
    SECOND_STEP = "second_step"
    PASSWORD_ADVICE = "password_advice"  # noqa: S105 - the name of a rule
    SUPPLIER_LIST = "supplier_list"
    SUPPLIER_PROOF = "supplier_proof"
    SUPPLIER_CONTRACTS = "supplier_contracts"
    DESTRUCTION_CONTRACT = "destruction_contract"
    PRIVACY_NOTICES = "privacy_notices"
    POLICY_SET = "policy_set"
    SPOT_CHECKS_DONE = "spot_checks_done"
    TOP_RISKS = "top_risks"
    POLICY_ON_SAFETY = "policy_on_safety"
    POLICY_ON_RISK_CHECKS = "policy_on_risk_checks"
    PAPER_OFF_SITE = "paper_off_site"
    BUILDING_SECURITY = "building_security"
    OWN_DISPOSAL = "own_disposal"
    ACTIONS_FOLLOWED_UP = "actions_followed_up"
    BREACH_STEPS = "breach_steps"
    PLAN_COVERS = "plan_covers"
    PLAN_TRIED = "plan_tried"
    BACKUPS_MADE = "backups_made"
    EMERGENCY_CONTACTS = "emergency_contacts"
    BACKUPS_TESTED = "backups_tested"
    OPT_OUT_FOLLOWED = "opt_out_followed"
    OWN_DEVICES = "own_devices"
    WORK_PHONES = "work_phones"
    VIRUS_PROTECTION = "virus_protection"
    PUBLIC_WIFI = "public_wifi"
    DEVICE_LIST = "device_list"
    DEVICE_IMPORTANCE = "device_importance"
    DEVICE_LIFE = "device_life"
    SUPPORTED_SYSTEMS = "supported_systems"
    UNSUPPORTED_PLAN = "unsupported_plan"
    PROMPT_UPDATES = "prompt_updates"
    ROUTER_PASSWORDS = "router_passwords"
    ENCRYPTED_DEVICES = "encrypted_devices"
    PROCESS_REVIEWED = "process_reviewed"
    MANAGEMENT_TOLD = "management_told"
    PEOPLE_TOLD = "people_told"


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
    Name.INFORMATION_LISTED: information.information_listed,
    Name.CONSENT_REVIEWED: information.consent_reviewed,
    Name.KEEPING_TIMES: information.keeping_times,
    Name.ACCESS_KNOWN: systems.access_known,
    Name.ADMIN_AGREEMENTS: systems.admin_agreements,
    Name.ADMIN_LOGS: systems.admin_logs,
    Name.SECOND_STEP: systems.second_step,
    Name.PASSWORD_ADVICE: passwords.password_advice,
    Name.SUPPLIER_LIST: suppliers.supplier_list,
    Name.SUPPLIER_PROOF: suppliers.supplier_proof,
    Name.SUPPLIER_CONTRACTS: suppliers.supplier_contracts,
    Name.DESTRUCTION_CONTRACT: suppliers.destruction_contract,
    Name.PRIVACY_NOTICES: policies.privacy_notices,
    Name.POLICY_SET: policies.policy_set,
    Name.SPOT_CHECKS_DONE: spot_checks.spot_checks_done,
    Name.TOP_RISKS: risks.top_risks,
    Name.POLICY_ON_SAFETY: policies.policy_on_safety,
    Name.POLICY_ON_RISK_CHECKS: policies.policy_on_risk_checks,
    Name.PAPER_OFF_SITE: places.paper_off_site,
    Name.BUILDING_SECURITY: places.building_security,
    Name.OWN_DISPOSAL: places.own_disposal,
    Name.ACTIONS_FOLLOWED_UP: spot_checks.actions_followed_up,
    Name.BREACH_STEPS: policies.breach_steps,
    Name.PLAN_COVERS: continuity.plan_covers,
    Name.PLAN_TRIED: continuity.plan_tried,
    Name.BACKUPS_MADE: backups.backups_made,
    Name.EMERGENCY_CONTACTS: continuity.emergency_contacts,
    Name.BACKUPS_TESTED: backups.backups_tested,
    Name.OPT_OUT_FOLLOWED: opt_out.opt_out_followed,
    Name.OWN_DEVICES: devices.own_devices,
    Name.WORK_PHONES: devices.work_phones,
    Name.VIRUS_PROTECTION: protection.virus_protection,
    Name.PUBLIC_WIFI: devices.public_wifi,
    Name.DEVICE_LIST: equipment.device_list,
    Name.DEVICE_IMPORTANCE: equipment.device_importance,
    Name.DEVICE_LIFE: equipment.device_life,
    Name.SUPPORTED_SYSTEMS: lasting.supported_systems,
    Name.UNSUPPORTED_PLAN: lasting.unsupported_plan,
    Name.PROMPT_UPDATES: protection.prompt_updates,
    Name.ROUTER_PASSWORDS: equipment.router_passwords,
    Name.ENCRYPTED_DEVICES: devices.encrypted_devices,
    Name.PROCESS_REVIEWED: incidents.process_reviewed,
    Name.MANAGEMENT_TOLD: incidents.management_told,
    Name.PEOPLE_TOLD: incidents.people_told,
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
