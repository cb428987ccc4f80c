"""Policies, paper, buildings, cameras, walk-rounds, risks and emergencies of a plain provider."""

from collections.abc import Iterator
from dataclasses import replace

from guardbook.actions.demo.plain.draw import Draw
from guardbook.content import walk_round as content
from guardbook.rules.registers import walk_round
from guardbook.rules.registers.cctv import Camera, Sign, Sound
from guardbook.rules.registers.contacts import Contact
from guardbook.rules.registers.exercises import Exercise
from guardbook.rules.registers.paper import Carried, Destroyed, Locked, PaperRecord, SignedOut
from guardbook.rules.registers.plans import Plan
from guardbook.rules.registers.policies import Policy
from guardbook.rules.registers.premises import Building
from guardbook.rules.registers.risks import Risk, Treatment
from guardbook.rules.registers.spot_checks import SpotCheck
from guardbook.rules.registers.walk_round import Answer, Finding

POLICIES = (
    "data_protection_policy", "record_keeping_policy", "data_security_policy", "network_policy", "breach_procedure",
    "retention_policy", "notice_residents", "notice_families", "notice_staff",
)  # fmt: skip
CONTACTS = ("it", "care-system", "internet", "manager", "surgery")


def policy(draw: Draw, entry: Policy) -> Policy:
    """Most were agreed in the last three years."""
    agreed = draw.lately(36)
    return replace(
        entry, version="2", approved_by="The directors' meeting", approved_on=agreed, given_out_on=agreed, kept="Office"
    )


def paper(draw: Draw, entry: PaperRecord) -> PaperRecord:
    """Nearly all of it is locked away, and a firm destroys it."""
    return replace(
        entry,
        locked=Locked.NO if draw.lapse() else Locked.WHEN_EMPTY,
        key_holders=("Senior on shift", "Registered manager"),
        leaves=bool(entry.leaves),
        carried=(Carried.LOCKED_BAG, Carried.CHECKED_BACK),
        signed_out=SignedOut.SHEET,
        destroyed=Destroyed.COMPANY,
        is_noted=True,
    )


def building(draw: Draw, entry: Building) -> Building:
    """As offered, with those who hold the keys."""
    return replace(entry, key_holders=("Registered manager", "Night senior"), code_changed_on=draw.ago(10, 500))


def camera(draw: Draw, entry: Camera) -> Camera:
    """As offered, with a sign and no sound."""
    return replace(
        entry,
        sign=Sign.YES,
        sound=Sound.NO,
        days_kept=draw.one((14, 28, 30, 31)),
        dpia_on=draw.ago(30, 900) if draw.chance(75) else None,
        staff_told_on=draw.ago(30, 900),
    )


def walk_rounds(draw: Draw) -> Iterator[SpotCheck]:
    """One each season at each place; now and then something is not right."""
    looks = [look.key for stop in content.stops() for look in stop.looks]
    for place in range(draw.number_of(4)):
        done = draw.ago(5 + 80 * (place % 4), 80 + 80 * (place % 4))
        wrong = draw.one(looks) if draw.chance(50) else ""
        answers = (
            Answer(key, Finding.NOT_OK, action="Put it right.", done_on=done)
            if key == wrong
            else Answer(key, Finding.OK)
            for key in looks
        )
        yield SpotCheck(
            name="Ground floor and office",
            done_on=done,
            done_by=draw.somebody(),
            agreed_by="Registered manager",
            agreed_on=done,
            answers=walk_round.to_text(tuple(answers)),
        )


def risk(draw: Draw, entry: Risk) -> Risk:
    """Something is done about most."""
    return replace(entry, treatment=None if draw.lapse() else Treatment.REDUCE, due_on=draw.ago(-300, 10))


def plan(draw: Draw, entry: Plan) -> Plan:
    """Most were approved in the last year, and are on paper."""
    agreed = draw.lately()
    return replace(
        entry,
        says_who_tells=True,
        approved_on=agreed,
        staff_shown_on=agreed,
        offline_copy="Red folder in the office",
        printed_on=agreed,
    )


def contact(draw: Draw, entry: Contact) -> Contact:
    """With a number that was printed within the year, mostly."""
    return replace(entry, phone=entry.phone or "01632 960100", printed_on=draw.lately())


def exercise(draw: Draw, entry: Exercise) -> Exercise:
    """Talked through within the year, mostly."""
    return replace(
        entry,
        held_on=draw.lately(),
        took_part=("Registered manager", "Two seniors"),
        lessons="The phone list was out of date.",
        actions=("A new phone list",),
        actions_done_on=draw.ago(1, 15),
    )
