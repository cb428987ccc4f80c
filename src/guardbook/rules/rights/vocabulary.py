"""The words of requests, complaints and disclosures, each with what people see."""

from guardbook.rules.registers.questions import Choice


class Kind(Choice):
    """What came in."""

    REQUEST = "request", "Request about somebody's own data"
    COMPLAINT = "complaint", "Complaint about data"
    DISCLOSURE = "disclosure", "Others ask us for data"


class Asked(Choice):
    """Which right is used, or the records of somebody who has died, which is a route of its own."""

    ACCESS = "access", "See or have a copy of their information"
    RECTIFICATION = "rectification", "Have something put right"
    ERASURE = "erasure", "Have something deleted"
    RESTRICTION = "restriction", "Have its use stopped for now"
    PORTABILITY = "portability", "Take it to somebody else in a usable file"
    OBJECTION = "objection", "Object to how it is used, such as newsletters"
    AUTOMATED_DECISIONS = "automated_decisions", "Have a person look at a decision made by a machine"
    DECEASED = "deceased", "See the records of somebody who has died"


class How(Choice):
    """How it came in. Every way counts."""

    SPOKEN = "spoken", "Somebody said it to one of us"
    PHONE = "phone", "By phone"
    LETTER = "letter", "In a letter"
    EMAIL = "email", "By email or message"
    FORM = "form", "On our form"


class Requester(Choice):
    """Who asks."""

    PERSON = "person", "The person themselves"
    REPRESENTATIVE = "representative", "A relative, solicitor or advocate with their written permission"
    ATTORNEY_HEALTH = "attorney_health", "An attorney for health and welfare"
    ATTORNEY_FINANCE = "attorney_finance", "An attorney for property and money"
    DEPUTY = "deputy", "A deputy from the Court of Protection"
    RELATIVE = "relative", "A relative or friend with no permission yet"
    EXECUTOR = "executor", "The executor, or somebody with a claim, for a person who has died"
    POLICE = "police", "The police"
    OFFICIAL = "official", "A council, CQC, a court or another authority"
    OTHER = "other", "Somebody else, such as a journalist or a company"


class Outcome(Choice):
    """What was decided about a request."""

    GRANTED = "granted", "Yes, all of it"
    PART = "part", "Part of it"
    REFUSED = "refused", "No"
    NOTHING = "nothing", "We hold nothing about this"
    NOT_SHOWN = "not_shown", "They did not show who they are or that they may ask"


class Found(Choice):
    """What a complaint came to."""

    UPHELD = "upheld", "They were right"
    PART = "part", "They were partly right"
    NOT_UPHELD = "not_upheld", "We did nothing wrong"


class Handed(Choice):
    """What was decided when others asked for data."""

    DISCLOSE = "disclose", "Hand it over"
    PART = "part", "Hand over part of it"
    REFUSE = "refuse", "Do not hand it over"


class Doubt(Choice):
    """Why we ask who somebody is."""

    STRANGER = "stranger", "We do not know them, or cannot tell that it is them"
    AUTHORITY = "authority", "We need to see that they may ask for somebody else"
    HABIT = "habit", "We always ask"
    KNOWN = "known", "We know them, and ask to be sure"


class Purpose(Choice):
    """What a question is for. Only the first stops the clock."""

    FIND = "find", "To find what they want: we hold a lot about them"
    FORMAT = "format", "In which form they would like it"
    WHY = "why", "What they want it for"
    EVERYBODY = "everybody", "We ask everybody the same"


class Longer(Choice):
    """Why more time is needed. The law knows the first two alone."""

    COMPLEX = "complex", "The request is complex"
    MANY = "many", "This person has made several requests"
    WORKLOAD = "workload", "We are busy, or somebody is away"
    UNCLEAR = "unclear", "We need to ask what they mean"


class Charge(Choice):
    """Why a fee is asked for."""

    UNFOUNDED = "unfounded", "The request is plainly unfounded"
    EXCESSIVE = "excessive", "The request is excessive, such as the same again in a short time"
    COPIES = "copies", "They want further copies"
    NORMAL = "normal", "It is work for us"


class Exemption(Choice):
    """Why something is left out."""

    THIRD_PARTY = "third_party", "It is about somebody else too"
    HEALTH_HARM = "health_harm", "It would be likely to do serious harm to somebody's health"
    WISHES = "wishes", "The person asked or expected that it is not shown to this person"
    PRIVILEGE = "privilege", "It is advice from our lawyers"
    REFERENCE = "reference", "It is a confidential reference"
    MANAGEMENT = "management", "It is planning or negotiation that this would spoil"
    CRIME = "crime", "It would get in the way of stopping or solving a crime"
    SOCIAL_WORK = "social_work", "It is social work data and would be likely to do serious harm"
    CHILD_ABUSE = "child_abuse", "It is about abuse of a child, and would not be in the child's interest"
    EXCESSIVE = "excessive", "The whole request is plainly unfounded or excessive"
    LEGAL_DUTY = "legal_duty", "We must keep it by law or for care"


class Shown(Choice):
    """What becomes of one document in the index."""

    GIVEN = "given", "Given as it is"
    REDACTED = "redacted", "Given with parts covered"
    WITHHELD = "withheld", "Not given"


class Basis(Choice):
    """The lawful basis for handing data over."""

    LEGAL_DUTY = "legal_duty", "A law or a court order makes us: Article 6(1)(c)"
    PUBLIC_TASK = "public_task", "Our own public task: Article 6(1)(e)"
    RECOGNISED = "recognised", "A recognised legitimate interest: Article 6(1)(ea)"
    INTERESTS = "interests", "Legitimate interests, weighed: Article 6(1)(f)"
    CONSENT = "consent", "The person agrees: Article 6(1)(a)"


class Condition(Choice):
    """Which of the five recognised purposes it is, where that basis is used."""

    PUBLIC_BODY = "public_body", "A body says that it needs it for its public task"
    CRIME = "crime", "Stopping or solving a crime"
    EMERGENCY = "emergency", "An emergency"
    SECURITY = "security", "National security or defence"
    SAFEGUARDING = "safeguarding", "Safeguarding a child or an adult at risk"
    CARE = "care", "Giving everyday care"
