"""Suppliers, systems, log-ins and backups of a plain provider."""

from collections.abc import Iterator
from dataclasses import replace

from guardbook.actions.demo.plain.draw import Draw
from guardbook.rules.registers.access import Access, Kind, Level
from guardbook.rules.registers.backups import Backup, Often, Result
from guardbook.rules.registers.backups import Place as Copy
from guardbook.rules.registers.suppliers.entry import BY_LAW, Clause, Notice, Place, Role, Supplier, Work
from guardbook.rules.registers.suppliers.entry import Level as Shown
from guardbook.rules.registers.systems import Passwords, SecondStep, System


def supplier(draw: Draw, entry: Supplier) -> Supplier:
    """Most have a contract that holds what the law lists, and something that shows that they are safe."""
    role = entry.role or (Role.PROCESSOR if entry.handles_personal else Role.NEITHER)
    clauses = (*BY_LAW, Clause.DESTRUCTION) if Work.DESTROYS in entry.work else BY_LAW
    return replace(
        entry,
        contact="01632 960100",
        role=role,
        contract_on=draw.ago(400, 1200),
        contract_reviewed_on=draw.lately(),
        clauses=BY_LAW[:6] if draw.lapse() else clauses,
        breach_notice=Notice.DAY,
        hosted=Place.UK if draw.chance(80) else Place.EEA,
        ce_until=draw.ago(-20, 20) if draw.lapse() else draw.ago(-360, -150),
        dspt_level=Shown.MET if draw.chance(50) else None,
        dspt_year=draw.today.year - 1,
    )


def system(draw: Draw, entry: System) -> System:
    """Most ask for a second step, and somebody looked through who can use them."""
    return replace(
        entry,
        suppliers=draw.any_of("suppliers"),
        second_step=SecondStep.SOME if draw.lapse() else SecondStep.ALL,
        passwords=Passwords.TWELVE,
        is_shared=False,
        logs_admins=True if draw.chance(70) else None,
        access_reviewed_on=draw.lately(),
    )


def log_ins(draw: Draw) -> Iterator[Access]:
    """One for everybody, some more for those in the office, and an administrator for every sixth."""
    for place in range(draw.number_of(60)):
        is_admin = place % 6 == 0
        yield Access(
            name=f"user{place:03}",
            systems=draw.any_of("systems"),
            kind=Kind.OWN,
            person=draw.people[place % len(draw.people)],
            level=Level.ADMIN if is_admin else Level.CHANGE,
            granted_on=draw.ago(30, 900),
            agreement_signed_on=draw.ago(30, 900) if is_admin and not draw.lapse() else None,
            ended_on=draw.ago(1, 25) if draw.chance(5) else None,
        )


def backup(draw: Draw, entry: Backup) -> Backup:
    """Most came back when somebody tried."""
    return replace(
        entry,
        systems=draw.any_of("systems"),
        suppliers=draw.any_of("suppliers"),
        opened_by="The manager and the supplier",
        places=tuple(dict.fromkeys((*entry.places, Copy.CLOUD))),
        often=entry.often or Often.DAILY,
        kept_apart=draw.chance(70),
        contract_says=draw.chance(80),
        export_seen=draw.chance(60),
        tested_on=draw.lately(),
        result=Result.PARTLY if draw.lapse() else Result.WORKED,
        tested_by="The administrator",
    )
