"""What differs from one plain provider to the next, drawn from its number: the same number draws the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar
from uuid import UUID

from guardbook.content import registers as content
from guardbook.content.registers import Starter

T = TypeVar("T")

# How large a provider is, as a multiple of one home with 45 people at work: so many of a hundred, between these.
# Skills for Care has 18,500 organisations with 39,000 places of work and 1.62 million jobs, which is 2.1 places of
# 41.5 jobs each; the Homecare Association says, quoting them, that 85 of 100 organisations have fewer than 50 staff.
_SIZES = ((85, 0.4, 1.1), (12, 1.2, 4.0), (3, 5.0, 20.0))
_CAREFUL = 70  # of a hundred providers, who let less than one row in a hundred lapse (assumed)


@dataclass(slots=True)
class Draw:
    """The luck of one provider. ``made`` holds what is in its registers already, by register and starter key."""

    number: int
    today: date
    people: Sequence[UUID]
    made: dict[tuple[str, str], UUID] = field(default_factory=dict)
    luck: Random = field(init=False)
    size: float = field(init=False)
    lapses: float = field(init=False)

    def __post_init__(self) -> None:
        """Begin at the provider's number, and draw its size and its care first."""
        self.luck = Random(self.number)  # noqa: S311 - nothing here is secret
        weights = [share for share, _, _ in _SIZES]
        _, least, most = self.luck.choices(_SIZES, weights)[0]
        self.size = self.luck.uniform(least, most)
        self.lapses = 0.4 if self.chance(_CAREFUL) else 6

    def number_of(self, usual: int, *, grows: bool = True) -> int:
        """How many of something there are, where one home has ``usual``; at least one."""
        about = usual * (self.size if grows else 1) * self.luck.uniform(0.8, 1.2)
        return max(1, round(about))

    def chance(self, of_hundred: float) -> bool:
        """True so many times out of a hundred."""
        return self.luck.random() * 100 < of_hundred

    def ago(self, least: int, most: int) -> date:
        """A day between so many days ago; fewer than none is ahead."""
        return self.today - timedelta(days=self.luck.randint(least, most))

    def lapse(self) -> bool:
        """True where something about a row has lapsed or is wrong: seldom, or often where nobody takes care."""
        return self.chance(self.lapses)

    def lately(self, months: int = 12) -> date:
        """A day that is still good for a few months, where such a day is good for ``months``; else long ago."""
        days = months * 30
        return self.ago(days + 10, days + 200) if self.lapse() else self.ago(5, days - 150)

    def one(self, of: Sequence[T]) -> T:
        """One of these."""
        return self.luck.choice(of)

    def somebody(self) -> UUID:
        """One of the few who look after things, who stand first on the staff list."""
        return self.luck.choice(self.people[:6])

    def starters(self, slug: str, number: int, always: Sequence[str] = ()) -> list[Starter]:
        """So many starter rows of a register: those that are nearly ``always`` there first, over again where few."""
        offered = list(content.starters(slug))
        self.luck.shuffle(offered)
        first = [each for each in offered if each.key in always and not self.lapse()]
        order = first + [each for each in offered if each.key not in always]
        return [order[at % len(order)] for at in range(number)]

    def led(self, slug: str, keys: Sequence[str]) -> tuple[UUID, ...]:
        """The entries of a register that came from these starter rows, as far as they are in."""
        return tuple(self.made[slug, key] for key in keys if (slug, key) in self.made)

    def any_of(self, slug: str) -> tuple[UUID, ...]:
        """One entry of a register, or none where it is empty."""
        held = [key for (register, _), key in self.made.items() if register == slug]
        return (self.luck.choice(held),) if held else ()
