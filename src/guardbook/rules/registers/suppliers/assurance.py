"""D-08: what shows that a supplier is safe, and until when. How much is asked for depends on how much hangs on them.

Sources: item 10.2.1 (certificate or own toolkit result); DTAC version 2 of 24 February 2026, with
the old form taken until 6 April 2026 (NHS page, and at second hand); a year for a test is our own choice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from guardbook.kernel import dates
from guardbook.rules.registers.register import Gap, Severity
from guardbook.rules.registers.suppliers.entry import IT_WORK, Criticality, Level, Supplier, settled
from guardbook.rules.verdict import Confidence

WARN = timedelta(days=60)
DTAC_VERSION = 2
DTAC_OLD_UNTIL = date(2026, 4, 6)
_GOOD = frozenset({Level.MET, Level.EXCEEDED})
_SOURCE = "item 10.2.1"


@dataclass(frozen=True, slots=True)
class Facts:
    """One supplier on a day."""

    as_of: date
    supplier: Supplier


@dataclass(frozen=True, slots=True)
class Assurance:
    """Whether something current shows that they are safe (None where nobody has said), until when, and the findings."""

    shown: bool | None
    good_until: date | None
    findings: tuple[Gap, ...]


def assurance(facts: Facts) -> Assurance:
    """Judge what a supplier has shown, by how much depends on them."""
    supplier = settled(facts.supplier)
    return Assurance(
        shown(supplier, facts.as_of),
        good_until(supplier),
        tuple(gaps(supplier, facts.as_of)),
    )


def good_until(supplier: Supplier) -> date | None:
    """The last day on which a certificate that covers us, or a good toolkit result, still holds; None where none is."""
    ends = (
        supplier.ce_until,
        supplier.iso_until if supplier.iso_covers else None,
        supplier.dspt_until if supplier.dspt_level in _GOOD else None,
    )
    return max((each for each in ends if each is not None), default=None)


def shown(supplier: Supplier, on: date) -> bool | None:
    """True where a certificate or toolkit result holds on a day; None where nobody has said what they can show."""
    until = good_until(supplier)
    if until is not None:
        return until >= on
    waiting = (supplier.iso_until is not None and supplier.iso_covers is None) or (
        supplier.dspt_level in _GOOD and supplier.dspt_until is None
    )
    said = supplier.dspt_level is not None or supplier.iso_until is not None
    return False if said and not waiting else None


def gaps(entry: Supplier, on: date) -> Iterator[Gap]:
    """What is missing in the proof on a day."""
    yield from _tier(entry)
    yield from _endings(entry, on)
    if entry.iso_until is not None and entry.iso_covers is not True:
        text = "The ISO 27001 certificate does not cover what they do for you. Ask for one that does."
        if entry.iso_covers is None:
            text = "Check whether the ISO 27001 certificate covers what they do for you."
        yield Gap(text, Severity.MEDIUM, "iso_covers", "D-08", Confidence.INFERRED, _SOURCE)
    if entry.dtac_version is not None and entry.dtac_version < DTAC_VERSION and on > DTAC_OLD_UNTIL:
        text = f"Their DTAC form is an old one. Since {dates.in_words(DTAC_OLD_UNTIL)} it should be version 2."
        yield Gap(text, Severity.MEDIUM, "dtac_version", "D-08", Confidence.READ_SECOND, "the DTAC page of the NHS")
    if _matters(entry):
        yield from _proof(entry)


def _tier(entry: Supplier) -> Iterator[Gap]:
    asked = entry.handles_personal or IT_WORK & set(entry.work)
    if asked and entry.criticality is None:
        yield _default("Say how much you depend on them. It decides how much proof to ask for.", "criticality")
    if entry.criticality is Criticality.LOW and entry.handles_sensitive:
        text = "They see how people are cared for. So more than “neither” depends on them."
        yield _default(text, "criticality", Severity.MEDIUM)


def _endings(entry: Supplier, on: date) -> Iterator[Gap]:
    ends = (
        ("Cyber Essentials certificate", entry.ce_until, "ce_until", Severity.MEDIUM),
        ("ISO 27001 certificate", entry.iso_until, "iso_until", Severity.MEDIUM),
        ("toolkit result", entry.dspt_until, "dspt_year", Severity.MEDIUM),
        ("last break-in test", entry.test_until, "tested_on", Severity.LOW),
        ("data protection fee", entry.fee_until, "fee_until", Severity.LOW),
    )
    for what, until, question, severity in ends:
        if until is None:
            continue
        if until < on:
            text = f"Their {what} ran out on {dates.in_words(until)}. Ask for the new one."
            yield Gap(text, severity, question, "D-08", Confidence.INFERRED, _SOURCE)
        elif until - WARN <= on:
            text = f"Their {what} runs out on {dates.in_words(until)}. Ask for the new one."
            yield _default(text, question)


def _matters(entry: Supplier) -> bool:
    return entry.criticality in {Criticality.CRITICAL, Criticality.HIGH} or bool(IT_WORK & set(entry.work))


def _proof(entry: Supplier) -> Iterator[Gap]:
    if entry.dspt_level in {Level.APPROACHING, Level.NOT_MET}:
        text = f"Their toolkit result is {entry.dspt_level.label}. Ask when it will be Standards Met."
        yield Gap(text, _worst(entry), "dspt_level", "D-08", Confidence.INFERRED, _SOURCE)
    if entry.dspt_level in _GOOD and entry.dspt_year is None:
        yield _default("Say which year their toolkit result is for.", "dspt_year")
    if good_until(entry) is None:
        text = "Nothing shows yet that they are safe. Ask for Cyber Essentials, ISO 27001 or their toolkit result."
        yield Gap(text, _worst(entry), "", "D-08", Confidence.INFERRED, _SOURCE)


def _worst(entry: Supplier) -> Severity:
    return Severity.HIGH if entry.criticality is Criticality.CRITICAL else Severity.MEDIUM


def _default(text: str, question: str, severity: Severity = Severity.LOW) -> Gap:
    return Gap(text, severity, question, "D-08", Confidence.DEFAULT)
