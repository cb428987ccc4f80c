"""The record of processing: what we do with information about people, and why the law allows it.

Source: UK GDPR, Article 30; rules D-01 (the columns) and D-03 (the guards on the lawful basis).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from guardbook.rules.registers import lawful_basis, questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.information import Data, People
from guardbook.rules.registers.lawful_basis import Basis, Condition, Outcome, Paragraph, Use, Work
from guardbook.rules.registers.questions import Choice
from guardbook.rules.registers.register import Gap, Register, Section, Severity
from guardbook.rules.verdict import Confidence

ARTICLE_30 = "UK GDPR, Article 30"


class Part(Choice):
    """Whose decision it is. The law calls who decides the controller, and who acts for another a processor."""

    OURS = "ours", "We do"
    PUBLIC = "public", "We do, as a council or NHS body doing its public task"
    JOINT = "joint", "We do, together with another organisation"
    FOR_OTHERS = "for_others", "Another organisation does, and we do it for them"


class Paper(Choice):
    """Papers that may stand behind a use of information."""

    NOTICE = "notice", "A privacy notice that tells people"
    DPIA = "dpia", "A risk assessment (DPIA)"
    BALANCING = "balancing", "A test that weighs our need against people's rights (LIA)"
    POLICY = "policy", "An appropriate policy document"
    CONTRACT = "contract", "A contract or sharing agreement"
    CONSENT = "consent", "A note of each person's yes or no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Processing(Entry):
    """One use of information: a row of Article 30(1), or of Article 30(2) where we do it for others."""

    name: str = questions.line(
        "What do you do?",
        hint="For example: care plans, paying staff, visitor book.",
        required=True,
        listed=True,
        also_called=("processing activity", "activity", "processing", "business function", "process"),
    )
    part: Part | None = questions.one(
        "Who decides why and how it is done?",
        Part,
        required=True,
        also_called=("controller or processor", "our role", "role"),
    )
    with_whom: str = questions.line(
        "Which other organisation?",
        hint="Who decides with you, or for whom you do it, and how to reach them.",
        also_called=("joint controller", "controller", "controllers", "on behalf of"),
    )
    work: Work | None = questions.one(
        "What kind of work is it for?", Work, required=True, listed=True, also_called=("category", "department", "area")
    )
    purpose: str = questions.words(
        "Why do you need the information?",
        required=True,
        also_called=("purpose", "purposes", "purpose of processing", "purposes of processing", "reason"),
    )
    people: tuple[People, ...] = questions.some(
        "Whom is it about?",
        People,
        required=True,
        also_called=(
            "data subjects",
            "categories of individuals",
            "categories of people",
            "categories of data subjects",
        ),
        part="What is held",
    )
    data: tuple[Data, ...] = questions.some(
        "What kinds of information?",
        Data,
        required=True,
        listed=True,
        also_called=(
            "personal data",
            "categories of personal data",
            "categories of data",
            "data types",
            "type of data",
        ),
    )
    came_from: str = questions.line(
        "Where does it come from?",
        hint="For example: the person, the family, the council.",
        also_called=("source", "source of data", "source of the personal data", "data source"),
    )
    assets: tuple[UUID, ...] = questions.links("Where is it kept?", to="assets", hint="Entries of your list of places.")
    bases: tuple[Basis, ...] = questions.some(
        "Why does the law allow it?",
        Basis,
        listed=True,
        also_called=(
            "lawful basis",
            "legal basis",
            "article 6",
            "article 6 lawful basis",
            "lawful basis for processing",
        ),
        part="Why it is allowed",
    )
    conditions: tuple[Condition, ...] = questions.some(
        "For health and other sensitive information: the second reason",
        Condition,
        also_called=("article 9", "special category condition", "article 9 condition", "article 9 basis", "condition"),
    )
    paragraphs: tuple[Paragraph, ...] = questions.some(
        "And the paragraph of Schedule 1 that goes with it",
        Paragraph,
        hint="Where you are not sure, ask whoever advises you on data protection.",
        also_called=("schedule 1", "schedule 1 condition", "dpa 2018 schedule 1"),
    )
    papers: tuple[Paper, ...] = questions.some(
        "Which papers do you have for it?", Paper, hint="Attach them here, or say below where they are."
    )
    papers_at: str = questions.line(
        "Where are these papers?",
        hint="For example: DPIA number 3, in the folder Data protection.",
        also_called=("dpia", "dpia reference", "lia", "privacy notice", "documents", "link to dpia"),
    )
    recipients: tuple[str, ...] = questions.things(
        "Who gets it from you?",
        hint="Kinds of people or organisations, one on a line. Write Nobody where it stays with you.",
        also_called=("recipients", "categories of recipients", "shared with", "who is it shared with"),
        part="Where it goes, and how long it stays",
    )
    leaves_uk: bool | None = questions.yes_no(
        "Does it leave the United Kingdom?", also_called=("transfer", "international transfer", "transferred abroad")
    )
    abroad: str = questions.line(
        "Which countries, and what protects it there?",
        hint="For example: Ireland, which UK law treats as safe.",
        also_called=("countries", "third countries", "safeguards", "names of third countries", "transfer safeguards"),
    )
    security: str = questions.words(
        "How is it kept safe?",
        also_called=("security", "security measures", "technical and organisational measures", "safeguards in place"),
    )
    retention: tuple[UUID, ...] = questions.links(
        "How long do you keep it?", to="retention", hint="Lines of your list of keeping times."
    )


def use_of(entry: Processing) -> Use:
    """The row as the guards on the lawful basis take it."""
    return Use(
        work=entry.work,
        data=entry.data,
        bases=entry.bases,
        conditions=entry.conditions,
        paragraphs=entry.paragraphs,
        has_policy=Paper.POLICY in entry.papers,
        has_balancing_test=Paper.BALANCING in entry.papers,
        has_consent_notes=Paper.CONSENT in entry.papers,
        is_public_task=entry.part is Part.PUBLIC,
    )


def refuses(entry: Processing) -> Iterator[str]:
    """Why a row may not be saved: a basis that the law rules out for it (D-03)."""
    if entry.part is Part.FOR_OTHERS:
        return
    for guard in lawful_basis.lawful_basis(use_of(entry)).guards:
        if guard.outcome is Outcome.REJECT:
            yield guard.gap.text


def gaps(entry: Processing, on: date) -> Iterator[Gap]:
    """What is missing in one row. Where we do it for others, the law asks for less (Article 30(2))."""
    del on
    yield from _who_decides(entry)
    if entry.part is not Part.FOR_OTHERS:
        yield from (guard.gap for guard in lawful_basis.lawful_basis(use_of(entry)).guards)
        yield from _where_it_goes(entry)
    yield from _abroad(entry)
    if not entry.security:
        yield _gap("Say in a sentence how it is kept safe.", Severity.LOW, "security")


def _who_decides(entry: Processing) -> Iterator[Gap]:
    if entry.part in {Part.JOINT, Part.FOR_OTHERS} and not entry.with_whom:
        yield _gap("Name the other organisation and how to reach it.", Severity.MEDIUM, "with_whom")


def _where_it_goes(entry: Processing) -> Iterator[Gap]:
    if not entry.recipients:
        yield _gap("Say who gets it from you, or write Nobody.", Severity.MEDIUM, "recipients")
    if not entry.assets:
        yield Gap("Say where it is kept: choose from your list of places.", Severity.LOW, "assets", "D-02")
    if not entry.retention:
        yield _gap("Say how long you keep it, where you can: choose a keeping time.", Severity.LOW, "retention")


def _abroad(entry: Processing) -> Iterator[Gap]:
    if entry.leaves_uk is None:
        yield _gap("Say whether it leaves the United Kingdom.", Severity.LOW, "leaves_uk")
    if entry.leaves_uk and not entry.abroad:
        yield _gap("Name the countries, and what protects the information there.", Severity.MEDIUM, "abroad")


def _gap(text: str, severity: Severity, question: str) -> Gap:
    return Gap(text, severity, question, "D-01", Confidence.MEMORY, ARTICLE_30)


REGISTER: Register[Processing] = Register(
    slug="processing",
    entry=Processing,
    title="What we do with information",
    one="use of information",
    many="uses of information",
    section=Section.INFORMATION,
    why=(
        "The law asks you to write down what you do with information about people, and why. "
        "The regulator may ask to see it. It is called the record of processing."
    ),
    example="Paying staff: names, bank details and hours of staff, because of their contract, shared with the payroll firm.",
    refuses=refuses,
    gaps=gaps,
    counted=("work", "people", "data", "bases", "conditions", "papers"),
    with_sites=False,
)
