"""What to mind about a case from the way it came in: their words, who asks, and steps that stand but want a look."""

from collections.abc import Iterator

from guardbook.rules.rights import authority, classify, exemptions, guards
from guardbook.rules.rights.cases import Case
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.verdicts import Answer
from guardbook.rules.rights.vocabulary import Doubt, Exemption, How, Kind, Requester
from guardbook.rules.verdict import Reason


def noticed(case: Case) -> tuple[Reason, ...]:
    """Everything worth a look while the case is open (C-03 to C-06, C-08)."""
    return () if case.is_closed else tuple(_noticed(case))


def _noticed(case: Case) -> Iterator[Reason]:
    received = case.received
    if case.kind is not Kind.DISCLOSURE:
        is_spoken = received.how is How.SPOKEN
        yield from classify.classify(classify.Facts(received.words, is_spoken=is_spoken)).reasons
    if case.kind is Kind.REQUEST and received.requester is not Requester.PERSON and not case.of(Event.SHOW_IDENTITY):
        yield authority.authority(authority.Facts(received.requester)).reason
    asked = case.last(Event.ASK_IDENTITY)
    if asked is not None:
        found = guards.identity(guards.Identity(Doubt(asked.choice), received.on, asked.on))
        if found.answer is Answer.WARN:
            yield found.reason
    for step in case.of(Event.INDEX, Event.DECIDE):
        if Exemption.SOCIAL_WORK in step.tags:
            yield exemptions.exemption(exemptions.Facts(Exemption.SOCIAL_WORK, step.on)).reason
