"""Suggestions that read policies and notices (items 1.1.3, 1.3.1, 1.3.7, 1.3.8 and 6.1.1, and a part of 1.4.3).

A document supports an answer while it is current: agreed within three years (item 1.3.1 says so; for the
other questions that is our own default).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import Any

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts, Kept
from guardbook.rules.registers import policies
from guardbook.rules.registers.policies import RENEWED_WITHIN, Policy
from guardbook.rules.registers.policy_words import POLICY_SET, READERS, Audience, Topic
from guardbook.rules.registers.questions import Choice
from guardbook.rules.verdict import Confidence

Said = Callable[[Judged, Kept[Any]], str]


@dataclass(frozen=True, slots=True)
class Part:
    """One claim of several, with its words, and what it is about where several share a sentence."""

    claim: Claim[Policy]
    words: Words
    subject: str


def privacy_notices(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether each group of people can read how their information is used, and the opt-out is mentioned.

    Source: item 1.1.3. Which further groups a provider has (volunteers, visitors) is for people to say.
    """
    del asked
    first, *rest = READERS
    parts = [_notice(reader, _silent, _silent) for reader in rest]
    return _all_of(facts, _notice(first, _notices_met, _notices), *parts, _OPT_OUT)


def policy_set(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether current policies cover every topic that the toolkit names between them.

    Source: item 1.3.1: data protection, data quality, record keeping, data security, and the network.
    """

    def met(_seen: Judged, _kept: Kept[Any]) -> str:
        return f"Policies agreed in the last {asked.months} months cover every topic the toolkit names."

    def answer(_seen: Judged, kept: Kept[Any]) -> str:
        named = registers.names(kept, lambda each: any(_covers(topic)(each) for topic in POLICY_SET))
        return f"Yes. Our current policies are: {named}. Each was agreed in the last {asked.months} months."

    first, *rest = POLICY_SET
    parts = [_topic(topic, asked.months, _silent, _silent) for topic in rest]
    return _all_of(facts, _topic(first, asked.months, met, answer), *parts)


def policy_on_safety(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the data protection policy has a part on keeping personal information safe. Source: item 1.3.7."""
    del asked
    return _in_data_protection_policy(facts, Topic.DAILY_SAFETY, "1.3.7")


def policy_on_risk_checks(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether the data protection policy tells how to look for risks before something new begins.

    Source: item 1.3.8. Whether it is done for each new system is not judged here.
    """
    del asked
    return _in_data_protection_policy(facts, Topic.RISK_CHECKS, "1.3.8")


def breach_steps(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether there are current written steps for a data breach, and staff have them.

    Source: item 6.1.1. The log of what was reported is not judged here: the reason says so.
    """
    del asked
    about = _covers(Topic.BREACHES)
    words = Words(
        met=lambda _seen, kept: (
            f"Staff have your current steps: {registers.names(kept, about)}. "
            "Check for yourself that every report goes in a log."
        ),
        answer=lambda _seen, kept: (
            f"Yes. Staff follow our written steps, and have been given them: {registers.names(kept, about)}."
        ),
        failing=_said_together,
        todo="Agree the steps for a data breach, give them to staff, and note both days.",
        rule="6.1.1",
    )
    return _all_of(facts, Part(_given(about), words, "what to do in a data breach"))


def advice(topic: Topic, answer: Said) -> tuple[Claim[Policy], Words]:
    """The part of an answer that rests on a current document about a topic, which staff have been given."""
    words = _lower(topic)
    return (
        replace(_given(_covers(topic)), too_few=f"Nothing checked here covers this: {words}."),
        Words(
            met=lambda _seen, kept: f"Staff have your current advice on {words}: {covering(topic, kept)}.",
            answer=answer,
            failing=lambda _seen: f"Your advice on {words} is too old now, or staff had an older version.",
            unsaid=lambda _seen: f"Say when your advice on {words} was agreed, and when staff were given it.",
            todo=f"Agree your advice on {words}, give it to staff, and note both days.",
            rule="E-12",
        ),
    )


def covering(topic: Topic, kept: Kept[Any]) -> str:
    """The names of the documents that cover a topic."""
    return registers.names(kept, _covers(topic))


def disposal_steps(answer: Said) -> tuple[Claim[Policy], Words]:
    """The part of an answer that rests on written steps for destroying records and equipment (item 1.4.3)."""
    part = _topic(
        Topic.DISPOSAL, RENEWED_WITHIN, lambda _seen, _kept: "You have current steps for destroying things.", answer
    )
    return part.claim, part.words


def opt_out_words() -> tuple[tuple[Claim[Policy], Words], ...]:
    """The parts of an answer that rest on what policy and notice say of the national data opt-out (item 1.2.4)."""
    policy = _topic(
        Topic.OPT_OUT,
        RENEWED_WITHIN,
        lambda _seen, _kept: "Your policy says so.",
        lambda _seen, kept: f"Our policy says so: {registers.names(kept, _covers(Topic.OPT_OUT))}.",
    )
    notice = replace(
        _OPT_OUT.words,
        answer=lambda _seen, kept: f"So does our privacy notice: {registers.names(kept, _OPT_OUT.claim.about)}.",
        failing=lambda _seen: "The notice for people you support that mentions the opt-out is too old now.",
        unsaid=lambda _seen: "Say when the notice that mentions the opt-out was agreed.",
    )
    too_few = "No notice for people you support mentions the opt-out."
    return (policy.claim, policy.words), (replace(_OPT_OUT.claim, too_few=too_few), notice)


def disposal_names(kept: Kept[Any]) -> str:
    """The names of the documents that say how records and equipment are destroyed."""
    return covering(Topic.DISPOSAL, kept)


def _in_data_protection_policy(facts: Facts, topic: Topic, ref: str) -> Suggestion:
    about = _covers_in_data_protection(topic)
    subject = f"a data protection policy with a part on {_lower(topic)}"
    words = Words(
        met=lambda _seen, kept: f"“{registers.names(kept, about)}” is current and has a part on {_lower(topic)}.",
        answer=lambda _seen, kept: f"Yes. See: {registers.names(kept, about)}. It has a part on {_lower(topic)}.",
        failing=_said_together,
        todo=f"Agree {subject}, and tick both topics.",
        rule=ref,
    )
    return _all_of(facts, Part(_current(about, RENEWED_WITHIN), words, subject))


def _topic(topic: Topic, months: int, met: Said, answer: Said) -> Part:
    words = _lower(topic)
    return Part(
        replace(_current(_covers(topic), months), too_few=f"No policy here covers this: {words}."),
        Words(
            met=met,
            answer=answer,
            failing=lambda _seen: f"What you agreed is too old now: {words}.",
            unsaid=lambda _seen: f"Say when this was agreed: {words}.",
            todo=f"Agree a policy, or agree yours again: {words}.",
            rule="1.4.3" if topic is Topic.DISPOSAL else "1.3.1",
        ),
        words,
    )


def _notice(reader: Audience, met: Said, answer: Said) -> Part:
    return Part(
        _given(_notice_for(reader)),
        Words(
            met=met,
            answer=answer,
            failing=_said_together,
            todo=f"Agree a privacy notice and give it out: {_lower(reader)}.",
            rule="1.1.3",
            confidence=Confidence.READ,
        ),
        f"a privacy notice for {_lower(reader)}",
    )


def _notices_met(_seen: Judged, _kept: Kept[Any]) -> str:
    return "There is a current notice for people you support, for families and for staff."


def _notices(_seen: Judged, kept: Kept[Any]) -> str:
    return f"Our privacy notices are: {registers.names(kept, Policy.is_notice)}."


def _all_of(facts: Facts, *parts: Part) -> Suggestion:
    """As ``registers.together``, with what stands in the way said in one go, and one list of documents."""
    found = registers.together(facts, *((part.claim, part.words) for part in parts))
    shown = found.selectors
    return replace(
        found,
        reason=replace(
            found.reason, text=" ".join((found.reason.text if found.is_met else _why_not(facts, parts)).split())
        ),
        answer=" ".join(found.answer.split()),
        selectors=(
            replace(
                shown[0],
                picks=lambda entry, day: any(each.picks(entry, day) for each in shown),
                rests=lambda entry, day: any(each.rests(entry, day) for each in shown),
            ),
        ),
    )


def _why_not(facts: Facts, parts: Sequence[Part]) -> str:
    """Why several things are not there or not right, each said once; those that decide are enough."""
    judged = [(part.subject, registers.judge(facts, part.claim, facts.judged_on)) for part in parts]
    worst = registers.worst([seen.outcome for _, seen in judged])
    deciding = [(subject, seen) for subject, seen in judged if seen.outcome is worst]
    missing = [subject for subject, seen in deciding if not seen.total]
    said = {
        "Nothing checked here covers": missing,
        "Staff or readers last had an older version of": [subject for subject, seen in deciding if seen.failing],
        "Agreed too long ago": [subject for subject, seen in deciding if seen.lapsed and not seen.failing],
        "Say when it was agreed and given out": [
            subject for subject, seen in deciding if seen.unsaid and not (seen.failing or seen.lapsed)
        ],
    }
    waiting = registers.waiting(facts.registers.of(policies.REGISTER)) if missing else ""
    return " ".join(f"{words}: {', '.join(subjects)}." for words, subjects in said.items() if subjects) + waiting


@cache  # each ``about`` is made once, below, so that few are kept
def _current(about: Callable[[Policy], bool], months: int) -> Claim[Policy]:
    return Claim(
        policies.REGISTER,
        about=about,
        holds=partial(_is_current, months=months),
        lapses=lambda _entry, _on: True,
        needs_whole=False,
        none_is_no=True,
        also_moves=registers.over_after(partial(_renewed_by, months=months)),
    )


@cache
def _given(about: Callable[[Policy], bool]) -> Claim[Policy]:
    """As ``_current``, and those it is for have this version."""
    return replace(_current(about, RENEWED_WITHIN), holds=_is_out, lapses=_is_old)


@cache
def _covers(topic: Topic) -> Callable[[Policy], bool]:
    return lambda each: topic in each.covers and not each.is_notice()


@cache
def _covers_in_data_protection(topic: Topic) -> Callable[[Policy], bool]:
    return lambda each: topic in each.covers and Topic.DATA_PROTECTION in each.covers


@cache
def _notice_for(reader: Audience) -> Callable[[Policy], bool]:
    return lambda each: each.is_notice() and reader in each.audience


def _is_current(entry: Policy, on: date, months: int = RENEWED_WITHIN) -> bool | None:
    agreed = entry.approved_on
    return None if agreed is None or agreed > on else dates.add_months(agreed, months) >= on


def _is_old(entry: Policy, on: date) -> bool:
    return _is_current(entry, on) is False


def _is_out(entry: Policy, on: date) -> bool | None:
    """True where the current version has been given to those it is for."""
    current = _is_current(entry, on)
    if not current or entry.approved_on is None:
        return current
    if entry.given_out_on is None or entry.given_out_on > on:
        return None
    return entry.given_out_on >= entry.approved_on


def _renewed_by(entry: Policy, months: int) -> date | None:
    """The last day on which a document is current."""
    return None if entry.approved_on is None else dates.add_months(entry.approved_on, months)


def _lower(word: Choice) -> str:
    return word.label[0].lower() + word.label[1:]


def _silent(_seen: Judged, _kept: Kept[Any]) -> str:
    return ""


def _said_together(_seen: Judged) -> str:
    """What does not hold is said by ``_why_not``."""
    return ""


_OPT_OUT = Part(
    _current(
        lambda each: each.is_notice() and Audience.RESIDENTS in each.audience and Topic.OPT_OUT in each.covers,
        RENEWED_WITHIN,
    ),
    Words(
        met=lambda _seen, _kept: "The notice for people you support mentions the national data opt-out.",
        answer=_silent,
        failing=_said_together,
        todo="Mention the national data opt-out in the notice for people you support, and tick that topic.",
        rule="1.1.3",
    ),
    "the national data opt-out in a notice for people we support",
)
