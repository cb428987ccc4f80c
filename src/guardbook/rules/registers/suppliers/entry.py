"""What is asked about one supplier, and the dates that follow from the answers."""

from dataclasses import dataclass, replace
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference

_YEAR, _TWO_YEARS = 12, 24
_WHO, _CONTRACT, _PLACE, _PROOF = "Who they are", "The contract", "Where the information is", "What shows they are safe"


class Work(Choice):
    """What a supplier does. Some kinds say a good deal about their place in data protection law (D-07)."""

    SOFTWARE = "software", "Software, or a system we sign in to"
    IT_SUPPORT = "it_support", "IT support, internet, phones or backups"
    OFFICE = "office", "Payroll, accounts, HR or staff checks"
    TRAINING = "training", "Training"
    DESTROYS = "destroys", "Destroys papers or old equipment"
    STORES = "stores", "Stores papers for us"
    STAFF = "staff", "Sends us agency staff"
    CARE = "care", "Care or health, such as a GP, pharmacy or council"
    ADVICE = "advice", "Law, insurance or banking"
    PREMISES = "premises", "Cleaning, repairs or supplies"
    OTHER = "other", "Something else"


IT_WORK = frozenset({Work.SOFTWARE, Work.IT_SUPPORT})


class Handled(Choice):
    """What information about people a supplier sees or keeps."""

    CARE = "care", "Care and health of the people we support"
    CONTACTS = "contacts", "Names and contacts of the people we support and their families"
    STAFF = "staff", "Staff records"
    MONEY = "money", "Bank details and pay"
    IMAGES = "images", "Photos, film or voices"


class Criticality(Choice):
    """How soon care would suffer without them (rule D-08)."""

    CRITICAL = "critical", "Care cannot run without them"
    HIGH = "high", "They see sensitive information about people"
    LOW = "low", "Neither"


class Role(Choice):
    """Their place in data protection law (rule D-07)."""

    PROCESSOR = "processor", "They do only what we tell them with it (a processor)"
    CONTROLLER = "controller", "They decide for themselves what to do with it (a separate controller)"
    NEITHER = "neither", "They handle no information about people"


class Clause(Choice):
    """What a contract may say. The first nine are the law's list for a processor (Article 28(3))."""

    SUBJECT = "subject", "What they do, for how long, and with whose information"
    INSTRUCTIONS = "instructions", "They act only on our written instructions"
    SECRECY = "secrecy", "Their people keep it secret"
    SECURITY = "security", "They keep it secure"
    OTHERS = "others", "They use no other company for it unless we agree"
    RIGHTS = "rights", "They help when people ask for their rights"
    BREACHES = "breaches", "They help with breaches, security and risk checks"
    RETURN = "return", "They delete it or give it back at the end"
    PROOF = "proof", "They let us check, and warn us if an order breaks the law"
    DESTRUCTION = "destruction", "They destroy to a known standard, with a certificate each time"
    EXIT = "exit", "We can take our information out in a form that others can use"
    BACKUPS = "backups", "They back it up and try out the backup"


BY_LAW = (
    Clause.SUBJECT,
    Clause.INSTRUCTIONS,
    Clause.SECRECY,
    Clause.SECURITY,
    Clause.OTHERS,
    Clause.RIGHTS,
    Clause.BREACHES,
    Clause.RETURN,
    Clause.PROOF,
)


class Notice(Choice):
    """How fast the contract makes them tell us about a breach."""

    DAY = "24h", "At once, or within 24 hours"
    TWO_DAYS = "48h", "Within 48 hours"
    THREE_DAYS = "72h", "Within 72 hours"
    LONGER = "longer", "Longer, such as 5 working days"
    NOT_SAID = "not_said", "The contract does not say"


class Place(Choice):
    """Where information is kept or looked at from."""

    UK = "uk", "The UK only"
    EEA = "eea", "The EU, Iceland, Liechtenstein or Norway"
    ADEQUATE = "adequate", "Another country the UK has found safe"
    US = "us", "The United States"
    ELSEWHERE = "elsewhere", "Anywhere else"
    NOT_KNOWN = "not_known", "We do not know yet"


class Safeguard(Choice):
    """What makes it lawful to let information leave the UK (rule D-09)."""

    BRIDGE = "bridge", "They are on the UK-US data bridge list, and we looked"
    AGREEMENT = "agreement", "The UK transfer agreement or addendum, and a risk check"
    UNCHECKED = "unchecked", "The UK transfer agreement or addendum, but no risk check yet"
    GROUP_RULES = "group_rules", "Group rules the regulator approved, and a risk check"
    EXCEPTION = "exception", "One of the law's exceptions"


class Level(Choice):
    """The supplier's own toolkit result."""

    EXCEEDED = "exceeded", "Standards Exceeded"
    MET = "met", "Standards Met"
    APPROACHING = "approaching", "Approaching Standards"
    NOT_MET = "not_met", "Standards Not Met"
    NONE = "none", "Nothing published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier(Entry):
    """One supplier. ``contract_due_on``, ``dspt_until`` and ``test_until`` are worked out by ``settle``."""

    name: str = questions.line(
        "Supplier", required=True, listed=True, also_called=("company", "supplier name", "organisation"), part=_WHO
    )
    does: str = questions.line(
        "What do they do for you?",
        required=True,
        listed=True,
        also_called=("service", "product", "product or service", "what they do"),
    )
    contact: str = questions.line(
        "How do you reach them?",
        hint="A name and a phone number, or an email address.",
        also_called=("contact", "phone", "email", "contact details", "telephone"),
    )
    work: tuple[Work, ...] = questions.some("What kind of work is it?", Work, also_called=("type", "category"))
    handles_personal: bool | None = questions.yes_no(
        "Do they handle information about people?",
        required=True,
        also_called=("personal data", "handles personal data", "processes personal data"),
    )
    handles: tuple[Handled, ...] = questions.some(
        "What information about people?", Handled, also_called=("data handled", "type of data", "data types")
    )
    criticality: Criticality | None = questions.one(
        "How much do you depend on them?", Criticality, listed=True, also_called=("criticality", "risk", "importance")
    )
    role: Role | None = questions.one(
        "Who decides what is done with the information?",
        Role,
        hint="Most companies you pay do only what you tell them. A GP, a pharmacy or the council decides for itself.",
        also_called=("processor or controller", "role", "data protection role"),
        part=_CONTRACT,
    )
    contract_on: date | None = questions.day(
        "Contract or sharing agreement signed on", also_called=("contract date", "contract start", "agreement date")
    )
    contract_reviewed_on: date | None = questions.day(
        "Contract last looked at on", also_called=("contract reviewed", "contract review", "contract review date")
    )
    clauses: tuple[Clause, ...] = questions.some(
        "What does the contract say?",
        Clause,
        hint="Tick what you find in it. The first nine are the law's list for a company that acts on your orders.",
    )
    breach_notice: Notice | None = questions.one(
        "How fast must they tell you about a breach?", Notice, also_called=("breach notice", "breach notification")
    )
    subcontractors: tuple[str, ...] = questions.things(
        "Which other companies do they use for it?", also_called=("sub-processors", "subprocessors", "subcontractors")
    )
    hosted: Place | None = questions.one(
        "Where is the information kept, or looked at from?",
        Place,
        also_called=("hosting", "hosting location", "data location", "country"),
        part=_PLACE,
    )
    safeguard: Safeguard | None = questions.one(
        "If it leaves the UK, what makes that lawful?", Safeguard, also_called=("transfer", "transfer mechanism")
    )
    dspt_level: Level | None = questions.one(
        "Their own toolkit result",
        Level,
        hint="Search for them on the toolkit website.",
        also_called=("dspt", "dspt status", "toolkit status"),
        part=_PROOF,
    )
    dspt_year: int | None = questions.number(
        "Toolkit year it is for", hint="The year it ends in: 2026 for 2025-26.", most=2100, also_called=("dspt year",)
    )
    ce_until: date | None = questions.day(
        "Cyber Essentials, or Plus, runs out on",
        also_called=("cyber essentials", "cyber essentials expiry", "ce expiry", "cyber essentials plus expiry"),
    )
    iso_until: date | None = questions.day(
        "ISO 27001 runs out on", also_called=("iso 27001", "iso27001", "iso 27001 expiry")
    )
    iso_covers: bool | None = questions.yes_no(
        "Does the ISO 27001 certificate cover what they do for you?", hint="It is in the scope, on the certificate."
    )
    dtac_version: int | None = questions.number(
        "Version of their DTAC form",
        hint="For health and care software. Version 2 came in February 2026.",
        most=9,
        also_called=("dtac", "dtac version"),
    )
    tested_on: date | None = questions.day(
        "Experts last tried to break in on",
        hint="The date on the summary letter of their penetration test.",
        also_called=("pen test", "penetration test", "pen test date"),
    )
    fee_until: date | None = questions.day(
        "Their data protection fee is paid until",
        hint="Search for them on the regulator's register of fee payers.",
        also_called=("ico expiry", "ico registration expiry", "fee expiry"),
    )
    contract_due_on: date | None = None
    dspt_until: date | None = None
    test_until: date | None = None

    @property
    def handles_sensitive(self) -> bool:
        """True where they are known to see how somebody is cared for or how their health is."""
        return Handled.CARE in self.handles


def review_months(entry: Supplier) -> int:
    """How often a supplier is looked at: yearly, or every two years where little depends on them (G-01, default)."""
    return _TWO_YEARS if entry.criticality is Criticality.LOW else _YEAR


def settle(entry: Supplier, _reference: Reference) -> Supplier:
    """Fill the dates that follow: the next look at the contract, and the last days of toolkit result and test."""
    return settled(entry)


def settled(entry: Supplier) -> Supplier:
    """Fill the dates that follow. A toolkit result is good until 30 June of the year after its own (D-08)."""
    looked = entry.contract_reviewed_on or entry.contract_on
    return replace(
        entry,
        contract_due_on=dates.add_months(looked, review_months(entry)) if looked else None,
        dspt_until=date(entry.dspt_year + 1, 6, 30) if entry.dspt_year else None,
        test_until=dates.add_months(entry.tested_on, _YEAR) if entry.tested_on else None,
    )
