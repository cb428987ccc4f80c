"""Whom information is about and what kind it is, in the words that every register of information shares."""

from guardbook.rules.registers.questions import Choice


class People(Choice):
    """Whom the information is about."""

    SUPPORTED = "supported", "People we support"
    FAMILY = "family", "Families and friends of people we support"
    STAFF = "staff", "Staff"
    APPLICANTS = "applicants", "People who ask for a job"
    VOLUNTEERS = "volunteers", "Volunteers"
    VISITORS = "visitors", "Visitors"
    PROFESSIONALS = "professionals", "Nurses, social workers and other professionals"
    SUPPLIERS = "suppliers", "People at suppliers"
    PUBLIC = "public", "People who look at our website or get in touch"


class Data(Choice):
    """What kind of information it is."""

    CONTACT = "contact", "Names, addresses and phone numbers"
    CARE = "care", "Health and care"
    LIFE = "life", "Family, daily life and wishes"
    BELIEF = "belief", "Religion or belief"
    ETHNICITY = "ethnicity", "Ethnic origin"
    SEXUAL = "sexual", "Sex life or sexual orientation"
    BIOMETRIC = "biometric", "A fingerprint or a face that unlocks something"
    UNION = "union", "Trade union membership"
    OTHER_SPECIAL = "other_special", "Political views, or facts about genes"
    CRIMINAL = "criminal", "Crimes and criminal record checks"
    MONEY = "money", "Money and bank details"
    WORK = "work", "Job history, hours and training"
    PICTURES = "pictures", "Photos, films and voices"
    LOGS = "logs", "Sign-ins, calls and use of computers"


SPECIAL = frozenset(
    {Data.CARE, Data.BELIEF, Data.ETHNICITY, Data.SEXUAL, Data.BIOMETRIC, Data.UNION, Data.OTHER_SPECIAL}
)
"""What the law guards most: UK GDPR, Article 9(1)."""


def is_sensitive(data: tuple[Data, ...]) -> bool:
    """Whether any of it is guarded by Article 9 or Article 10 of the UK GDPR."""
    return any(each in SPECIAL or each is Data.CRIMINAL for each in data)
