"""D-09: may information leave the UK for this purpose, and on what ground?

Sources: UK GDPR Chapter V and the regulator's three questions of January 2026 (at second hand);
Data (Use and Access) Act 2025 s.85, Sch 7, Sch 9 para 27 (read); the data bridge (from memory).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.registers.register import Gap, Severity
from guardbook.rules.registers.suppliers.entry import Place, Safeguard, Supplier
from guardbook.rules.verdict import Confidence, Reason

_SOURCE = "UK GDPR Chapter V"


class Sender(StrEnum):
    """Who starts the sending, or gives the access."""

    WE = "we"
    OUR_SUPPLIER = "our_supplier"


class Ground(StrEnum):
    """What the transfer stands on. NONE means that something is still needed."""

    NOT_RESTRICTED = "not_restricted"
    SUPPLIERS_DUTY = "suppliers_duty"
    ADEQUACY = "adequacy"
    SAFEGUARD = "safeguard"
    EXCEPTION = "exception"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Facts:
    """One case. ``is_another`` is False where the receiver is we ourselves, such as our own employee abroad."""

    to: Place
    sender: Sender = Sender.WE
    is_another: bool = True
    law_applies: bool = True
    safeguard: Safeguard | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """Whether it is a restricted transfer (None where not known), its ground, and what is still to do."""

    restricted: bool | None
    ground: Ground
    to_do: tuple[str, ...]
    reason: Reason


def transfer(facts: Facts) -> Transfer:
    """Put the regulator's three questions, then look for a ground."""
    if facts.to is Place.UK or not facts.law_applies:
        return _free("It does not leave the UK, or our law does not reach it.")
    if not facts.is_another:
        text = "Your own people abroad are still you, so this is no transfer. Keep the device and the link safe."
        return _free(text, "Check that they sign in safely from there.")
    if facts.sender is Sender.OUR_SUPPLIER:
        text = "Your supplier starts it, so the duty to make it lawful is theirs. Your contract must allow it."
        to_do = ("Check that your contract lets them, and says how.",)
        return Transfer(False, Ground.SUPPLIERS_DUTY, to_do, _reason(text))
    match facts.to:
        case Place.EEA | Place.ADEQUATE:
            text = "The UK has found that the law there keeps people safe. Nothing more is needed."
            return _on(Ground.ADEQUACY, text)
        case Place.NOT_KNOWN:
            to_do = ("Ask them where it is kept, and who can look at it from abroad.",)
            return Transfer(None, Ground.UNKNOWN, to_do, _reason("Nobody has said where the information is."))
        case Place.US if facts.safeguard is Safeguard.BRIDGE:
            text = "A company on the UK-US data bridge list counts as safe for what its entry covers."
            return _on(Ground.ADEQUACY, text, "Look at their entry: is it active, and does it cover this information?")
        case Place.US | Place.ELSEWHERE:
            return _with(facts.safeguard)


def gaps(entry: Supplier) -> Iterator[Gap]:
    """What is missing for a supplier whose information is kept or seen abroad."""
    if not entry.handles_personal:
        return
    if entry.hosted is None:
        yield Gap("Say where the information is kept.", Severity.LOW, "hosted", "D-09", Confidence.READ_SECOND, _SOURCE)
        return
    found = transfer(Facts(entry.hosted, safeguard=entry.safeguard))
    if found.ground in {Ground.NONE, Ground.UNKNOWN}:
        question = "safeguard" if found.ground is Ground.NONE else "hosted"
        text = f"{found.reason.text} {' '.join(found.to_do)}"
        severity = Severity.HIGH if entry.handles_sensitive and found.restricted else Severity.MEDIUM
        yield Gap(text, severity, question, "D-09", found.reason.confidence, _SOURCE)


def _with(safeguard: Safeguard | None) -> Transfer:
    match safeguard:
        case Safeguard.AGREEMENT | Safeguard.GROUP_RULES:
            text = "The agreement and risk check make it lawful. An older one counts if it met the test of its day."
            return _on(Ground.SAFEGUARD, text)
        case Safeguard.EXCEPTION:
            text = "The law's exceptions are for rare cases. They do not carry a service you use every day."
            return _on(Ground.EXCEPTION, text, "Write down which exception it is, and why.")
        case Safeguard.UNCHECKED:
            text = "There is an agreement, but no risk check goes with it."
            return _needed(text, "Ask for their risk check, or do one: is the person no worse off there?")
        case Safeguard.BRIDGE | None:
            text = "The information goes to a country whose law does not count as safe by itself."
            return _needed(text, "Get the UK transfer agreement or addendum signed, with a risk check.")


def _free(text: str, *to_do: str) -> Transfer:
    return Transfer(False, Ground.NOT_RESTRICTED, to_do, _reason(text))


def _on(ground: Ground, text: str, *to_do: str) -> Transfer:
    return Transfer(True, ground, to_do, _reason(text))


def _needed(text: str, *to_do: str) -> Transfer:
    return Transfer(True, Ground.NONE, to_do, _reason(text))


def _reason(text: str) -> Reason:
    return Reason(text, "D-09", Confidence.READ_SECOND, _SOURCE)
