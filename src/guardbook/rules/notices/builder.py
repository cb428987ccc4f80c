"""Writes a privacy notice from the record of processing: in plain English, and in easy read with one idea a line.

Sources: UK GDPR Arts 13 and 14, DPA 2018 ss.164A and 165, rules D-06, D-10 and A-11: an officer is named only
where one is appointed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guardbook.rules.notices import said
from guardbook.rules.notices.vocabulary import Line
from guardbook.rules.registers.information import Data
from guardbook.rules.registers.lawful_basis import Basis, Condition, Work
from guardbook.rules.registers.policy_words import Audience
from guardbook.rules.registers.processing import Processing


@dataclass(frozen=True, slots=True)
class Use:
    """One use of information, with how long it is kept in words."""

    entry: Processing
    kept_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What a notice is written from. ``officer`` and ``guardian`` are empty where nobody is appointed.

    ``automated`` says in words what a computer decides alone; empty is nothing. ``more`` is what the provider adds.
    """

    audience: Audience
    organisation: str
    contact: str
    regulator: str
    regulator_reached: str
    uses: tuple[Use, ...]
    officer: str = ""
    guardian: str = ""
    automated: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; ``points`` are a list below the sentences."""

    title: str
    sentences: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """The notice: both versions, and which lines of the law's list stand in it."""

    title: str
    plain: tuple[Section, ...]
    easy: tuple[Section, ...]
    contains: frozenset[Line]


def build(facts: Facts) -> Written:
    """The notice for one audience, from the uses of information that are about them."""
    found = tuple(_plain(facts))
    lines = frozenset(line for line, _ in found if line is not None)
    if any(Basis.LEGITIMATE in use.entry.bases for use in facts.uses):
        lines |= {Line.INTEREST}
    return Written(
        title=f"How we use information about {said.FOR_WHOM[facts.audience]}",
        plain=tuple(section for _, section in found),
        easy=tuple(_easy(facts)),
        contains=lines | {Line.COMPLAIN_REGULATOR},
    )


def comes_from_others(uses: Iterable[Use]) -> bool:
    """Whether some of it does not come from the person alone."""
    return any(not _only_the_person(use.entry.came_from) for use in uses if use.entry.came_from)


def differing(then: Iterable[Section], now: Iterable[Section]) -> tuple[str, ...]:
    """The headings under which a notice would read differently today."""
    old, new = {each.title: each for each in then}, {each.title: each for each in now}
    return tuple(title for title in dict.fromkeys((*old, *new)) if old.get(title) != new.get(title))


def _plain(facts: Facts) -> Iterator[tuple[Line | None, Section]]:
    yield Line.WHO, Section("Who we are", (f"We are {facts.organisation}.", f"To reach us: {facts.contact}."))
    if facts.officer:
        yield Line.OFFICER, Section("Our Data Protection Officer", (f"You can write to them: {facts.officer}.",))
    if facts.guardian and facts.audience is Audience.RESIDENTS:
        text = f"They look after what is private to the people we support: {facts.guardian}."
        yield Line.GUARDIAN, Section("Our Caldicott Guardian", (text,))
    if facts.uses:
        yield Line.PURPOSES, Section("What we use, and what for", points=tuple(_uses(facts)))
    if allowed := tuple(_allowed(facts)):
        lead = "The law lets us do this for these reasons. An interest of ours is always what the thing is for, as said above."
        yield Line.BASES, Section("Why the law allows it", (lead,), allowed)
    yield from _where_it_goes(facts)
    yield Line.RIGHTS, Section("Your rights", ("You have the right:",), said.RIGHTS)
    if _rely_on(facts, Basis.CONSENT):
        text = "Where we use something because you said yes, you can take that back at any time. Just tell us."
        yield Line.WITHDRAW, Section("If you said yes, you can change your mind", (text,))
    yield Line.MUST_GIVE, Section("Must you tell us?", (said.MUST_GIVE[facts.audience],))
    yield Line.AUTOMATED, Section("Decisions by computer", (facts.automated.strip() or said.NO_COMPUTER,))
    if facts.audience is Audience.RESIDENTS:
        yield Line.OPT_OUT, Section("Research and planning: you can say no", (said.OPT_OUT,))
    if facts.more.strip():
        yield None, Section("Also", tuple(facts.more.strip().splitlines()))
    yield Line.COMPLAIN_US, Section("If you are not happy", tuple(_complaints(facts)))


def _uses(facts: Facts) -> Iterator[str]:
    for use in facts.uses:
        kinds = ", ".join(_first_small(each.label) for each in use.entry.data)
        yield f"{use.entry.name}. {use.entry.purpose} For this we use: {kinds}."


def _allowed(facts: Facts) -> Iterator[str]:
    entries = [use.entry for use in facts.uses]
    for basis in Basis:
        if names := [each.name for each in entries if basis in each.bases]:
            yield f"{said.BASIS[basis]}: {'; '.join(names)}."
    for condition in Condition:
        if names := [each.name for each in entries if condition in each.conditions]:
            yield f"For health and other sensitive information, {_first_small(condition.label)}: {'; '.join(names)}."


def _where_it_goes(facts: Facts) -> Iterator[tuple[Line, Section]]:
    entries = [use.entry for use in facts.uses]
    if comes_from_others(facts.uses):
        points = [f"{each.name}: {_first_small(each.came_from)}" for each in entries if each.came_from]
        yield (
            Line.SOURCE,
            Section("Where it comes from", ("Much comes from you. Some comes from others:",), tuple(points)),
        )
    if any(each.recipients for each in entries):
        recipients = _recipients(entries)
        lead = "We share only what they need. Firms that work for us may only do what we tell them."
        yield (
            Line.RECIPIENTS,
            Section("Who else gets it", (lead if recipients else "Nobody else gets it.",), recipients),
        )
    abroad = [f"{each.name}: {each.abroad}" for each in entries if each.leaves_uk and each.abroad]
    if abroad:
        yield Line.TRANSFERS, Section("Outside the United Kingdom", ("Some of it goes abroad:",), tuple(abroad))
    kept = tuple(dict.fromkeys(one for use in facts.uses for one in use.kept_for))
    if kept:
        yield Line.RETENTION, Section("How long we keep it", ("Then we destroy it safely.",), kept)


def _complaints(facts: Facts) -> Iterator[str]:
    yield f"You can complain to us about how we use your information: {facts.contact}."
    yield "We tell you within 30 days that we have your complaint, look into it, and tell you what we found."
    yield f"You can also complain to the regulator, the {facts.regulator}: {facts.regulator_reached}."


def _easy(facts: Facts) -> Iterator[Section]:
    entries = [use.entry for use in facts.uses]
    yield Section("About us", (f"We are {facts.organisation}.", said.EASY_FIRST[facts.audience]))
    data, work = {kind for each in entries for kind in each.data}, {each.work for each in entries}
    yield Section("What we write down", tuple(said.EASY_DATA[each] for each in Data if each in data))
    yield Section("Why we write it down", tuple(said.EASY_WHY[each] for each in Work if each in work))
    if recipients := _recipients(entries):
        yield Section("Who else can see it", ("We only share what they need.", *(f"{one}." for one in recipients)))
    if any(each.leaves_uk for each in entries):
        yield Section("Other countries", ("Some of it goes to other countries.", "We make sure it is safe there."))
    yield Section(
        "How long we keep it", ("We keep it as long as the law says.", "Then we destroy it.", "Ask us how long.")
    )
    yield Section("What you can do", said.EASY_RIGHTS)
    if _rely_on(facts, Basis.CONSENT):
        yield Section("If you said yes", ("You can change your mind.", "Just tell us."))
    if facts.audience is Audience.RESIDENTS:
        yield Section("Research", said.EASY_OPT_OUT)
    yield Section("If you are not happy", tuple(_easy_complaints(facts)))


def _easy_complaints(facts: Facts) -> Iterator[str]:
    yield "Tell us first."
    yield f"Ask for: {facts.contact}."
    yield "We will answer you."
    if facts.officer:
        yield f"You can also ask our Data Protection Officer: {facts.officer}."
    if facts.guardian and facts.audience is Audience.RESIDENTS:
        yield f"You can also ask our Caldicott Guardian: {facts.guardian}."
    yield f"You can also tell the {facts.regulator}."
    yield f"They are there to help you: {facts.regulator_reached}."


def _recipients(entries: Iterable[Processing]) -> tuple[str, ...]:
    """Everybody who gets it; where it stays with us, the record says Nobody."""
    everybody = dict.fromkeys(one for each in entries for one in each.recipients)
    return tuple(one for one in everybody if one.strip(" .").casefold() != "nobody")


def _rely_on(facts: Facts, basis: Basis) -> bool:
    return any(basis in use.entry.bases for use in facts.uses)


def _only_the_person(text: str) -> bool:
    return text.strip().rstrip(".").casefold() in {"the person", "you", "them", "themselves"}


def _first_small(text: str) -> str:
    return text[:1].lower() + text[1:]
