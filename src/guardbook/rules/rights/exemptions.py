"""What may be left out of an answer, what each reason needs, and what must be kept while a request is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from guardbook.kernel.dates import add_months, in_words
from guardbook.rules.rights.verdicts import Answer, Guard, guard
from guardbook.rules.rights.vocabulary import Exemption
from guardbook.rules.verdict import Confidence

OPINION_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Facts:
    """One thing left out. ``opinion_on`` is when the health professional who knows the person wrote their opinion.

    ``is_council`` is for controllers that Schedule 3 paragraph 8 names; ``earlier_same`` counts the same requests lately.
    """

    exemption: Exemption
    as_of: date
    reason: str = ""
    opinion_on: date | None = None
    opinion_by: str = ""
    is_council: bool = False
    has_consent: bool = False
    is_reasonable_anyway: bool = False
    earlier_same: int = 0


@dataclass(frozen=True, slots=True)
class Hold:
    """Records that are due to go, and how many requests about them are open."""

    is_due: bool
    open_requests: int


_NEEDS_WORDS: Mapping[Exemption, str] = {
    Exemption.WISHES: "Say what the person asked or expected, and when.",
    Exemption.PRIVILEGE: "Say which lawyer advised, and about what in a few words.",
    Exemption.REFERENCE: "Say for what the reference was.",
    Exemption.MANAGEMENT: "Say what it would spoil, and until when.",
    Exemption.CRIME: "Say which investigation it would get in the way of, and how.",
    Exemption.CHILD_ABUSE: "Say why it would not be in the child's interest.",
    Exemption.LEGAL_DUTY: "Say which law or care need makes you keep it.",
}


def exemption(facts: Facts) -> Guard:
    """Whether something may be left out for this reason (C-06; DPA 2018 Schedules 2 and 3, Article 12(5))."""
    match facts.exemption:
        case Exemption.HEALTH_HARM:
            return _harm(facts)
        case Exemption.SOCIAL_WORK:
            return _social_work(facts)
        case Exemption.THIRD_PARTY:
            return _third_party(facts)
        case Exemption.EXCESSIVE:
            return _excessive(facts)
        case other:
            if not facts.reason.strip():
                return guard(Answer.NO, _NEEDS_WORDS[other], "C-06", "Data Protection Act 2018, Schedules 2 and 3")
            text = "It may be left out, as far as this reason goes and no further. Give all the rest."
            return guard(Answer.YES, text, "C-06", "Data Protection Act 2018, Schedules 2 and 3")


def hold(facts: Hold) -> Guard:
    """Whether records that are due may go (C-06; DPA 2018 section 173)."""
    source = "Data Protection Act 2018, section 173"
    if facts.open_requests:
        text = "Somebody has asked about these records. Keep them until that is closed: hiding or destroying them to \
defeat a request is an offence."
        return guard(Answer.NO, text, "C-06", source, Confidence.MEMORY)
    text = "No request is open about them." if facts.is_due else "They are not due yet."
    return guard(Answer.YES if facts.is_due else Answer.NO, text, "C-06", source)


def _harm(facts: Facts) -> Guard:
    source = "Data Protection Act 2018, Schedule 3, Part 2"
    if facts.opinion_on is None or not facts.opinion_by.strip():
        text = "You need the written opinion of the health professional who looks after the person, with its date. \
Until you have it, you may not leave this out."
        return guard(Answer.NO, text, "C-06", source)
    if facts.opinion_on > facts.as_of:
        return guard(Answer.NO, "The opinion is dated in the future. Look at its date.", "C-06", source)
    if add_months(facts.opinion_on, OPINION_MONTHS) < facts.as_of:
        text = f"The opinion of {in_words(facts.opinion_on)} is older than six months. Ask for a new one."
        return guard(Answer.NO, text, "C-06", source, Confidence.MEMORY)
    return guard(Answer.YES, "It may be left out: a recent professional opinion says it would do harm.", "C-06", source)


def _social_work(facts: Facts) -> Guard:
    source = "Data Protection Act 2018, Schedule 3, paragraph 8"
    if facts.is_council:
        return guard(Answer.YES, "You are on the list of those who may use this.", "C-06", source)
    text = "This reason is for councils and others that the law lists. A private provider is likely not on that list: \
use another reason, or give it."
    return guard(Answer.WARN, text, "C-06", source)


def _third_party(facts: Facts) -> Guard:
    source = "Data Protection Act 2018, Schedule 2, paragraphs 16 and 17"
    if facts.has_consent or facts.is_reasonable_anyway:
        text = "They agree, or it is reasonable without asking, so give it. Names of carers at work are usually given."
        return guard(Answer.NO, text, "C-06", source)
    text = "Cover what is about the other person, and give the rest. Names of carers at work are usually given."
    return guard(Answer.YES, text, "C-06", source)


def _excessive(facts: Facts) -> Guard:
    source = "UK GDPR Article 12(5)"
    if not facts.reason.strip():
        text = "Write down why: it is for you to show that a request is plainly unfounded or excessive."
        return guard(Answer.NO, text, "C-06", source)
    if facts.earlier_same < 1:
        text = "Be careful: a request is seldom excessive the first time. A long file alone is no reason."
        return guard(Answer.WARN, text, "C-06", source)
    return guard(Answer.YES, "You may refuse, or charge what it costs. Give the reasons.", "C-06", source)
