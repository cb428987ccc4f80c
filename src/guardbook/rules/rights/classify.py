"""Which right somebody means, from their own words: a help for the person who writes it down, who decides."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from guardbook.rules.rights.vocabulary import Asked
from guardbook.rules.verdict import Confidence, Reason

_ALL = re.IGNORECASE
_SAYS: Mapping[Asked, re.Pattern[str]] = {
    Asked.DECEASED: re.compile(r"\b(died|deceased|passed away|late (mother|father|husband|wife|mum|dad))\b", _ALL),
    Asked.ERASURE: re.compile(r"\b(delete|erase|destroy|get rid of|be forgotten|wipe)\b", _ALL),
    Asked.OBJECTION: re.compile(r"\b(stop (email|send|text|phon|call|writ|using|shar)|unsubscribe|object)", _ALL),
    Asked.RECTIFICATION: re.compile(
        r"\b(wrong|incorrect|correct (my|the|it|this)|put right|mistake in|update my)\b", _ALL
    ),
    Asked.RESTRICTION: re.compile(r"\b(restrict|freeze|don'?t use it|stop using it (until|while))", _ALL),
    Asked.PORTABILITY: re.compile(r"\b(transfer my (data|records)|portab|move my data|in a (usable )?file to)", _ALL),
    Asked.AUTOMATED_DECISIONS: re.compile(
        r"\b(computer|algorithm|automatic\w*|machine|AI) (decid|said|chose|decision)", _ALL
    ),
    Asked.ACCESS: re.compile(
        r"\b(send me|show me|copy of|copies of|see (my|his|her|their|the|what)|everything you (have|hold)|access to|"
        r"subject access|what (do )?you (have|hold))\b",
        _ALL,
    ),
}
_DATA_COMPLAINT = re.compile(
    r"\b(breach\w*|privacy|(letters?|post|emails?|notes) .{0,30}(opened|read) |opened (my|his|her) |confidential\w*|gdpr|data protection|read my (letter|post|notes|email)s?|"
    r"(told|gave|showed|shared|sent) .{0,40}\b(my|his|her) (information|details|notes|records|letters?)|gossip\w*)\b",
    _ALL,
)
_CARE_COMPLAINT = re.compile(
    r"\b(late|rude|food|cold|dirty|missed (visit|call|dose)s?|medication|rough|neglect\w*|staffing|bathed?|"
    r"care (is|was) (bad|poor))\b",
    _ALL,
)
_FOR_SOMEBODY = re.compile(
    r"\b(mum|mother|dad|father|wife|husband|son|daughter|brother|sister|client|nan|gran)\b", _ALL
)
_MARKETING = re.compile(r"\b(newsletter|marketing|fundrais|advert)", _ALL)


@dataclass(frozen=True, slots=True)
class Facts:
    """What they said or wrote. ``is_spoken`` where somebody said it to one of us."""

    text: str
    is_spoken: bool = False


@dataclass(frozen=True, slots=True)
class Classified:
    """What it may be, more than one thing at once, and what to mind about each."""

    rights: tuple[Asked, ...]
    is_data_complaint: bool
    is_care_complaint: bool
    may_be_breach: bool
    is_for_somebody: bool
    reasons: tuple[Reason, ...]


def classify(facts: Facts) -> Classified:
    """Suggest what somebody means (C-04; the split of a care complaint, C-08)."""
    rights = _rights(facts.text)
    complains = bool(_DATA_COMPLAINT.search(facts.text))
    about_care = bool(_CARE_COMPLAINT.search(facts.text)) and not rights
    for_somebody = bool(rights) and bool(_FOR_SOMEBODY.search(facts.text))
    notes = _notes(facts, rights, complains=complains, about_care=about_care, for_somebody=for_somebody)
    return Classified(rights, complains, about_care, complains, for_somebody, tuple(notes))


def _rights(text: str) -> tuple[Asked, ...]:
    found = [right for right, says in _SAYS.items() if says.search(text)]
    if Asked.DECEASED in found:
        return (Asked.DECEASED,)
    return tuple(each for each in found if each is not Asked.ACCESS or len(found) == 1)


def _notes(
    facts: Facts, rights: tuple[Asked, ...], *, complains: bool, about_care: bool, for_somebody: bool
) -> list[Reason]:
    texts: list[str] = []
    if facts.is_spoken:
        texts.append("What somebody says counts as much as a letter. Write down when, and who heard it.")
    if for_somebody:
        texts.append("It seems to be for somebody else: check that they may ask.")
    if Asked.ERASURE in rights:
        texts.append(
            "Care notes are seldom deleted: the law makes you keep them. You will likely refuse with reasons; ask your "
            "Caldicott Guardian, and look whether there is a legal hold."
        )
    if Asked.RECTIFICATION in rights:
        texts.append("An opinion stays, with a note that the person disagrees. A wrong fact is put right.")
    if Asked.OBJECTION in rights and _MARKETING.search(facts.text):
        texts.append("An objection to marketing always succeeds. Stop at once.")
    if Asked.DECEASED in rights:
        texts.append(
            "Data protection law is about living people. The records of somebody who died have their own route."
        )
    if complains:
        texts.append("This is a complaint about data. It may be a breach too: look at it as one.")
    if complains and about_care:
        texts.append("It is two complaints: one about care, for your complaints procedure, and one about data.")
    if not rights and not complains:
        texts.append("We could not tell. Ask them what they would like to happen.")
    return [Reason(text, "C-04", Confidence.INFERRED) for text in texts]
