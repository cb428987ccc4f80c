"""B-10: everybody else who may have to be told, from what is known of an incident.

Sources: UK GDPR Art 26 and Art 33(2); Report Fraud's launch notice; contracts with commissioners and insurers.
"""

from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.incidents import sources
from guardbook.rules.incidents.duty import Data, Holder
from guardbook.rules.incidents.vocabulary import Track, TrackState
from guardbook.rules.verdict import Confidence, Reason


class Part(StrEnum):
    """Whose data it is in law, and who had it when it happened."""

    OURS = "ours"
    OUR_SUPPLIER = "our_supplier"
    FOR_ANOTHER = "for_another"
    TOGETHER = "together"

    @property
    def label(self) -> str:
        """The words people see."""
        return _PARTS[self]


_PARTS = {
    Part.OURS: "Ours, and we had it",
    Part.OUR_SUPPLIER: "Ours, but a supplier had it (payroll, care software, cloud)",
    Part.FOR_ANOTHER: "Somebody else's, such as a council's; we only work with it for them",
    Part.TOGETHER: "Ours and another organisation's together",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides who else is told."""

    data: frozenset[Data] = frozenset()
    holder: Holder = Holder.UNKNOWN
    safety_risk: bool = False
    abuse_allegation: bool = False
    commissioned_person: bool = False
    part: Part = Part.OURS
    cyber_attack: bool = False
    fraud: bool = False
    theft: bool = False
    nhsmail_account: bool = False
    suspicious_email: bool = False
    staff_affected: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """Somebody to tell: whether, why, and how."""

    track: Track
    state: TrackState
    how: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Others:
    """Each of them, whose decision the regulator's notice is, and what to do at once."""

    tracks: tuple[Telling, ...]
    needed: tuple[Track, ...]
    regulator_by_us: bool
    tasks: tuple[str, ...]


def others(facts: Facts) -> Others:
    """Who besides the regulator and the people must be told, and what to do at once."""
    found = (
        _safeguarding(facts),
        _commissioner(facts),
        _police(facts),
        _insurer(facts),
        _controllers(facts),
        _nhsmail(facts),
        _staff(facts),
    )
    return Others(
        found,
        tuple(each.track for each in found if each.state is TrackState.NEEDED),
        facts.part is not Part.FOR_ANOTHER,
        _tasks(facts),
    )


def _is_danger(facts: Facts) -> bool:
    return facts.safety_risk or facts.holder is Holder.DANGEROUS


def _safeguarding(facts: Facts) -> Telling:
    needed = _is_danger(facts) or facts.abuse_allegation
    yes = "Somebody may come to harm, or there is an allegation of abuse."
    return _telling(
        Track.SAFEGUARDING, needed, yes, "Nobody seems to be in danger.", "Ring your council's safeguarding team."
    )


def _commissioner(facts: Facts) -> Telling:
    yes = "A council or the NHS pays for the care of somebody affected. Their contract says how soon to tell them."
    no = "Nobody affected has care that a council or the NHS pays for."
    how = "Look in the contract for the clause on incidents, and who to ring."
    return _telling(Track.COMMISSIONER, facts.commissioned_person, yes, no, how)


def _police(facts: Facts) -> Telling:
    if _is_danger(facts):
        return _telling(Track.POLICE, True, "Somebody may come to harm.", "", "Ring 999 in danger, or 101.")
    if facts.cyber_attack or facts.fraud:
        how = "Ring Report Fraud on 0300 123 2040, day and night during an attack. Keep the reference they give you."
        return _telling(Track.POLICE, True, "It is a cyber attack or a fraud.", "", how, sources.REPORT_FRAUD)
    how = "Ring 101, or report it on the website of your police."
    return _telling(Track.POLICE, facts.theft, "Something was stolen.", "No crime is known.", how)


def _insurer(facts: Facts) -> Telling:
    needed = facts.cyber_attack or facts.fraud or facts.theft
    yes = "It is an attack, a fraud or a theft. Cover may be lost if the insurer hears of it late."
    how = "Look in the policy for the number to ring. If you have no cover for this, say so and excuse this line."
    return _telling(Track.INSURER, needed, yes, "It is no attack, fraud or theft.", how)


def _controllers(facts: Facts) -> Telling:
    match facts.part:
        case Part.FOR_ANOTHER:
            text = "The data is another organisation's. Tell it without undue delay (Art 33(2)); whether the regulator hears of it is for it to decide."
            how = "Ring and then write to whoever gave you the work. The 72 hours are theirs; you have no such time."
        case Part.TOGETHER:
            text = "You answer for the data together. Do what your arrangement says (Art 26)."
            how = "Look in the arrangement for who tells whom."
        case Part.OUR_SUPPLIER:
            text = "A supplier had the data. Ask it for everything it knows, and look at the contract."
            how = "Ask in writing: what happened, since when, whose data, what was done."
        case Part.OURS:
            text, how = "The data is yours alone, and you had it.", ""
    return _telling(Track.CONTROLLERS, facts.part is not Part.OURS, text, text, how, sources.UK_GDPR_33)


def _nhsmail(facts: Facts) -> Telling:
    how = "Ring the NHSmail helpdesk. Reset the password and the second step first."
    yes = "An NHSmail account may be in the wrong hands."
    return _telling(Track.NHSMAIL, facts.nhsmail_account, yes, "No NHSmail account is affected.", how)


def _staff(facts: Facts) -> Telling:
    yes = "It is about staff too. Tell them yourself before they hear it from others."
    how = "Tell them what is known and what you do. Where the risk to them is high, the letter to people affected says the rest."
    return _telling(Track.STAFF, facts.staff_affected, yes, "It is not about staff.", how)


def _telling(track: Track, needed: bool, yes: str, no: str, how: str, source: str = sources.PRACTICE) -> Telling:
    sure = Confidence.MEMORY if source == sources.PRACTICE else Confidence.READ
    state = TrackState.NEEDED if needed else TrackState.NOT_NEEDED
    return Telling(track, state, how if needed else "", Reason(yes if needed else no, "B-10", sure, source))


def _tasks(facts: Facts) -> tuple[str, ...]:
    tasks = []
    if facts.nhsmail_account:
        tasks += ["Reset the password of the NHSmail account.", "Set up its second step of signing in again."]
    if Data.BANK in facts.data:
        tasks.append("Tell the people at once to ring their bank on 159.")
    if facts.suspicious_email:
        tasks.append("Forward the email to report@phishing.gov.uk, or the text to 7726.")
    return tuple(tasks)
