"""The national data opt-out: what is shared for research or planning, and whether people's choice was asked (D-10)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from guardbook.kernel import dates
from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence, Reason

WHO_MUST = "NHS England: who must comply with the national data opt-out policy; standard DCB3058"
STATEMENT_GOOD_FOR = 12


class Purpose(Choice):
    """What information is used for, beyond or within somebody's own care."""

    CARE = "care", "The care of the person it is about"
    RESEARCH = "research", "Research, such as a university study"
    PLANNING = "planning", "Planning or running services"
    OTHER = "other", "Something else"


class Ground(Choice):
    """What lets it be used, whatever people have chosen or however the choice is weighed."""

    CONSENT = "consent", "Each person said yes to exactly this"
    LAW = "law", "A law or a court orders it"
    PUBLIC_INTEREST = "public_interest", "A strong public interest, such as an outbreak"
    APPROVAL = "approval", "Approval for research without consent (section 251)"


class Answer(StrEnum):
    """Whether the opt-out must be applied to a use of information."""

    APPLIES = "applies"
    DOES_NOT_APPLY = "does_not_apply"
    OUT_OF_SCOPE = "out_of_scope"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure(Entry):
    """One use of information for anything other than somebody's own care."""

    name: str = questions.line(
        "What is shared or used?", required=True, listed=True, also_called=("data", "information", "disclosure")
    )
    recipient: str = questions.line("Who gets it?", required=True, listed=True, also_called=("recipient", "with whom"))
    purpose: Purpose | None = questions.one("What for?", Purpose, required=True, listed=True, also_called=("purpose",))
    about_care: bool | None = questions.yes_no("Is it about people's health or care?", required=True)
    identifies: bool | None = questions.yes_no(
        "Could anybody tell whom it is about?",
        hint="Counts and averages usually tell nobody. A list without names often still does.",
        required=True,
        also_called=("identifiable", "anonymised"),
    )
    public_care: bool | None = questions.yes_no(
        "Does a council or the NHS pay for or arrange the care of any of them?", required=True
    )
    grounds: tuple[Ground, ...] = questions.some("Is any of this so?", Ground, also_called=("legal basis", "basis"))
    shared_on: date | None = questions.day("When was it last shared?", listed=True, also_called=("date", "shared on"))
    checked_on: date | None = questions.day(
        "When were the NHS numbers checked for opt-outs?",
        hint="With the NHS service “Check for National Data Opt-outs”, before anything is shared.",
        also_called=("checked", "checked on"),
    )
    batch: str = questions.line("The reference of that check", also_called=("batch", "batch reference", "reference"))
    left_out: bool | None = questions.yes_no("Were the people who opted out left out?")


@dataclass(frozen=True, slots=True)
class Use:
    """One use of information, as far as the opt-out is concerned; None is not known."""

    purpose: Purpose | None = None
    about_care: bool | None = None
    identifies: bool | None = None
    public_care: bool | None = None
    grounds: frozenset[Ground] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """A use to judge, or none where nothing is ever shared; and when the statement was last looked at."""

    as_of: date
    use: Use | None = None
    statement_on: date | None = None


@dataclass(frozen=True, slots=True)
class OptOut:
    """Whether the opt-out applies, on what ground it does or does not, what to do, and when to look again."""

    answer: Answer
    basis: str
    reason: Reason
    actions: tuple[str, ...]
    statement_due_on: date
    missing_facts: tuple[str, ...]


CHECK_FIRST = (
    "Check the NHS numbers with “Check for National Data Opt-outs” before you share anything.",
    "Leave out everybody who opted out.",
    "Keep the reference of the check.",
)
STATEMENT = (
    "Say in your policy that you follow the opt-out, even if you share nothing.",
    "Say it in your privacy notice.",
    "Tell staff about it.",
    "Look at this again each year.",
)


def applies(facts: Facts) -> OptOut:
    """Say whether the national data opt-out applies. Source: rule D-10."""
    answer, basis, text = (
        (Answer.DOES_NOT_APPLY, "no_disclosure", "Nothing is shared for research or planning. Say so once a year.")
        if facts.use is None
        else judged(facts.use)
    )
    actions = {Answer.APPLIES: CHECK_FIRST}.get(answer, STATEMENT if facts.use is None else ())
    return OptOut(
        answer,
        basis,
        Reason(text, "D-10", Confidence.READ, WHO_MUST),
        actions,
        facts.as_of if facts.statement_on is None else dates.add_months(facts.statement_on, STATEMENT_GOOD_FOR),
        _missing(facts.use) if facts.use is not None and answer is Answer.CANNOT_TELL else (),
    )


def judged(use: Use) -> tuple[Answer, str, str]:
    """The answer for one use, the ground it rests on, and the sentence that says why."""
    no = Answer.DOES_NOT_APPLY
    if use.purpose is Purpose.CARE:
        return no, "individual_care", "It is for the care of the person it is about."
    if use.purpose is Purpose.OTHER:
        return no, "other_purpose", "It is neither for research nor for planning. Check that you may share it at all."
    if use.about_care is False:
        return no, "not_care_information", "It says nothing about anybody's health or care."
    if use.identifies is False:
        return no, "anonymised", "Nobody can tell whom it is about."
    for ground, text in _EXCUSES.items():
        if ground in use.grounds:
            return no, ground.value, text
    if use.public_care is False:
        return Answer.OUT_OF_SCOPE, "funding", "No council and no NHS body pays for or arranges this care."
    if _missing(use):
        return Answer.CANNOT_TELL, "", "Answer the rest of the questions to see whether the opt-out applies."
    return (
        Answer.APPLIES,
        "research_or_planning",
        "It is for research or planning, people can be told from it, and public money pays for their care.",
    )


_EXCUSES = {
    Ground.CONSENT: "Everybody it is about said yes to exactly this.",
    Ground.LAW: "The law orders it.",
    Ground.PUBLIC_INTEREST: "A strong public interest calls for it. Write down who decided that, and why.",
}


def _missing(use: Use) -> tuple[str, ...]:
    asked = {name: getattr(use, name) for name in ("purpose", "about_care", "identifies", "public_care")}
    return tuple(name for name, said in asked.items() if said is None)


def use_of(entry: Disclosure) -> Use:
    """What the rule asks of an entry."""
    return Use(entry.purpose, entry.about_care, entry.identifies, entry.public_care, frozenset(entry.grounds))


def is_followed(entry: Disclosure) -> bool | None:
    """Whether people's choice was followed: True where it does not apply, or was asked before sharing."""
    match judged(use_of(entry))[0]:
        case Answer.DOES_NOT_APPLY | Answer.OUT_OF_SCOPE:
            return True
        case Answer.CANNOT_TELL:
            return None
        case Answer.APPLIES:
            late = entry.shared_on is not None and entry.checked_on is not None and entry.checked_on > entry.shared_on
            return bool(entry.checked_on and entry.batch and entry.left_out) and not late


def gaps(entry: Disclosure, on: date) -> Iterator[Gap]:
    """What is missing for one use. Source: rule D-10."""
    del on
    if is_followed(entry) is False:
        text = f"The opt-out applies here. {' '.join(CHECK_FIRST)}"
        yield Gap(text, Severity.HIGH, "checked_on", "D-10", Confidence.READ, WHO_MUST)
    if entry.purpose is Purpose.OTHER:
        text = "Say in the record of processing what this is for, and on what ground you may share it."
        yield Gap(text, Severity.LOW, "purpose", "D-10", Confidence.DEFAULT)


REGISTER: Register[Disclosure] = Register(
    slug="opt-out",
    entry=Disclosure,
    title="Research and planning (national data opt-out)",
    one="use",
    many="uses",
    section=Section.INFORMATION,
    why="People may say that facts about their health are not for research or planning. Most providers share nothing "
    "for that. Then say once a year that there is nothing to keep here: that is your statement.",
    example="Names and falls of 40 people, to a university, for research. Checked for opt-outs on 3 May.",
    gaps=gaps,
    counted=(
        "purpose", "about_care", "identifies", "public_care", "grounds", "shared_on", "checked_on", "batch", "left_out",
    ),
)  # fmt: skip
