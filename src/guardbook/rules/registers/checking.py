"""What may be saved in a register: every answer of the right kind and size, and nothing required left out."""

from collections.abc import Iterator
from typing import Any, TypeVar
from urllib.parse import urlsplit

from guardbook.rules.registers import questions
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.questions import Kind, Question
from guardbook.rules.registers.register import Register

E = TypeVar("E", bound=Entry)
LONGEST_THING = 200


def faults(register: Register[E], entry: E) -> tuple[str, ...]:
    """Why an entry cannot be saved, in sentences; empty when it can."""
    found = [sentence for question in register.questions for sentence in _faults(question, entry)]
    return (*found, *register.refuses(entry))


def _faults(question: Question, entry: Entry) -> Iterator[str]:
    answer = getattr(entry, question.name)
    if answer == questions.nothing(question):
        if question.required and (entry.is_checked or question.name == "name"):
            yield f"Answer the question: {question.label}"
        return
    wrong = _wrong(question, answer)
    if wrong:
        yield f"{question.label}: {wrong}"


def _wrong(question: Question, answer: Any) -> str:
    match question.kind:
        case Kind.LINE | Kind.WORDS if len(answer) > question.most:
            return f"shorten this to {question.most} characters. It has {len(answer)} now."
        case Kind.WEB if not _is_web(answer, question.most):
            return "enter the whole web address, like https://www.example.org/page."
        case Kind.NUMBER | Kind.MONEY if not 0 <= answer <= question.most:
            return "enter a number that is 0 or more, and not so large."
        case Kind.THINGS if len(answer) > questions.MOST_THINGS:
            return f"keep to {questions.MOST_THINGS} lines."
        case Kind.THINGS if any(len(each) > LONGEST_THING for each in answer):
            return f"keep each line to {LONGEST_THING} characters."
        case _:
            return ""


def _is_web(address: str, most: int) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    plain = len(address) <= most and not any(each.isspace() for each in address)
    return plain and parts.scheme in {"http", "https"} and bool(host) and not parts.password
