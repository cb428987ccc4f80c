"""The numbers of questions ("1.10.2"): kept as words, put in the order people count."""

import re

_REF = re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,3}")


def is_ref(text: str) -> bool:
    """True where the text has the shape of a question number, such as "1.1.1"."""
    return _REF.fullmatch(text) is not None


def order(ref: str) -> tuple[int, ...]:
    """The sort key that puts "2.1.1" before "10.1.2"."""
    return tuple(int(part) for part in ref.split("."))


def standard(ref: str) -> int:
    """The standard a question belongs to: 10 for "10.1.2"."""
    return order(ref)[0]


def assertion(ref: str) -> str:
    """The group of questions a question belongs to: "10.1" for "10.1.2"."""
    return ref.rpartition(".")[0]
