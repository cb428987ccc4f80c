"""The retention schedule: how long each kind of record is kept, from when, and where that time comes from.

Source: rule D-11; the published times are data, and most are from professional knowledge: each says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from guardbook.rules.registers import keeping, questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.keeping import Measured
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.reference import Reference
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.registers.terms import MOST, Birthday, Period, Term, Unit
from guardbook.rules.verdict import Confidence


class Record(Choice):
    """The kinds of record a care provider keeps, as the published schedule tells them apart."""

    CARE = "care", "Care record: care plan, daily notes, medicine charts, risk assessments"
    MENTAL_HEALTH = "mental_health", "Record of specialist mental health care"
    MENTAL_HEALTH_DIED = "mental_health_died", "Record of specialist mental health care, person has died"
    REFERRAL = "referral", "Enquiry or referral that did not lead to care"
    CONTROLLED_DRUGS = "controlled_drugs", "Controlled drugs register"
    DRUGS_DESTROYED = "drugs_destroyed", "Witnessed destruction of controlled drugs"
    STAFF_FILE = "staff_file", "Staff file, where a summary is kept"
    STAFF_FILE_ALONE = "staff_file_alone", "Staff file, where no summary is kept"
    STAFF_SUMMARY = "staff_summary", "Summary of a staff file"
    OCCUPATIONAL_HEALTH = "occupational_health", "Occupational health report"
    HEALTH_SURVEILLANCE = "health_surveillance", "Health surveillance record"
    TRAINING_REQUIRED = "training_required", "Training that the law or the CQC asks for"
    TRAINING_OTHER = "training_other", "Other training"
    ROSTER = "roster", "Rota"
    TIMESHEET = "timesheet", "Timesheets"
    DISCIPLINARY = "disciplinary", "Disciplinary case"
    APPLICANT = "applicant", "Application for a job, not successful"
    DBS_COPY = "dbs_copy", "Copy of a criminal record (DBS) certificate"
    COMPLAINT = "complaint", "Complaint"
    INCIDENT = "incident", "Incident, not serious"
    INCIDENT_SERIOUS = "incident_serious", "Serious incident"
    ACCIDENT = "accident", "Accident reported under RIDDOR"
    ACCESS_REQUEST = "access_request", "Request to see one's records"
    ACCESS_APPEAL = "access_appeal", "Request to see one's records that was challenged"
    DATA_PROTECTION = "data_protection", "Risk assessments (DPIA) and old records of processing"
    CONTRACT = "contract", "Contract"
    CONTRACT_SEALED = "contract_sealed", "Contract under seal (a deed)"
    POLICY = "policy", "Policy that was replaced"
    PAYROLL = "payroll", "Payroll"
    FINANCE = "finance", "Invoices and accounts"
    CCTV = "cctv", "Camera recordings"
    VISITORS = "visitors", "Visitor book"
    IT_LOGS = "it_logs", "Logs of sign-ins and computers"
    DESTRUCTION = "destruction", "Certificate of destruction"
    OTHER = "other", "Another kind of record"


class Family(Choice):
    """What a schedule must cover at the least (toolkit item 1.4.1)."""

    CARE = "care", "Care records"
    STAFF = "staff", "Staff records"
    MONEY = "money", "Money records"


FAMILIES: Mapping[Family, frozenset[Record]] = {
    Family.CARE: frozenset({Record.CARE, Record.MENTAL_HEALTH}),
    Family.STAFF: frozenset({Record.STAFF_FILE, Record.STAFF_FILE_ALONE}),
    Family.MONEY: frozenset({Record.PAYROLL, Record.FINANCE}),
}


class Trigger(Choice):
    """What starts the clock."""

    CARE_ENDS = "care_ends", "Care ends, or the person dies"
    DEATH = "death", "The person dies"
    DECISION = "decision", "The decision is made"
    LAST_ENTRY = "last_entry", "The last entry is made"
    LEAVING = "leaving", "The person leaves"
    COMPLETED = "completed", "The training is finished"
    YEAR_END = "year_end", "The financial year ends"
    MADE = "made", "The record is made"
    RECEIVED = "received", "It is received"
    HAPPENED = "happened", "It happens"
    CLOSED = "closed", "The case is closed, appeals too"
    REPLACED = "replaced", "It ends or is replaced"
    ORGANISATION_CLOSES = "organisation_closes", "The organisation closes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleLine(Entry):
    """One line of the schedule. ``measured``, ``published`` and ``known`` are worked out from what is published."""

    name: str = questions.line(
        "Which records?", required=True, listed=True, also_called=("record", "record type", "records", "type of record")
    )
    kind: Record | None = questions.one(
        "Which kind is that in the published schedule?", Record, required=True, also_called=("category", "class")
    )
    starts: Trigger | None = questions.one(
        "When does the clock start?",
        Trigger,
        required=True,
        listed=True,
        also_called=("trigger", "retention trigger", "from", "start"),
    )
    keep: int | None = questions.number(
        "How long do you keep them?",
        most=MOST[Unit.DAYS],
        listed=True,
        hint="The number only.",
        also_called=("retention period", "keep", "period", "years", "keep for"),
    )
    unit: Unit | None = questions.one("Of what?", Unit, listed=True, also_called=("unit",))
    birthday: Birthday | None = questions.one(
        "Does a 75th birthday end the time?",
        Birthday,
        hint="Only for staff records. Leave this empty for all others.",
    )
    reason: str = questions.words(
        "Why do you keep them for another time than published?",
        hint="Only where your time is shorter or longer. Shorter needs a good reason.",
        also_called=("justification", "reason for extension"),
    )
    comes_from: str = questions.line(
        "Where does this time come from?",
        hint="For example: the NHS records code, our insurer.",
        also_called=("source", "authority", "legal basis", "reference"),
    )
    note: str = questions.words("Anything to remember?", also_called=("note", "notes", "comment", "comments"))
    measured: str = ""
    published: str = ""
    known: str = ""


def term_of(entry: ScheduleLine) -> Term:
    """The provider's own time, as the engine takes it; empty where none is set."""
    return Term(least=_period(entry), birthday=entry.birthday)


def terms_of(entries: Iterable[ScheduleLine]) -> Mapping[str, Term]:
    """A provider's own times by kind of record; of two for one kind, the longer. Unchecked lines set none."""
    found: dict[str, Term] = {}
    for each in entries:
        if each.kind in {None, Record.OTHER} or not each.is_checked or not is_set(each):
            continue
        own, held = term_of(each), found.get(each.kind)
        if held is None or _is_longer(own, held):
            found[each.kind] = own
    return found


def settle(entry: ScheduleLine, reference: Reference) -> ScheduleLine:
    """The line with how its time compares with what is published for its kind."""
    published = reference.keeping.get(entry.kind or "")
    if published is None or not is_set(entry):
        return replace(entry, measured="", published="", known="")
    measured = keeping.measure(term_of(entry), published)
    return replace(entry, measured=measured.value, published=published.in_words, known=published.confidence.value)


def refuses(entry: ScheduleLine) -> Iterator[str]:
    """Why a line may not be saved: a time shorter than published, without a reason (D-11)."""
    if entry.keep is not None and entry.unit is not None and entry.keep > MOST[entry.unit] > 0:
        yield f"Enter a time of at most {MOST[entry.unit]} {entry.unit.label}."
    if entry.measured and not keeping.is_allowed(Measured(entry.measured), entry.reason):
        yield (
            f"The published schedule says: {entry.published}. You may not keep these records for less, "
            "unless you write down why."
        )


def gaps(entry: ScheduleLine, on: date) -> Iterator[Gap]:
    """What is missing or doubtful in one line (D-11)."""
    del on
    if not is_set(entry):
        yield Gap("Say how long you keep these records.", Severity.MEDIUM, "keep", "D-11")
    if entry.measured:
        yield from keeping.objections(Measured(entry.measured), entry.published, Confidence(entry.known), entry.reason)
    if not entry.comes_from:
        yield Gap("Say where this time comes from.", Severity.LOW, "comes_from", "D-11")


def has_time(entry: ScheduleLine) -> bool:
    """Whether a line sets a time that may stand: not for ever, and not shorter than published without a reason."""
    for_ever = entry.unit is Unit.FOR_EVER
    allowed = not entry.measured or keeping.is_allowed(Measured(entry.measured), entry.reason)
    return is_set(entry) and not for_ever and allowed


def is_set(entry: ScheduleLine) -> bool:
    """Whether a line sets any time, for ever too."""
    return _period(entry) is not None or entry.birthday is not None


def in_words(entry: ScheduleLine) -> str:
    """A line as it is read in one go: "Care records: 8 years after care ends, or the person dies"."""
    period, birthday = _period(entry), entry.birthday
    after = f" after {entry.starts.label[:1].lower()}{entry.starts.label[1:]}" if entry.starts else ""
    told = []
    if period is not None:
        told.append(period.in_words + ("" if period.unit is Unit.FOR_EVER else after))
    if birthday is Birthday.UNTIL:
        told.append("until the person's 75th birthday")
    elif birthday is Birthday.SOONER:
        told.append("or until the person's 75th birthday if that is sooner")
    return f"{entry.name}: {', '.join(told)}" if told else entry.name


def _period(entry: ScheduleLine) -> Period | None:
    if entry.unit is Unit.FOR_EVER:
        return Period(0, Unit.FOR_EVER)
    if entry.keep is None or entry.unit is None or entry.keep > MOST[entry.unit]:
        return None
    return Period(entry.keep, entry.unit)


def _is_longer(one: Term, other: Term) -> bool:
    if Birthday.UNTIL in {one.birthday, other.birthday}:
        return one.birthday is Birthday.UNTIL
    return one.least is not None and (other.least is None or keeping.length(one.least) > keeping.length(other.least))


REGISTER: Register[ScheduleLine] = Register(
    slug="retention",
    entry=ScheduleLine,
    title="How long we keep records",
    one="kind of record",
    many="kinds of record",
    section=Section.INFORMATION,
    why=(
        "Records kept too long are a risk, and records thrown out too soon leave you without proof. "
        "This list says how long you keep each kind. It is called the retention schedule."
    ),
    example="Care records: 8 years after care ends, from the NHS records code.",
    refuses=refuses,
    gaps=gaps,
    counted=("kind", "keep", "unit", "birthday", "measured"),
    derived=("measured", "published", "known"),
    settle=settle,
    with_sites=False,
)
