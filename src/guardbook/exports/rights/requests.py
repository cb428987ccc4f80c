"""Letters about a request: it came, who are you, what do you mean, we need longer, and the answer."""

from guardbook.content.links import Regulator
from guardbook.exports.documents import Bullets, Document, Section
from guardbook.exports.rights import parts
from guardbook.kernel.dates import in_words
from guardbook.queries.rights.case import Detail
from guardbook.rules.rights.cases import Step, is_deceased
from guardbook.rules.rights.states import Event
from guardbook.rules.rights.vocabulary import Asked, Exemption, Outcome, Shown

_WITHOUT = frozenset({Exemption.HEALTH_HARM, Exemption.CRIME, Exemption.CHILD_ABUSE, Exemption.SOCIAL_WORK})
"""Reasons that a letter does not name where naming them would itself do the harm."""


def received(found: Detail, regulator: Regulator) -> Document:
    """We have it, and answer by a day."""
    by = found.kept.standing.safe
    day = f"We will answer by {in_words(by)} at the latest. " if by else ""
    return parts.letter(
        found,
        "We have your request",
        f"We have {parts.theirs(found)}. {day}You need to do nothing now.",
        parts.section(
            "What happens next",
            "We look for what we hold, check that it is right to send, and write to you.",
            "It costs nothing. If we have a question, we ask it soon.",
        ),
        parts.rights(regulator),
    )


def identity(found: Detail, regulator: Regulator) -> Document:
    """Please show who you are, or that you may ask."""
    asked = _said(found, Event.ASK_IDENTITY)
    return parts.letter(
        found,
        "Please show us who you are",
        f"Thank you for {parts.theirs(found)}. Before we can answer, we need to see that it is you, or that you may ask. "
        "The month that we have begins when you show it.",
        parts.section("What we need", *parts.lines(asked), "We look at it and keep no copy."),
        parts.section("Why", "What we hold is private. We want to be sure that it reaches nobody else."),
        parts.rights(regulator),
    )


def question(found: Detail, regulator: Regulator) -> Document:
    """What do you mean: the clock stands still."""
    return parts.letter(
        found,
        "A question about your request",
        f"Thank you for {parts.theirs(found)}. We hold a lot, and need your answer to find what you want. While we wait, "
        "our time to answer stands still.",
        parts.section("Our question", *parts.lines(_said(found, Event.ASK_QUESTION))),
        parts.section("If you want everything", "Then say so. We will make a reasonable search for all of it."),
        parts.rights(regulator),
    )


def more_time(found: Detail, regulator: Regulator) -> Document:
    """We take two months more, and why."""
    by = found.kept.standing.legal
    day = f" We will answer by {in_words(by)} at the latest." if by else ""
    return parts.letter(
        found,
        "We need more time",
        f"We need up to two months more for {parts.theirs(found)}.{day} We are sorry for the wait.",
        parts.section("Why", *parts.lines(_said(found, Event.EXTEND))),
        parts.rights(regulator),
    )


def answer(found: Detail, regulator: Regulator) -> Document:
    """Yes, partly, no, or nothing held: with reasons, and the rights that an answer must mention."""
    decided = found.kept.case.decision
    assert decided is not None  # noqa: S101  # this letter is offered for a decision alone
    outcome = Outcome(decided.choice)
    sections = [
        parts.section("Our reasons" if outcome is not Outcome.GRANTED else "What we did", *parts.lines(decided.words))
    ]
    sections += _left_out(found, decided)
    sections += _about_it(found, outcome)
    return parts.letter(
        found, "Our answer to your request", _first(found, outcome), *sections, _rights(found, regulator)
    )


def _first(found: Detail, outcome: Outcome) -> str:
    theirs = parts.theirs(found)
    match outcome:
        case Outcome.GRANTED:
            return f"Yes. This is our answer to {theirs}. We have done what you asked, in full."
        case Outcome.PART:
            return f"Yes, in part. This is our answer to {theirs}. Some of it we cannot do, and we say why."
        case Outcome.REFUSED:
            return f"No. This is our answer to {theirs}. We are sorry that we cannot do it, and we say why."
        case Outcome.NOTHING:
            return f"We looked, and hold nothing about this. This is our answer to {theirs}."
        case Outcome.NOT_SHOWN:
            return f"We cannot answer {theirs}, because we could not see who you are or that you may ask. Show us, and we begin."


def _left_out(found: Detail, decided: Step) -> list[Section]:
    tags = {*decided.tags, *(tag for step in found.kept.case.of(Event.INDEX) for tag in step.tags)}
    named = [each for each in Exemption if each in tags and each not in _WITHOUT]
    if not tags:
        return []
    because = tuple(f"{each.label}." for each in named) or (
        "The law lets us leave some things out to keep people safe.",
    )
    return [Section("What we left out, and why", (Bullets(because),))]


def _about_it(found: Detail, outcome: Outcome) -> list[Section]:
    if found.kept.case.received.asked is not Asked.ACCESS or outcome not in {Outcome.GRANTED, Outcome.PART}:
        return []
    given = [step.words for step in found.kept.case.of(Event.INDEX) if step.choice != Shown.WITHHELD]
    enclosed = [Section("What is enclosed", (Bullets(tuple(given)),))] if given else []
    about = parts.section(
        "About your information",
        "Our privacy notice, enclosed, says why we use it, who sees it, where it comes from and how long we keep it.",
        "You may ask us to put it right, to delete it, to stop using it for now, or object to how we use it.",
    )
    return [*enclosed, about]


def _rights(found: Detail, regulator: Regulator) -> Section:
    if not is_deceased(found.kept.case):
        return parts.rights(regulator)
    return parts.section(
        "Your rights",
        "This is about somebody who has died, so data protection law does not cover it. The Access to Health Records Act "
        "1990 likely does, where they are health records.",
        "If you do not agree, tell us, and somebody else here will look at it again. You may also ask a court to decide.",
    )


def _said(found: Detail, event: Event) -> str:
    step = found.kept.case.last(event)
    return step.words if step else ""
