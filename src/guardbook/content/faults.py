"""What is wrong with a pack or a spreadsheet, in words that say where to look."""

from collections.abc import Iterable
from dataclasses import dataclass

from guardbook.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right: the file, the place in it (may be empty), and what is wrong."""

    file: str
    where: str
    text: str

    def __str__(self) -> str:
        place = f"{self.file}, {self.where}" if self.where else self.file
        return f"{place}: {self.text}"


class Unsound(Refused):
    """Content that cannot be used; ``faults`` say why, ``reasons`` are the same as sentences."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(*(str(fault) for fault in self.faults))
