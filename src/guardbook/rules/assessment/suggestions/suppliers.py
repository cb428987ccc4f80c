"""Suggestions that read the suppliers: the list, proof, contracts, destruction (items 10.1.2, 10.2.1, 10.2.2, 1.4.2)."""

from datetime import date

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts, Kept
from guardbook.rules.registers import suppliers
from guardbook.rules.registers.suppliers import assurance, contract
from guardbook.rules.registers.suppliers.entry import IT_WORK, Clause, Role, Supplier, Work
from guardbook.rules.verdict import Confidence

_LISTED = Claim(
    suppliers.REGISTER,
    about=lambda each: each.handles_personal is True,
    holds=lambda each, _on: bool(each.does and each.contact),
    too_few="No supplier in the register handles information about people. Check that this is right.",
)


def supplier_list(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the list of companies that handle personal information is whole, with service and contact.

    Source: item 10.1.2.
    """
    del asked
    return registers.suggestion(
        facts,
        _LISTED,
        Words(
            met=lambda seen, _kept: f"Your list has the service and the contact of {_suppliers(seen.total)}.",
            answer=lambda _seen, kept: (
                f"Yes. Our list of suppliers has what each does and how to reach them: "
                f"{registers.names(kept, _LISTED.about)}."
            ),
            failing=lambda seen: (
                f"The service or the contact is missing for {seen.failing} of {_suppliers(seen.total)}."
            ),
            todo="Say what each supplier does and how to reach them.",
            rule="D-08",
        ),
    )


def _is_it(each: Supplier) -> bool:
    """True for who supplies IT, and for those of whom nobody has said what they do."""
    return not each.work or bool(IT_WORK & set(each.work))


_SHOWN = Claim(
    suppliers.REGISTER,
    about=_is_it,
    holds=lambda each, on: assurance.shown(each, on) if each.work else None,
    lapses=lambda each, _on: assurance.good_until(each) is not None,
    too_few="No supplier in the register supplies IT. Say what kind of work each does.",
)


def supplier_proof(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether each IT supplier has a certificate or a toolkit result that holds on the day of publication.

    Source: item 10.2.1 and rule D-08.
    """
    del asked
    return registers.suggestion(
        facts,
        _SHOWN,
        Words(
            met=lambda seen, _kept: (
                f"Something current shows that those who supply your IT are safe ({_suppliers(seen.total)})."
            ),
            answer=lambda _seen, kept: f"Yes. We have seen proof from each of our IT suppliers: {_proofs(kept)}.",
            failing=lambda seen: (
                f"Proof that is still good is missing for {seen.failing + seen.lapsed} of {_suppliers(seen.total)} of IT."
            ),
            todo="Ask each IT supplier for Cyber Essentials, ISO 27001 or their toolkit result.",
            rule="D-08",
            unsaid=lambda seen: (
                f"We do not know yet what {_suppliers(seen.unsaid)} can show, or what kind of work they do."
            ),
        ),
    )


def _proofs(kept: Kept[Supplier]) -> str:
    found = sorted(
        f"{each.entry.name} (until {dates.in_words(until)})"
        for each in kept.rows
        if _is_it(each.entry) and (until := assurance.good_until(each.entry)) is not None
    )
    return ", ".join(found)


def _binds(each: Supplier, _on: date) -> bool | None:
    """Whether a processor's contract holds all that the law lists; None while nobody has said."""
    if each.role is None or each.contract_on is None or not each.clauses:
        return None
    return not contract.missing(each)


_BOUND = Claim(
    suppliers.REGISTER,
    about=lambda each: each.handles_personal is not False and each.role not in {Role.CONTROLLER, Role.NEITHER},
    holds=_binds,
    too_few="No supplier in the register handles information on your orders. Check that this is right.",
)


def supplier_contracts(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the contract with each processor holds what the law lists.

    Source: item 10.2.2, UK GDPR Art 28 (rule D-07).
    """
    del asked
    return registers.suggestion(
        facts,
        _BOUND,
        Words(
            met=lambda seen, _kept: f"What the law lists is in the contracts with {_suppliers(seen.total)}.",
            answer=lambda _seen, kept: (
                f"Yes. We looked at each contract against the law's list: {registers.names(kept, _BOUND.about)}."
            ),
            failing=lambda seen: f"Something is missing in the contracts with {_suppliers(seen.failing)}.",
            todo="Find the missing words in each contract, or ask the supplier to add them.",
            rule="D-07",
            confidence=Confidence.MEMORY,
            unsaid=lambda seen: f"Nobody has looked yet at what the contracts with {_suppliers(seen.unsaid)} say.",
        ),
    )


def destruction_contract(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether every company that destroys for us has a contract that was looked at since the day asked for.

    Source: item 1.4.2. With no such company, and a list that is whole, there is nothing to ask for.
    """
    claim = _destruction(asked)
    return registers.suggestion(
        facts,
        claim,
        Words(
            met=lambda seen, _kept: (
                f"You looked in time at the contracts with those who destroy things for you ({_suppliers(seen.total)})."
                if seen.total
                else "Your list of suppliers is whole, and nobody on it destroys records or equipment for you."
            ),
            answer=_destruction_words,
            failing=_destruction_fault,
            todo="Look at the contract again and check that it asks for safe destruction and a certificate.",
            rule="D-07",
            confidence=Confidence.MEMORY,
            unsaid=lambda seen: (
                f"We do not know yet of {_suppliers(seen.unsaid)} what work they do, or what the contract says."
            ),
        ),
    )


def _destruction(asked: Asked) -> Claim[Supplier]:
    def is_recent(each: Supplier, on: date) -> bool:
        looked = _looked(each)
        since = asked.since or dates.add_months(on, -asked.months)
        return looked is not None and looked >= since

    def holds(each: Supplier, on: date) -> bool | None:
        if not each.work or each.contract_on is None or not each.clauses:
            return None
        return Clause.DESTRUCTION in each.clauses and is_recent(each, on)

    def until(each: Supplier) -> date | None:
        looked = _looked(each)
        return dates.add_months(looked, asked.months) if looked and not asked.since else None

    return Claim(
        suppliers.REGISTER,
        about=lambda each: not each.work or Work.DESTROYS in each.work,
        holds=holds,
        lapses=lambda each, on: Clause.DESTRUCTION in each.clauses and not is_recent(each, on),
        least=0,
        also_moves=registers.over_after(until),
    )


def _looked(each: Supplier) -> date | None:
    return each.contract_reviewed_on or each.contract_on


def _destruction_words(seen: Judged, kept: Kept[Supplier]) -> str:
    if not seen.total:
        return "Not applicable. No company destroys records or equipment for us."
    return (
        "Yes. Each contract asks for safe destruction to a known standard, with a certificate each time: "
        f"{registers.names(kept, lambda each: Work.DESTROYS in each.work)}."
    )


def _destruction_fault(seen: Judged) -> str:
    if seen.failing:
        return f"The contracts with {_suppliers(seen.failing)} do not ask for safe destruction with a certificate."
    return f"Too long ago somebody looked at the contracts with those who destroy for you ({_suppliers(seen.lapsed)})."


def _suppliers(number: int) -> str:
    return "1 supplier" if number == 1 else f"{number} suppliers"
