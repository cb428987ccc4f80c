"""What a report of the people who decide holds: words and figures that stay as they were on the day it was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from guardbook.rules.access import Permission
from guardbook.rules.deciders.figures import Figure, Play, Says
from guardbook.rules.deciders.independence import Independence
from guardbook.rules.deciders.statement import Statement


class Kind(StrEnum):
    """Which report: the Lead's to senior managers, the officer's to the highest level, the risk owner's for the year."""

    MONTHLY = "monthly"
    OFFICER = "officer"
    STATEMENT = "statement"

    @property
    def named(self) -> str:
        """What the report is called."""
        return _TITLES[self]

    @property
    def most_words(self) -> int:
        """How many letters its writer may add: the monthly report is one page."""
        return 400 if self is Kind.MONTHLY else 2000

    @property
    def kept_by(self) -> Permission:
        """What somebody needs to make and keep one."""
        return _KEPT_BY[self]


_TITLES = {
    Kind.MONTHLY: "Data security this month: report to senior managers",
    Kind.OFFICER: "Report of the Data Protection Officer to the highest level of management",
    Kind.STATEMENT: "Yearly statement about information risk",
}
_KEPT_BY = {
    Kind.MONTHLY: Permission.REGISTER_CONFIRM,
    Kind.OFFICER: Permission.ADVICE_RECORD,
    Kind.STATEMENT: Permission.RISK_ACCEPT,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: what it counts, the number, and the records it was counted from."""

    label: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with figures, sentences, or both."""

    title: str
    lines: tuple[Line, ...] = ()
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report. ``lead`` is its first sentence, ``own_words`` what its writer adds."""

    lead: str
    blocks: tuple[Block, ...]
    own_words: str = ""


@dataclass(frozen=True, slots=True)
class Month:
    """What senior managers hear of by name: what was noticed, and what was changed."""

    noticed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Year:
    """What the officer reports of the last twelve months."""

    figures: tuple[Line, ...]
    not_followed: tuple[str, ...] = ()
    audited: tuple[str, ...] = ()
    open_findings: tuple[str, ...] = ()
    regulator: tuple[str, ...] = ()


ALWAYS = frozenset(
    {"toolkit", "closes", "trained", "vacant", "risks_high", "breaches_month", "requests_open", "better"}
)
"""The figures that stand in every monthly report; the others only while they ask for something. It is one page."""


MOST, ASKED = 16, 5
"""How many figures, and how many things to act on, one page takes."""


def monthly(of: Play, month: Month) -> Content:
    """The Lead's report to senior managers. Source: rule A-08 (report observations and proposals)."""
    shown = _shown(of)
    left = sum(each.says is Says.WATCH for each in of.figures) - sum(each.says is Says.WATCH for each in shown)
    more = (f"And {left} more to keep an eye on. They are on the working page of the Lead.",) if left else ()
    blocks = (
        Block("What we ask you to act on", sentences=_few(of.asks) or ("Nothing this month.",)),
        Block("How it stands", tuple(Line(each.label, each.value, each.source) for each in shown), more),
        Block("What was noticed", sentences=month.noticed),
        Block("What was changed", sentences=month.changed),
    )
    return Content(of.headline, _filled(blocks))


def _shown(of: Play) -> tuple[Figure, ...]:
    """The figures of every month and those that ask for something, and of the others as many as fit, in their order."""
    must = {each.key for each in of.figures if each.key in ALWAYS or each.says is Says.ACT}
    watched = [each.key for each in of.figures if each.says is Says.WATCH and each.key not in must]
    keys = must | {*watched[: max(MOST - len(must), 0)]}
    return tuple(each for each in of.figures if each.key in keys)


def _few(asks: Sequence[str]) -> tuple[str, ...]:
    left = len(asks) - ASKED
    return (*asks[:ASKED], *((f"And {left} more, in the table.",) if left > 0 else ()))


def officer(year: Year, free: Independence) -> Content:
    """The officer’s own report. Source: rule A-04 (UK GDPR Art 38(3): directly to the highest level)."""
    told = tuple(each.reason.text for each in free.findings)
    blocks = (
        Block("Whether I could work freely", sentences=told or ("Nobody told me what to conclude.",)),
        Block("The last twelve months in figures", year.figures),
        Block("Advice that was not followed, and why", sentences=year.not_followed or ("None.",)),
        Block("What I looked at", sentences=year.audited or ("No audit in these twelve months.",)),
        Block("Findings that are still open", sentences=year.open_findings),
        Block("Contact with the regulator", sentences=year.regulator or ("None.",)),
    )
    return Content(
        "This report goes straight to the highest level of management. The law asks for that.", _filled(blocks)
    )


def statement(of: Statement, biggest: Sequence[str]) -> Content:
    """The risk owner’s statement for the year. Source: rule A-12."""
    blocks = (
        Block("What I have seen", sentences=of.says),
        Block("Our biggest risks", sentences=tuple(biggest)),
        Block("What is not in order yet", sentences=of.not_in_order),
    )
    return Content("I answer for how this service handles information risk. This is how it stands.", _filled(blocks))


def read(plain: Mapping[str, Any]) -> Content:
    """A report as it was kept."""
    blocks = (
        Block(each["title"], tuple(Line(**line) for line in each["lines"]), tuple(each["sentences"]))
        for each in plain["blocks"]
    )
    return Content(plain["lead"], tuple(blocks), plain["own_words"])


def _filled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(each for each in blocks if each.lines or each.sentences)
