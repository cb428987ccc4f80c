"""Suppliers: who handles information for us, under what contract, and what shows that they are safe.

``entry`` is what is asked; ``contract``, ``assurance`` and ``transfer`` say what is missing (rules
D-07, D-08, D-09); this module puts them together.
"""

from collections.abc import Iterator
from datetime import date

from guardbook.rules.registers.register import Gap, Register, Section
from guardbook.rules.registers.suppliers import assurance, contract, transfer
from guardbook.rules.registers.suppliers.entry import Supplier, review_months, settle


def gaps(entry: Supplier, on: date) -> Iterator[Gap]:
    """What is missing for one supplier on a day. Sources: items 1.4.2, 10.1.2, 10.2.1, 10.2.2; D-07, D-08, D-09."""
    yield from contract.gaps(entry, on)
    yield from assurance.gaps(entry, on)
    yield from transfer.gaps(entry)


REGISTER: Register[Supplier] = Register(
    slug="suppliers",
    entry=Supplier,
    title="Suppliers",
    one="supplier",
    many="suppliers",
    section=Section.SYSTEMS,
    why="You answer for what a supplier does with information about people. In a hurry, you need the right number.",
    example="Harbour Payroll, pays our staff, 01632 960123, handles information about people.",
    gaps=gaps,
    counted=(
        "name",
        "does",
        "contact",
        "work",
        "handles_personal",
        "role",
        "contract_on",
        "contract_reviewed_on",
        "clauses",
        "dspt_level",
        "ce_until",
        "iso_until",
        "iso_covers",
        "dspt_until",
    ),
    review_months=review_months,
    derived=("contract_due_on", "dspt_until", "test_until"),
    settle=settle,
)
