"""D-07: what is missing in the contract with a supplier.

Source: UK GDPR Art 28 (from memory, stable); items 1.4.2 and 10.2.2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from guardbook.kernel import dates
from guardbook.rules.registers.register import Gap, Severity
from guardbook.rules.registers.suppliers import role
from guardbook.rules.registers.suppliers.entry import BY_LAW, Clause, Notice, Role, Supplier, Work, settled
from guardbook.rules.verdict import Confidence

_RULE, _SOURCE = "D-07", "UK GDPR Art 28"
_LISTED_WHOLE = 4
_CARE_EXTRAS = (Clause.EXIT, Clause.BACKUPS)


@dataclass(frozen=True, slots=True)
class Facts:
    """One supplier on a day."""

    as_of: date
    supplier: Supplier


@dataclass(frozen=True, slots=True)
class Contract:
    """Whether the law's list applies, what of it is missing, and every finding."""

    needs_list: bool
    missing: tuple[Clause, ...]
    findings: tuple[Gap, ...]


def contract(facts: Facts) -> Contract:
    """Hold a supplier's contract against the law's list for a processor, and against good practice in care."""
    supplier = settled(facts.supplier)
    needs_list = supplier.role is Role.PROCESSOR
    return Contract(
        needs_list,
        missing(supplier) if needs_list else (),
        tuple(gaps(supplier, facts.as_of)),
    )


def missing(supplier: Supplier) -> tuple[Clause, ...]:
    """What the law wants in a processor's contract and nobody has found in this one."""
    return tuple(each for each in BY_LAW if each not in supplier.clauses)


def gaps(entry: Supplier, on: date) -> Iterator[Gap]:
    """What is missing about the contract on a day."""
    if entry.handles_personal and not entry.contact:
        yield Gap("Add a name and number to reach them in a hurry.", Severity.MEDIUM, "contact", "D-08")
    yield from _role(entry)
    if entry.role is Role.PROCESSOR:
        yield from _processor(entry)
    if entry.role is Role.CONTROLLER and entry.contract_on is None:
        text = "Agree in writing what you share with them and why. Put the date here."
        yield _gap(text, "contract_on", confidence=Confidence.INFERRED)
    yield from _destruction(entry)
    if entry.contract_due_on is not None and entry.contract_due_on < on:
        text = f"A look at the contract was due on {dates.in_words(entry.contract_due_on)}."
        yield Gap(text, Severity.LOW, "contract_reviewed_on", "D-08", Confidence.DEFAULT)


def _role(entry: Supplier) -> Iterator[Gap]:
    likely = role.role(role.Facts(entry.handles_personal, entry.work))
    if entry.handles_personal and entry.role is None:
        yield _gap(f"Say who decides what is done with the information. {likely.reason.text}", "role")
    elif entry.handles_personal and entry.role is Role.NEITHER:
        yield _gap("You say they handle information about people, and also that they do not. Put one right.", "role")
    elif entry.handles_personal is False and entry.role in {Role.PROCESSOR, Role.CONTROLLER}:
        yield _gap("You say they handle no information about people. Put that or their role right.", "role")
    elif entry.role is not None and likely.role not in {None, entry.role}:
        text = f"Check who decides. {likely.reason.text}"
        yield _gap(text, "role", Severity.INFO, Confidence.INFERRED)


def _processor(entry: Supplier) -> Iterator[Gap]:
    if entry.contract_on is None:
        text = "Nothing shows a contract. The law asks for one in writing with everybody who acts on your orders."
        yield _gap(text, "contract_on", Severity.HIGH)
        return
    if lacking := missing(entry):
        text = f"Not found in the contract yet: {_listed(lacking)}."
        if len(lacking) > _LISTED_WHOLE:
            text = f"{len(lacking)} of the {len(BY_LAW)} things the law lists are not found in the contract yet."
        yield _gap(text, "clauses")
    if entry.breach_notice is Notice.LONGER:
        text = "They may tell you late about a breach. You have 72 hours to tell the regulator. Ask for 24 hours."
        yield _gap(text, "breach_notice", confidence=Confidence.INFERRED)
    elif entry.breach_notice in {None, Notice.NOT_SAID}:
        text = "Find out how fast they must tell you about a breach. Ask for 24 hours."
        yield _gap(text, "breach_notice", Severity.LOW, Confidence.INFERRED)
    extras = tuple(each for each in _CARE_EXTRAS if each not in entry.clauses)
    if Work.SOFTWARE in entry.work and extras:
        text = f"Good to have, and not found yet: {_listed(extras)}."
        yield _gap(text, "clauses", Severity.INFO, Confidence.DEFAULT)


def _destruction(entry: Supplier) -> Iterator[Gap]:
    if Work.DESTROYS in entry.work and Clause.DESTRUCTION not in entry.clauses:
        text = "The contract should ask for safe destruction to a known standard, with a certificate each time."
        yield Gap(text, Severity.MEDIUM, "clauses", "D-07", Confidence.READ, "item 1.4.2")


def _listed(clauses: tuple[Clause, ...]) -> str:
    return "; ".join(each.label[0].lower() + each.label[1:] for each in clauses)


def _gap(
    text: str,
    question: str,
    severity: Severity = Severity.MEDIUM,
    confidence: Confidence = Confidence.MEMORY,
) -> Gap:
    return Gap(text, severity, question, _RULE, confidence, _SOURCE)
