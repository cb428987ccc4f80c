"""Who may ask for whom, what must be seen, and which route it takes."""

from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.rights.vocabulary import Requester
from guardbook.rules.verdict import Confidence, Reason


class Capacity(StrEnum):
    """Whether the person can decide this themselves."""

    HAS = "HAS"
    LACKS = "LACKS"
    UNKNOWN = "UNKNOWN"


class Wanted(StrEnum):
    """What the request is about."""

    CARE = "CARE"
    MONEY = "MONEY"


class Route(StrEnum):
    """By which rules it goes on."""

    RIGHTS = "RIGHTS"
    HEALTH_RECORDS = "HEALTH_RECORDS"
    DISCLOSURE = "DISCLOSURE"


class Standing(StrEnum):
    """What to do with it."""

    ACCEPT = "ACCEPT"
    CHECK = "CHECK"
    ASK_PERSON = "ASK_PERSON"
    GUARDIAN = "GUARDIAN"
    REFUSE = "REFUSE"
    OTHER_ROUTE = "OTHER_ROUTE"


@dataclass(frozen=True, slots=True)
class Facts:
    """Who asks, what they showed, and whether the person can decide. ``is_shown`` is the paper or the register."""

    requester: Requester
    capacity: Capacity = Capacity.UNKNOWN
    wanted: Wanted = Wanted.CARE
    is_shown: bool = False


@dataclass(frozen=True, slots=True)
class Authority:
    """What to do, by which route, whether the clock of a request runs, and what is needed."""

    standing: Standing
    route: Route
    clock_runs: bool
    needed: str
    reason: Reason


def authority(facts: Facts) -> Authority:
    """Say whether somebody may ask (C-05; mostly from memory of the Mental Capacity Act and the 1990 Act)."""
    match facts.requester:
        case Requester.PERSON:
            return _of(Standing.ACCEPT, "", "They ask for themselves. Ask who they are only if you cannot tell.")
        case Requester.REPRESENTATIVE:
            return _paper(facts, "the person's signed permission", "With their permission, somebody else may ask.")
        case Requester.ATTORNEY_HEALTH:
            return _attorney_for_health(facts)
        case Requester.ATTORNEY_FINANCE:
            return _attorney_for_money(facts)
        case Requester.DEPUTY:
            return _paper(facts, "the court's order, and what it covers", "A deputy may ask within the court's order.")
        case Requester.RELATIVE:
            return _relative(facts)
        case Requester.EXECUTOR:
            text = "Data protection law is about living people. Use the Access to Health Records Act 1990 for health \
records; for others, your Caldicott Guardian decides."
            return _of(
                Standing.OTHER_ROUTE, "proof that they are the executor or have a claim", text, Route.HEALTH_RECORDS
            )
        case Requester.POLICE | Requester.OFFICIAL:
            text = (
                "This is not a request about one's own data. Ask for it in writing, log it, and hand nothing over yet."
            )
            return _of(Standing.OTHER_ROUTE, "a written request that names the power used", text, Route.DISCLOSURE)
        case Requester.OTHER:
            text = "They have no right to see it. Refuse, and log that they asked."
            return _of(Standing.REFUSE, "", text, Route.DISCLOSURE)


def _paper(facts: Facts, needed: str, text: str) -> Authority:
    return _of(Standing.ACCEPT if facts.is_shown else Standing.CHECK, needed, text)


def _attorney_for_health(facts: Facts) -> Authority:
    needed = "the registered lasting power of attorney"
    if facts.capacity is Capacity.HAS:
        text = "The power holds only while the person cannot decide. They can, so ask them."
        return _of(Standing.ASK_PERSON, "the person's own word", text)
    if facts.capacity is Capacity.UNKNOWN:
        return _of(Standing.CHECK, f"{needed}, and whether the person can decide this", "First find out who decides.")
    return _paper(facts, needed, "The person cannot decide this, and the attorney stands in their place.")


def _attorney_for_money(facts: Facts) -> Authority:
    needed = "the registered lasting power of attorney"
    if facts.wanted is Wanted.MONEY:
        return _paper(facts, needed, "An attorney for money may see what is about money.")
    text = "A power over money does not open care notes by itself. Your Caldicott Guardian decides what is needed."
    return _of(Standing.GUARDIAN, f"{needed}, and why care notes are needed", text)


def _relative(facts: Facts) -> Authority:
    if facts.capacity is Capacity.HAS:
        text = "Ask the person. The clock runs only if they give their permission."
        return _of(Standing.ASK_PERSON, "the person's permission", text)
    text = "Next of kin is no legal power. Without permission or a power, do not show anything; tell them the routes: \
permission, a power of attorney, or the Court of Protection. Your Caldicott Guardian can help."
    return _of(Standing.REFUSE, "permission or a legal power", text)


def _of(standing: Standing, needed: str, text: str, route: Route = Route.RIGHTS) -> Authority:
    runs = route is Route.RIGHTS and standing in {Standing.ACCEPT, Standing.CHECK}
    return Authority(standing, route, runs, needed, Reason(text, "C-05", Confidence.MEMORY))
