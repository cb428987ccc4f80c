"""The guard of each step: what must be true before it may be written down, in sentences where it is not."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from guardbook.kernel.dates import in_words
from guardbook.rules.clocks.published import Published
from guardbook.rules.registers.questions import Choice
from guardbook.rules.rights import authority, cases, disclosure, exemptions, guards
from guardbook.rules.rights.cases import Case, Step
from guardbook.rules.rights.disclosure import WRITTEN
from guardbook.rules.rights.states import Event, State
from guardbook.rules.rights.verdicts import Guard
from guardbook.rules.rights.vocabulary import (
    Asked,
    Basis,
    Charge,
    Condition,
    Doubt,
    Exemption,
    Found,
    Handed,
    Kind,
    Longer,
    Outcome,
    Purpose,
    Requester,
    Shown,
)

Check = Callable[[Case, Step, Published, date], Iterator[str]]
ORDER = "order"
LARGE = "large"
_CHOICES: Mapping[Event, type[Choice]] = {
    Event.ASK_IDENTITY: Doubt,
    Event.ASK_FEE: Charge,
    Event.ASK_QUESTION: Purpose,
    Event.EXTEND: Longer,
    Event.INDEX: Shown,
}
_DECIDES: Mapping[Kind, type[Choice]] = {Kind.REQUEST: Outcome, Kind.COMPLAINT: Found, Kind.DISCLOSURE: Handed}


def choices(kind: Kind, event: Event) -> type[Choice] | None:
    """The words to choose from at a step, where it has any."""
    return _DECIDES[kind] if event is Event.DECIDE else _CHOICES.get(event)


def checks(event: Event) -> Check:
    """The guard of an event; the empty one where nothing more is asked."""
    return _CHECKS.get(event, _nothing)


def lacking(case: Case) -> Iterator[str]:
    """What the record must still have before it may be closed."""
    decided = case.decision
    if decided is None:
        if not case.of(Event.ESCALATE):
            yield "Still missing: the decision with its reasons."
        return
    if case.sent is None and not case.of(Event.ESCALATE):
        yield "Still missing: how and when the answer was sent, and to whom."
    if case.of(Event.ASK_ADVICE) and not case.of(Event.ADVISE):
        yield "Still missing: the officer's advice that was asked for. Where none came, write that."
    if case.of(Event.ADVISE) and not case.of(Event.FOLLOW_ADVICE):
        yield "Still missing: what became of the officer's advice."
    if case.kind is Kind.REQUEST and decided.choice == Outcome.PART and not case.of(Event.INDEX):
        yield "Still missing: the index of what was given, covered in parts, or left out."


def _nothing(_case: Case, _step: Step, _published: Published, _today: date) -> Iterator[str]:
    yield from ()


def _fee(case: Case, step: Step, _published: Published, _today: date) -> Iterator[str]:
    if case.last(Event.ASK_FEE) is not None:
        yield "You have asked for a fee already."
    yield from _stopped(guards.fee(guards.Fee(Charge(step.choice), step.words)))


def _identity(case: Case, step: Step, _published: Published, _today: date) -> Iterator[str]:
    asked = case.last(Event.ASK_IDENTITY)
    if step.event is Event.SHOW_IDENTITY:
        if asked is None or _is_settled(case, Event.ASK_IDENTITY, Event.SHOW_IDENTITY):
            yield "Nobody was asked who they are. If a fee is open, write down that it was paid."
        elif step.on < asked.on:
            yield f"You asked on {in_words(asked.on)}. The day cannot be before that."
    elif asked is not None:
        yield "You have asked who they are already. Once is enough."


def _paid(case: Case, step: Step, _published: Published, _today: date) -> Iterator[str]:
    asked = case.last(Event.ASK_FEE)
    if asked is None or _is_settled(case, Event.ASK_FEE, Event.PAY_FEE):
        yield "No fee is open. If they showed who they are, write that down."
    elif step.on < asked.on:
        yield f"You asked for it on {in_words(asked.on)}. The day cannot be before that."


def _question(case: Case, step: Step, published: Published, today: date) -> Iterator[str]:
    clock = cases.request_clock(case, published, today)
    if cases.is_deceased(case):
        yield "The time for these records cannot be paused. Ask in passing."
        return
    pause = guards.Pause(
        cases.right_of(case.received.asked), Purpose(step.choice), is_large=LARGE in step.tags, regime=clock.regime
    )
    yield from _stopped(guards.pause(pause))


def _answered(case: Case, step: Step, _published: Published, _today: date) -> Iterator[str]:
    asked = case.last(Event.ASK_QUESTION)
    if asked is not None and step.on < asked.on:
        yield f"You asked on {in_words(asked.on)}. The day cannot be before that."


def _extension(case: Case, step: Step, published: Published, today: date) -> Iterator[str]:
    if cases.is_deceased(case):
        yield "The time for these records cannot be made longer."
        return
    if case.last(Event.EXTEND) is not None:
        yield "You have taken more time already. It can be taken once."
        return
    clock = cases.request_clock(case, published, today)
    by = clock.notice_by or clock.notice_safe
    yield from _stopped(guards.extension(guards.Extension(Longer(step.choice), step.words, step.on, by)))


def _search(_case: Case, step: Step, _published: Published, _today: date) -> Iterator[str]:
    if not step.place.strip():
        yield "Say where you looked."
    if not step.person.strip():
        yield "Say who searched."


def _index(_case: Case, step: Step, _published: Published, today: date) -> Iterator[str]:
    if Shown(step.choice) is Shown.GIVEN:
        return
    if not step.tags:
        yield "Say why it is not all given."
    yield from _left_out(
        step.tags, exemptions.Facts(Exemption.THIRD_PARTY, today, step.place, step.other_on, step.person)
    )


def _held(_case: Case, step: Step, _published: Published, _today: date) -> Iterator[str]:
    if not step.tags:
        yield "Choose the records that must not go while this is open."


def _advised(case: Case, step: Step, _published: Published, _today: date) -> Iterator[str]:
    asked = case.last(Event.ASK_ADVICE if step.event is Event.ADVISE else Event.ADVISE)
    if asked is None and step.event is Event.FOLLOW_ADVICE:
        yield "Nobody has given advice yet."
    if not step.person.strip() and step.event is Event.ADVISE:
        yield "Say who gave the advice."


def _guardian(_case: Case, step: Step, _published: Published, _today: date) -> Iterator[str]:
    if not step.person.strip():
        yield "Say whose view it is."


def _decision(case: Case, step: Step, published: Published, today: date) -> Iterator[str]:
    if not step.person.strip():
        yield "Say who decided."
    match case.kind:
        case Kind.REQUEST:
            yield from _answer(case, step, published, today)
        case Kind.COMPLAINT:
            yield from _outcome(case, step, published, today)
        case Kind.DISCLOSURE:
            yield from _handed(case, step, published)


def _answer(case: Case, step: Step, _published: Published, today: date) -> Iterator[str]:
    outcome = Outcome(step.choice)
    if case.state is State.WAITING and outcome is not Outcome.NOT_SHOWN:
        yield "You still wait for who they are, or for a fee. Write that down first."
    if case.state is not State.WAITING and outcome is Outcome.NOT_SHOWN:
        yield "You do not wait for who they are, so this cannot be the reason."
    if outcome in {Outcome.GRANTED, Outcome.PART}:
        yield from _authority(case)
    if outcome in {Outcome.PART, Outcome.REFUSED}:
        if not step.tags:
            yield "Say which reason of the law lets you leave something out."
        facts = exemptions.Facts(Exemption.THIRD_PARTY, today, step.words, step.other_on, step.place)
        yield from _left_out(step.tags, facts)
    if _must_search(case, outcome) and not case.of(Event.SEARCH):
        yield "Log where you looked first: a search must be reasonable, and you must be able to show it."


def _authority(case: Case) -> Iterator[str]:
    """Nothing is shown to somebody who asks for another person until we saw that they may (C-05)."""
    found = authority.authority(
        authority.Facts(
            case.received.requester,
            authority.Capacity.LACKS
            if case.received.requester is Requester.ATTORNEY_HEALTH
            else authority.Capacity.UNKNOWN,
            is_shown=bool(case.of(Event.SHOW_IDENTITY)),
        )
    )
    if found.standing is authority.Standing.GUARDIAN and not case.of(Event.GUARDIAN_VIEW):
        yield found.reason.text
    if not case.of(Event.SHOW_IDENTITY) and case.received.requester is not Requester.PERSON:
        yield f"First write down that you saw {found.needed}. Ask for it with “{Event.ASK_IDENTITY.label}”."


def _outcome(case: Case, step: Step, published: Published, today: date) -> Iterator[str]:
    clock = cases.complaint_clock(case, published, today)
    if case.state is State.OPEN and clock.duty and step.on > clock.ack_due:
        yield "The 30 days to acknowledge it are over. Acknowledge it first, today."


def _handed(case: Case, step: Step, published: Published) -> Iterator[str]:
    if Handed(step.choice) is Handed.REFUSE or case.received.asker is None:
        return
    basis = next((Basis(tag) for tag in step.tags if tag in set(Basis)), None)
    condition = next((Condition(tag) for tag in step.tags if tag in set(Condition)), None)
    found = disclosure.disclosure(
        disclosure.Facts(
            case.received.asker,
            step.on,
            is_written=case.received.how in WRITTEN,
            power=case.received.power,
            has_order=ORDER in step.tags,
            necessity=step.words,
            basis=basis,
            condition=condition,
            article_9=step.place,
            law=published.law,
        )
    )
    if found.duty is disclosure.Duty.REFUSE:
        yield found.reasons[0].text
    yield from found.missing


def _sending(case: Case, step: Step, _published: Published, _today: date) -> Iterator[str]:
    decided = case.decision
    if decided is not None and step.on < decided.on:
        yield f"It was decided on {in_words(decided.on)}. The day cannot be before that."
    if not step.place.strip():
        yield "Say how it was sent, for example: by tracked post, or handed over at the desk."
    if not step.person.strip():
        yield "Say to whom it was sent."
    if case.kind is Kind.DISCLOSURE and not step.words.strip():
        yield "Write down what exactly went, or what you told them."


def _closing(case: Case, _step: Step, _published: Published, _today: date) -> Iterator[str]:
    yield from lacking(case)


def _must_search(case: Case, outcome: Outcome) -> bool:
    looks = {Asked.ACCESS, Asked.PORTABILITY, Asked.DECEASED}
    return case.received.asked in looks and outcome in {Outcome.GRANTED, Outcome.PART, Outcome.NOTHING}


def _is_settled(case: Case, asked: Event, done: Event) -> bool:
    found = case.last(asked, done)
    return found is None or found.event is done


def _left_out(tags: tuple[str, ...], facts: exemptions.Facts) -> Iterator[str]:
    """Each reason for leaving something out, put to its rule with what was said beside it."""
    for tag in tags:
        if tag not in set(Exemption):
            yield "Choose one of the reasons on this page."
        else:
            yield from _stopped(exemptions.exemption(replace(facts, exemption=Exemption(tag))))


def _stopped(found: Guard) -> Iterator[str]:
    if found.stops:
        yield found.reason.text


_CHECKS: Mapping[Event, Check] = {
    Event.ASK_IDENTITY: _identity,
    Event.SHOW_IDENTITY: _identity,
    Event.ASK_FEE: _fee,
    Event.PAY_FEE: _paid,
    Event.ASK_QUESTION: _question,
    Event.ANSWER_QUESTION: _answered,
    Event.EXTEND: _extension,
    Event.SEARCH: _search,
    Event.INDEX: _index,
    Event.HOLD: _held,
    Event.ADVISE: _advised,
    Event.FOLLOW_ADVICE: _advised,
    Event.GUARDIAN_VIEW: _guardian,
    Event.DECIDE: _decision,
    Event.SEND: _sending,
    Event.CLOSE: _closing,
}
