"""When we may ask who somebody is, stop the clock, take longer, or charge."""

from dataclasses import dataclass
from datetime import date

from guardbook.kernel.dates import in_words
from guardbook.rules.clocks.request import Regime, Right, pauses_clock
from guardbook.rules.rights.verdicts import Answer, Guard, guard
from guardbook.rules.rights.vocabulary import Charge, Doubt, Longer, Purpose
from guardbook.rules.verdict import Confidence

PROMPT_DAYS = 5
"""Asking who somebody is later than this looks like a way to win time (our own choice)."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Why and when we ask who somebody is."""

    doubt: Doubt
    received_on: date
    asked_on: date


@dataclass(frozen=True, slots=True)
class Pause:
    """A question, and whether we hold a large amount about them."""

    right: Right
    purpose: Purpose
    is_large: bool
    regime: Regime = Regime.ARTICLE_12A


@dataclass(frozen=True, slots=True)
class Extension:
    """Why more time is needed, and when the notice goes out."""

    reason: Longer
    words: str
    notice_on: date
    notice_by: date


@dataclass(frozen=True, slots=True)
class Fee:
    """Why a fee is asked for."""

    ground: Charge
    words: str = ""


def identity(facts: Identity) -> Guard:
    """Whether we may ask who they are (C-03; Article 12(6): only where there is a reasonable doubt, and promptly)."""
    source = "UK GDPR Article 12(6)"
    if facts.doubt in {Doubt.HABIT, Doubt.KNOWN}:
        text = "You know who this is, or ask everybody, so the question is likely not justified. The month may run on."
        return guard(Answer.WARN, text, "C-03", source)
    if (facts.asked_on - facts.received_on).days > PROMPT_DAYS:
        text = "You ask late. Ask promptly, or the month may count from the day the request came."
        return guard(Answer.WARN, text, "C-03", source, Confidence.DEFAULT)
    return guard(Answer.YES, "You may ask. The month begins when they show it.", "C-03", source)


def pause(facts: Pause) -> Guard:
    """Whether a question stops the clock (C-03; Article 12A(5))."""
    source = "UK GDPR Article 12A(5)"
    if not pauses_clock(facts.right, facts.regime):
        return guard(Answer.NO, "Only a request to see information can be paused. The clock runs on.", "C-03", source)
    if facts.purpose is not Purpose.FIND:
        text = "Only a question that is needed to find the information stops the clock. This one does not: it runs on."
        return guard(Answer.NO, text, "C-03", source)
    if not facts.is_large:
        text = "A pause is meant for where you hold a lot about the person. Be ready to show that you needed to ask."
        return guard(Answer.WARN, text, "C-03", source)
    return guard(Answer.YES, "You hold a lot, and the question helps to find it. The clock stops.", "C-03", source)


def extension(facts: Extension) -> Guard:
    """Whether we may take two months more (C-03; Article 12(3))."""
    source = "UK GDPR Article 12(3)"
    if facts.reason is Longer.WORKLOAD:
        text = "Being busy, or somebody on leave, is no reason the law knows for taking longer."
        return guard(Answer.NO, text, "C-03", source)
    if facts.reason is Longer.UNCLEAR:
        text = "Needing to ask what they mean is no reason for taking longer. Ask; that can pause the clock."
        return guard(Answer.NO, text, "C-03", source, Confidence.READ_SECOND)
    if facts.notice_on > facts.notice_by:
        text = f"The notice had to go out by {in_words(facts.notice_by)}. The first deadline stands, and it will be missed."
        return guard(Answer.NO, text, "C-03", source)
    if not facts.words.strip():
        return guard(Answer.NO, "Tell the person why: the notice must give the reasons.", "C-03", source)
    return guard(Answer.YES, "You may take two months more, three in all from the start.", "C-03", source)


def fee(facts: Fee) -> Guard:
    """Whether we may charge (C-03; Article 12(5))."""
    source = "UK GDPR Article 12(5)"
    if facts.ground is Charge.NORMAL:
        return guard(Answer.NO, "The first copy is free, however much work it is.", "C-03", source)
    if facts.ground is not Charge.COPIES and not facts.words.strip():
        return guard(
            Answer.NO, "Write down why it is unfounded or excessive: you must be able to show it.", "C-03", source
        )
    return guard(Answer.YES, "You may ask for what it costs you to send it, and no more.", "C-03", source)
