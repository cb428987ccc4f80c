"""The words people read for roles, needs, forces, kinds, posts and outcomes."""

from guardbook.rules.organisations import ProviderKind
from guardbook.rules.roles.vocabulary import Force, LargeScale, LeadPart, Need, Outcome, Post, Role

ROLE = {
    Role.DSP_LEAD: "Data Security and Protection Lead",
    Role.DPO: "Data Protection Officer",
    Role.CALDICOTT_GUARDIAN: "Caldicott Guardian",
    Role.SIRO: "Senior Information Risk Owner",
}
ROLE_MEANING = {
    Role.DSP_LEAD: "A senior person who sees that information is kept safe, day to day.",
    Role.DPO: "An independent expert who advises on data protection law and checks that it is kept.",
    Role.CALDICOTT_GUARDIAN: "A senior person who looks after what is private to the people you support.",
    Role.SIRO: "A director, or somebody as senior, who owns the risks to information.",
}
KIND = {
    ProviderKind.PUBLIC_OWNED: "Owned by the NHS or a council",
    ProviderKind.LARGE_GROUP: "Large group",
    ProviderKind.OTHER: "Neither clearly small nor clearly large",
    ProviderKind.SMALL: "Small provider",
    ProviderKind.UNKNOWN: "Not known yet",
}
LARGE_SCALE = {
    LargeScale.YES: "Data is used on a large scale: every factor points that way",
    LargeScale.LIKELY: "Data is likely used on a large scale",
    LargeScale.UNCLEAR: "It is unclear whether data is used on a large scale",
    LargeScale.UNLIKELY: "Data is unlikely to be used on a large scale",
    LargeScale.UNKNOWN: "We cannot say yet whether data is used on a large scale",
}
NEED = {
    Need.REQUIRED: "Needed",
    Need.LIKELY_REQUIRED: "Likely needed",
    Need.OPTIONAL: "Your decision",
    Need.NOT_NEEDED: "Not needed",
    Need.UNKNOWN: "Not known yet",
}
FORCE = {
    Force.LAW: "law",
    Force.STATUTORY_GUIDANCE: "statutory guidance",
    Force.TOOLKIT: "the toolkit",
    Force.GOOD_PRACTICE: "good practice",
    Force.CHOICE: "your own choice",
}
OUTCOME = {
    Outcome.OK: "Fine",
    Outcome.OK_WITH_NOTE: "Fine, with a note",
    Outcome.WARN: "Give your reason",
    Outcome.WARN_STRONG: "Advised against: give your reason",
    Outcome.FAIL: "Put this right",
    Outcome.BLOCK: "Not allowed",
}
LEAD_PART = {
    LeadPart.GUIDANCE: "Lead and guide from a senior position",
    LeadPart.CHAMPION: "Be the champion whom everybody knows",
    LeadPart.PRACTICE: "See that good practice really happens",
    LeadPart.PROCEDURES: "Help to shape the service's data procedures",
    LeadPart.REPORTING: "Report what they see, and ideas, to senior managers",
    LeadPart.KNOWLEDGE: "Keep their own knowledge up to date",
    LeadPart.LIMITS: "Know their limits and ask for advice",
}
POST = {
    Post.OWNER: "Owner",
    Post.DIRECTOR: "Director",
    Post.TRUSTEE: "Trustee",
    Post.CHIEF_EXECUTIVE: "Chief executive",
    Post.CHIEF_OPERATING_OFFICER: "Chief operating officer",
    Post.CHIEF_FINANCIAL_OFFICER: "Finance director",
    Post.CHIEF_CLINICAL_OFFICER: "Medical or clinical director",
    Post.NOMINATED_INDIVIDUAL: "Nominated individual",
    Post.REGISTERED_MANAGER: "Registered manager",
    Post.DEPUTY_MANAGER: "Deputy manager",
    Post.HEAD_OF_HR: "Head of HR",
    Post.HEAD_OF_IT: "Head of IT",
    Post.HEAD_OF_MARKETING: "Head of marketing",
    Post.HEAD_OF_FINANCE: "Head of finance",
    Post.QUALITY_MANAGER: "Quality manager",
    Post.COMPLIANCE_OFFICER: "Compliance officer",
    Post.OTHER_MANAGER: "Another manager",
    Post.ADMINISTRATOR: "Administrator",
    Post.FINANCE_CLERK: "Finance clerk",
    Post.SENIOR_CARER: "Senior carer",
    Post.SHIFT_LEADER: "Shift leader",
    Post.CARE_WORKER: "Care worker",
    Post.IT_APPRENTICE: "IT apprentice",
    Post.IT_SUPPLIER: "IT supplier from outside",
    Post.OUTSIDE_COUNSEL: "Solicitor or barrister from outside",
    Post.CONSULTANT: "Consultant from outside",
    Post.OTHER: "Another post",
}
_FORCE_IN_WORDS = {
    (Need.REQUIRED, Force.LAW): "The law requires this",
    (Need.REQUIRED, Force.STATUTORY_GUIDANCE): "You are expected to do this, or to record why not",
    (Need.REQUIRED, Force.TOOLKIT): "The toolkit needs this; the law does not name it",
    (Need.LIKELY_REQUIRED, Force.LAW): "The law likely requires this; appoint somebody, or record why not",
    (Need.OPTIONAL, Force.LAW): "The law is unclear here; decide, and record why",
    (Need.OPTIONAL, Force.GOOD_PRACTICE): "You do not have to; it is good practice, so record what you decide",
    (Need.OPTIONAL, Force.CHOICE): "You may choose; nobody requires this",
    (Need.NOT_NEEDED, Force.LAW): "The law likely does not require this; record why in one line",
}


def force_in_words(need: Need, force: Force) -> str:
    """What a need backed by a force means, in words a manager can use."""
    if need is Need.UNKNOWN:
        return "We cannot say yet, because a fact is missing"
    return _FORCE_IN_WORDS[need, force]
