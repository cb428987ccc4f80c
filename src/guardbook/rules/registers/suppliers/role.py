"""D-07: does a supplier act on our orders, or decide for itself what to do with the information?

Source: UK GDPR Art 4(7), 4(8) and 28. Who is usually what comes from practice, so a person decides.
"""

from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.registers.suppliers.entry import Role, Work
from guardbook.rules.verdict import Confidence, Reason

_DECIDES = frozenset({Work.CARE, Work.ADVICE, Work.STAFF})
_OBEYS = frozenset({Work.SOFTWARE, Work.IT_SUPPORT, Work.OFFICE, Work.TRAINING, Work.DESTROYS, Work.STORES})


class Paper(StrEnum):
    """What has to be in writing, or kept as proof."""

    PROCESSOR_CONTRACT = "processor_contract"
    SHARING_AGREEMENT = "sharing_agreement"
    DESTRUCTION_CERTIFICATE = "destruction_certificate"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a supplier. ``decides``: do they say for themselves what is done with the information?"""

    handles_personal: bool | None = None
    work: tuple[Work, ...] = ()
    decides: bool | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """The likely role (None where the facts do not say), the papers it asks for, and the facts still to ask for."""

    role: Role | None
    papers: tuple[Paper, ...]
    missing_facts: tuple[str, ...]
    reason: Reason


def role(facts: Facts) -> Placed:
    """Say whether a supplier is likely a processor, a separate controller or neither (D-07.e2 to e5)."""
    if facts.handles_personal is False:
        return _placed(Role.NEITHER, "They handle no information about people, so this law asks for no contract.")
    if facts.handles_personal is None:
        return _placed(None, "Say first whether they handle information about people.", missing=("handles_personal",))
    if facts.decides is not None:
        return _said(facts, decides=facts.decides)
    work = set(facts.work)
    if work & _OBEYS:
        text = "A company you pay for such work mostly does only what you tell it. So it is likely a processor."
        return _placed(Role.PROCESSOR, text, papers=_contract(facts))
    if work & _DECIDES:
        text = "Such an organisation mostly decides for itself, by its own duties. Agree in writing what you share."
        return _placed(Role.CONTROLLER, text, papers=(Paper.SHARING_AGREEMENT,))
    text = "Ask who decides what is done with the information: you, or they?"
    return _placed(None, text, missing=("decides",))


def _said(facts: Facts, *, decides: bool) -> Placed:
    if decides:
        text = "They decide for themselves what is done with it. Agree in writing what you share."
        return _placed(Role.CONTROLLER, text, Confidence.MEMORY, papers=(Paper.SHARING_AGREEMENT,))
    text = "They do only what you tell them with it. The contract must hold what the law lists."
    return _placed(Role.PROCESSOR, text, Confidence.MEMORY, papers=_contract(facts))


def _contract(facts: Facts) -> tuple[Paper, ...]:
    if Work.DESTROYS in facts.work:
        return (Paper.PROCESSOR_CONTRACT, Paper.DESTRUCTION_CERTIFICATE)
    return (Paper.PROCESSOR_CONTRACT,)


def _placed(
    likely: Role | None,
    text: str,
    confidence: Confidence = Confidence.INFERRED,
    *,
    papers: tuple[Paper, ...] = (),
    missing: tuple[str, ...] = (),
) -> Placed:
    return Placed(likely, papers, missing, Reason(text, "D-07", confidence, "UK GDPR Art 28"))
