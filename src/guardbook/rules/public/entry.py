"""What a public rule is."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One public rule: its name, what goes in, what comes out, what it answers and the rule book's ids.

    A test holds ``run`` to the two types beside it, which the type of a table cannot say.
    """

    name: str
    facts: type[object]
    verdict: type[object]
    run: Callable[..., object]
    answers: str
    rules: tuple[str, ...]
