"""What to mind about a case from the way it came in: their words, who asks, and steps that stand but want a look."""

from collections.abc import Iterator

from guardbook.rules.rights import authority, classify, exemptions, guards
from guardbook.rules.rights.cases import Case
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.verdicts import Answer
from guardbook.rules.rights.vocabulary import Doubt, Exemption, How, Kind, Requester
from guardbook.rules.verdict import Confidence, Reason


def noticed(case: Case) -> tuple[Reason, ...]:
    """Everything worth a look while the case is open (C-03 to C-06, C-08)."""
    return () if case.is_closed else tuple(_noticed(case))


def _noticed(case: Case) -> Iterator[Reason]:
    received = case.received
    if case.kind is not Kind.DISCLOSURE:
        found = classify.classify(classify.Facts(received.words, is_spoken=received.how is How.SPOKEN))
        if found.rights or found.is_data_complaint:
            yield from found.reasons
        if received.asked and found.rights and received.asked not in found.rights:
            text = f"Their words may also mean: {found.rights[0].label.lower()}. If so, change what they ask for."
            yield Reason(text, "C-04", Confidence.INFERRED)
    if case.kind is Kind.REQUEST and received.requester is not Requester.PERSON and not case.of(Event.SHOW_IDENTITY):
        yield authority.authority(authority.Facts(received.requester)).reason
    asked = case.last(Event.ASK_IDENTITY)
    if asked is not None:
        guard = guards.identity(guards.Identity(Doubt(asked.choice), received.on, asked.on))
        if guard.answer is Answer.WARN:
            yield guard.reason
    for step in case.of(Event.INDEX, Event.DECIDE):
        if Exemption.SOCIAL_WORK in step.tags:
            yield exemptions.exemption(exemptions.Facts(Exemption.SOCIAL_WORK, step.on)).reason
