"""What a person wrote as an answer, and what is wrong with it, in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.rules.assessment import windows
from guardbook.rules.frameworks.items import AnswerKind, Item, Unit, WindowKind

LONGEST = 4000
_SHORTEST_PLACE = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as typed. Only the part for its ``kind`` is read, and the comment never decides.

    ``yes`` is the tick of a question to confirm; ``place`` says where a document is kept;
    ``files`` counts files and links attached; ``not_applicable_because`` is empty unless the
    person says that the question does not apply.
    """

    kind: AnswerKind
    text: str = ""
    yes: bool = False
    on: date | None = None
    number: int | None = None
    place: str = ""
    files: int = 0
    comment: str = ""
    not_applicable_because: str = ""


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """An answer to check: the question, the answer, today and the day of publication (UK dates).

    ``made_up_names`` are the invented homes of our examples, which no real answer holds.
    """

    item: Item
    answer: Answer
    as_of: date
    judged_on: date
    made_up_names: tuple[str, ...] = ()


def check_answer(facts: AnswerFacts) -> tuple[str, ...]:
    """Every fault of the answer as a sentence saying how to put it right; empty when it is complete.

    Source: the answer kinds and "not applicable" wording of the toolkit (item list, version 8).
    """
    item, answer = facts.item, facts.answer
    if answer.not_applicable_because:
        return tuple(_not_applicable(item, answer))
    if answer.kind not in item.accepts:
        kinds = " or ".join(_KIND_WORDS[kind] for kind in item.accepts)
        return (f"This question is answered with {kinds}.",)
    match answer.kind:
        case AnswerKind.CONFIRM:
            return () if answer.yes else ("Tick the box if the answer is yes, or leave the question for later.",)
        case AnswerKind.TEXT:
            return tuple(_text(item, answer.text)) or tuple(_unfinished(facts))
        case AnswerKind.DOCUMENT:
            return tuple(_document(answer))
        case AnswerKind.DATE:
            return tuple(_date(facts))
        case AnswerKind.NUMBER:
            return tuple(_number(item, answer.number))


def warnings(answer: Answer) -> tuple[str, ...]:
    """What to look at again before the words leave the building; nothing here refuses an answer.

    Source: rule I-02.e1 (no details of people who are supported in toolkit answers).
    """
    words = f"{answer.text} {answer.place} {answer.comment} {answer.not_applicable_because}"
    return tuple(sentence for pattern, sentence in _PERSONAL if pattern.search(words))


@dataclass(frozen=True, slots=True)
class Words:
    """What to look at again in an answer; empty when nothing stands out."""

    look_again: tuple[str, ...]


def words(answer: Answer) -> Words:
    """What may be about somebody in particular, and must not reach the portal (rule I-02)."""
    return Words(warnings(answer))


_KIND_WORDS = {
    AnswerKind.CONFIRM: "a tick",
    AnswerKind.TEXT: "words",
    AnswerKind.DOCUMENT: "a document",
    AnswerKind.DATE: "a date",
    AnswerKind.NUMBER: "a number",
}
_SAYS_NOT_APPLICABLE = re.compile(r"\W*(n\s*/?\s*a|not\s+applicable|none|does not apply)\W*", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\W*(tbc|tba|tbd|to do|todo|pending|test|x+|see above|\?+)\W*", re.IGNORECASE)
_BLANK = re.compile(r"\[[a-z][a-z ,']{1,40}\]", re.IGNORECASE)
_ASKS_WHO = re.compile(r"^who\b", re.IGNORECASE)
_A_GROUP = re.compile(
    r"\b(team|department|dept|staff|everyone|everybody|management|head office|company|committee|board|all of us)\b",
    re.IGNORECASE,
)
_A_POST = re.compile(
    r"\b(manager|director|owner|lead|administrator|nurse|officer|proprietor|partner|trustee|head of|chief"
    r"|nominated individual|secretary|supervisor|deputy|guardian)\b",
    re.IGNORECASE,
)
_A_NAME = re.compile(r"\b[A-Z][a-z'’-]+ [A-Z][a-z'’-]+\b")
_SIR = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? [A-Z][a-z]+"
_CARED_FOR = r"(?:resident|service user|client|patient|tenant|customer)s?"
_PERSONAL = (
    (
        re.compile(rf"(?i:\b{_CARED_FOR})(?: called| named|:|,)? (?:{_SIR}|[A-Z][a-z]+ [A-Z][a-z]+)"),
        "This may name somebody you support. Take the name out before you copy it to the portal.",
    ),
    (
        re.compile(rf"{_SIR}[^.]*\b(?i:room|diagnos|dementia|medication|care plan|died|fell)"),
        "This may describe somebody you support. Take the details out before you copy it to the portal.",
    ),
    (
        re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b(?<!\d{11})"),
        "There is a number that looks like an NHS number. Take it out if it is one.",
    ),
    (
        re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"),
        "There is something that looks like a National Insurance number. Take it out.",
    ),
    (
        re.compile(r"(?i:\b(?:dob|d\.o\.b\.?|date of birth|born on))\b"),
        "There may be a date of birth here. Take it out before you copy it to the portal.",
    ),
)


def _not_applicable(item: Item, answer: Answer) -> Iterator[str]:
    if not item.not_applicable.allowed:
        yield "This question must be answered. “Does not apply” is not accepted for it."
    elif len(answer.not_applicable_because.split()) < 2:
        yield "Say in a few words why it does not apply to you."


def _text(item: Item, text: str) -> Iterator[str]:
    stripped = text.strip()
    if not stripped:
        yield "Write your answer."
    elif _SAYS_NOT_APPLICABLE.fullmatch(stripped):
        if item.not_applicable.allowed:
            yield "If it does not apply to you, choose “does not apply” and say why."
        else:
            yield "This question must be answered. “Does not apply” is not accepted for it."
    elif _PLACEHOLDER.fullmatch(stripped):
        yield "Write the answer itself. You can leave the question for later instead."
    elif len(stripped) > LONGEST:
        yield f"Use {LONGEST:,} characters or fewer. You have {len(stripped):,}."
    elif _ASKS_WHO.search(item.question) and _only_a_group(stripped):
        yield "Say who, not which team: give a job title, or a name and a job title."


def _unfinished(facts: AnswerFacts) -> Iterator[str]:
    text = facts.answer.text
    if found := _BLANK.search(text):
        yield f"Fill in the part in square brackets: {found[0]}."
    for name in facts.made_up_names:
        if name.casefold() in text.casefold():
            yield f"This still holds our example ({name}). Write what is true of your own service."


def _only_a_group(text: str) -> bool:
    return bool(_A_GROUP.search(text)) and not (_A_POST.search(text) or _A_NAME.search(text))


def _document(answer: Answer) -> Iterator[str]:
    if not answer.files and len(answer.place.strip()) < _SHORTEST_PLACE:
        yield "Add the document, give its web address, or say where it is kept."


def _date(facts: AnswerFacts) -> Iterator[str]:
    on, window = facts.answer.on, facts.item.window
    if on is None:
        yield "Enter the date in full, like 27 3 2026."
    elif on > facts.as_of and (window is None or window.kind is not WindowKind.LIVE):
        yield "Enter a date that is not in the future."
    elif window is not None and not windows.holds(window, on, facts.judged_on):
        yield f"This date is outside the window: {window.words}."


def _number(item: Item, number: int | None) -> Iterator[str]:
    if number is None or number < 0:
        yield "Enter a whole number, like 42."
    elif item.threshold and number < item.threshold.number:
        unit = "%" if item.threshold.unit is Unit.PERCENT else " months"
        yield f"The question asks for at least {item.threshold.number}{unit}."
