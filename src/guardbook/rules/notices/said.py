"""The sentences a privacy notice is put together from: our own words, plain and easy."""

from collections.abc import Mapping

from guardbook.rules.registers.information import Data
from guardbook.rules.registers.lawful_basis import Basis, Work
from guardbook.rules.registers.policy_words import Audience

FOR_WHOM: Mapping[Audience, str] = {
    Audience.RESIDENTS: "people we support",
    Audience.FAMILIES: "families and friends of people we support",
    Audience.STAFF: "people who work here",
    Audience.APPLICANTS: "people who ask us for a job",
    Audience.VOLUNTEERS: "volunteers",
    Audience.VISITORS: "visitors",
    Audience.WEBSITE: "people who use our website or get in touch",
}
MUST_GIVE: Mapping[Audience, str] = {
    Audience.RESIDENTS: "You need not tell us everything. Some facts we must have: without them we cannot care for you safely, or the law says we must keep them.",
    Audience.FAMILIES: "You need not give us your details. Without them we cannot reach you when something happens.",
    Audience.STAFF: "Some facts we must have by law or for your contract, such as your right to work and your tax. Without them we cannot employ and pay you.",
    Audience.APPLICANTS: "You need not tell us anything. Without the facts we ask for we cannot consider you for the job.",
    Audience.VOLUNTEERS: "You need not tell us everything. Without some checks we cannot let you work with people we support.",
    Audience.VISITORS: "We ask you to sign in, so that we know who is in the building if there is a fire.",
    Audience.WEBSITE: "You need not tell us who you are to read our website. Without your details we cannot answer you.",
}
RIGHTS = (
    "to be told how your information is used, as we do here",
    "to see it and have a copy, free of charge",
    "to have mistakes put right",
    "to have it erased, where the law allows that",
    "to ask us to use it less while a question about it is open",
    "to say no to how we use it, where we rely on our own interest or a public task",
    "to take it with you in a form that computers read, where you gave it by consent or contract",
)
BASIS: Mapping[Basis, str] = {
    Basis.CONSENT: "You said yes (consent)",
    Basis.CONTRACT: "We need it for a contract with you, or because you asked for one",
    Basis.LEGAL: "A law tells us to",
    Basis.VITAL: "It may save a life",
    Basis.PUBLIC_TASK: "It is a public task",
    Basis.RECOGNISED: "The law recognises the interest, such as keeping people safe",
    Basis.LEGITIMATE: "We have a fair interest in it, weighed against your rights (legitimate interests)",
}
EASY_FIRST: Mapping[Audience, str] = {
    Audience.RESIDENTS: "We support you.",
    Audience.FAMILIES: "We support someone you know.",
    Audience.STAFF: "You work with us.",
    Audience.APPLICANTS: "You asked us for a job.",
    Audience.VOLUNTEERS: "You help us.",
    Audience.VISITORS: "You came to visit.",
    Audience.WEBSITE: "You got in touch with us.",
}
EASY_DATA: Mapping[Data, str] = {
    Data.CONTACT: "Your name and where you live.",
    Data.CARE: "Your health.",
    Data.LIFE: "Your family and what you like.",
    Data.BELIEF: "What you believe in.",
    Data.ETHNICITY: "Where your family comes from.",
    Data.SEXUAL: "Who you love.",
    Data.BIOMETRIC: "Your fingerprint or face.",
    Data.UNION: "If you are in a union.",
    Data.OTHER_SPECIAL: "Other very private facts.",
    Data.CRIMINAL: "If you have been in trouble with the police.",
    Data.MONEY: "Your money and your bank.",
    Data.WORK: "Your work.",
    Data.PICTURES: "Pictures of you.",
    Data.LOGS: "When you use our computers or call us.",
}
EASY_WHY: Mapping[Work, str] = {
    Work.CARE: "To give good care.",
    Work.REQUIRED: "Because the law says so.",
    Work.SAFEGUARDING: "To keep people safe.",
    Work.EMERGENCY: "To save a life.",
    Work.EMPLOYMENT: "To pay staff and help them at work.",
    Work.OCCUPATIONAL_HEALTH: "To keep staff well.",
    Work.EQUALITY: "To be fair to everyone.",
    Work.CRIMINAL_CHECKS: "To check that staff are safe to work here.",
    Work.CCTV: "To keep the building safe.",
    Work.PICTURES: "To show what we do.",
    Work.MARKETING: "To send you news.",
    Work.RESEARCH: "To help research.",
    Work.CLAIMS: "To sort out legal problems.",
    Work.RUNNING: "To run our service.",
    Work.OTHER: "For other good reasons. Ask us which.",
}
EASY_RIGHTS = (
    "You can ask to see it.",
    "You can have a copy. It is free.",
    "You can ask us to change what is wrong.",
    "You can ask us to take it out.",
    "You can tell us to stop.",
    "Sometimes we must say no. Then we tell you why.",
)
OPT_OUT = (
    "Facts about your care can be used for research and planning, away from your own care. You can choose that yours "
    "are not. This is called the national data opt-out. Search for it on the NHS website, or ask us to help you. "
    "It does not change the care you get."
)
EASY_OPT_OUT = (
    "Facts about care can help research.",
    "You can say no to this.",
    "It is called the national data opt-out.",
    "Ask us. We can help you to say no.",
    "You still get the same care.",
)
NO_COMPUTER = "No computer decides anything important about you by itself. A person always decides."
