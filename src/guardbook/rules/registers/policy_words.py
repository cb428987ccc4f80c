"""The words a policy is described in: what kind it is, what it covers, and who reads it."""

from guardbook.rules.registers.questions import Choice


class DocumentKind(Choice):
    """What a document is."""

    POLICY = "policy", "Policy: what we do and why"
    PROCEDURE = "procedure", "Procedure: the steps to take"
    GUIDE = "guide", "Guide: a short reminder for staff"
    NOTICE = "notice", "Privacy notice: what people are told", "privacy notice", "privacy policy"


class Topic(Choice):
    """What a document covers: the topics that the toolkit asks about, and those that care needs."""

    DATA_PROTECTION = "data_protection", "Data protection"
    DATA_QUALITY = "data_quality", "Getting records right (data quality)"
    RECORD_KEEPING = "record_keeping", "Keeping records"
    DATA_SECURITY = "data_security", "Data and cyber security"
    NETWORK_SECURITY = "network_security", "The computer network and Wi-Fi"
    DAILY_SAFETY = "daily_safety", "The steps that keep personal information safe each day"
    RISK_CHECKS = "risk_checks", "Looking for risks before something new begins (DPIA)"
    BREACHES = "breaches", "What to do when something goes wrong (data breach)"
    SHARING = "sharing", "Sharing information, and keeping it confidential"
    SENDING = "sending", "Sending information by email, post or phone"
    RIGHTS = "rights", "People’s rights, such as seeing their records"
    OPT_OUT = "opt_out", "The national data opt-out"
    ACCESS = "access", "Who may use which system"
    PASSWORDS = "passwords", "Passwords and signing in"
    WORK_PHONES = "work_phones", "Work phones, tablets and laptops"
    OWN_DEVICES = "own_devices", "Staff using their own phone or computer"
    PUBLIC_WIFI = "public_wifi", "Public Wi-Fi and working away"
    PAPER_OUT = "paper_out", "Taking paper out of the building"
    PHYSICAL = "physical", "Doors, locks and visitors"
    CAMERAS = "cameras", "Cameras (CCTV)"
    RETENTION = "retention", "How long records are kept"
    DISPOSAL = "disposal", "Destroying records and equipment"


class Audience(Choice):
    """Whom a privacy notice is written for (rule D-06)."""

    RESIDENTS = "residents", "People we support"
    FAMILIES = "families", "Families and friends"
    STAFF = "staff", "Staff"
    APPLICANTS = "applicants", "People who apply for a job"
    VOLUNTEERS = "volunteers", "Volunteers"
    VISITORS = "visitors", "Visitors"
    WEBSITE = "website", "Visitors to our website"


POLICY_SET = (
    Topic.DATA_PROTECTION,
    Topic.DATA_QUALITY,
    Topic.RECORD_KEEPING,
    Topic.DATA_SECURITY,
    Topic.NETWORK_SECURITY,
)
"""What policies cover between them (item 1.3.1)."""
NEEDED = (*POLICY_SET, Topic.DAILY_SAFETY, Topic.RISK_CHECKS, Topic.BREACHES, Topic.DISPOSAL)
"""What compulsory questions ask policies for (items 1.3.1, 1.3.7, 1.3.8, 6.1.1 and 1.4.3)."""
READERS = (Audience.RESIDENTS, Audience.FAMILIES, Audience.STAFF)
"""Who is always told in writing how their information is used (item 1.1.3)."""
