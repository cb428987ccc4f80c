"""Ten plain questions, and what follows from them: class, kinds, and who must be told (B-01, B-03, B-08, B-09, B-10)."""

from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.incidents import classing, cqc, duty, others, sources
from guardbook.rules.incidents.duty import Data, Holder
from guardbook.rules.incidents.others import Part, Telling
from guardbook.rules.incidents.vocabulary import About, Class, Kind, Risk, Track, TrackState
from guardbook.rules.verdict import Confidence, Reason


class Whose(StrEnum):
    """Whose information it is; several may be."""

    SUPPORTED = "supported"
    FAMILY = "family"
    STAFF = "staff"
    DEAD = "dead"
    NOBODY = "nobody"


class What(StrEnum):
    """What happened to the information; several may be."""

    SEEN = "seen"
    LOST = "lost"
    CHANGED = "changed"
    OUT_OF_REACH = "out_of_reach"
    STOPPED = "stopped"
    ON_PURPOSE = "on_purpose"


class How(StrEnum):
    """How it came about; several may be."""

    WRONG_PERSON = "wrong_person"
    LOST_OR_STOLEN = "lost_or_stolen"
    STOLEN = "stolen"
    CYBER = "cyber"
    FRAUD = "fraud"
    PHISHING = "phishing"
    NHSMAIL = "nhsmail"
    LOOKED = "looked"
    BROKE = "broke"
    OTHER = "other"


class Also(StrEnum):
    """What else has happened; several may be."""

    INJURY = "injury"
    ABUSE = "abuse"
    POLICE = "police"
    CARE_UNSAFE = "care_unsafe"


@dataclass(frozen=True, slots=True)
class Answers:
    """The ten questions. None is "not sure", which never makes anything safer."""

    whose: frozenset[Whose] = frozenset()
    what: frozenset[What] = frozenset()
    data: frozenset[Data] = frozenset()
    holder: Holder = Holder.UNKNOWN
    danger: bool | None = None
    how: frozenset[How] = frozenset()
    unreadable: bool | None = None
    part: Part = Part.OURS
    paid: bool | None = None
    also: frozenset[Also] = frozenset()


@dataclass(frozen=True, slots=True)
class Triaged:
    """What it is, whether the clock runs, who must be told and why, and what to do at once."""

    event_class: Class
    kinds: tuple[Kind, ...]
    maybe: tuple[Kind, ...]
    clock_runs: bool
    is_near_miss: bool
    vulnerable: bool
    suggested_risk: Risk
    tracks: tuple[Telling, ...]
    tasks: tuple[str, ...]
    reasons: tuple[Reason, ...]

    def of(self, track: Track) -> Telling:
        """What is said of one track."""
        return next(each for each in self.tracks if each.track is track)


def triage(answers: Answers) -> Triaged:
    """What follows from the ten questions. Until somebody decides, regulator and people stay on the list."""
    found = classing.classed(_classing(answers))
    is_breach = found.event_class is Class.PERSONAL_DATA_BREACH
    beside = others.others(_others(answers))
    notified = cqc.cqc(_cqc(answers))
    clock_runs = is_breach and beside.regulator_by_us
    risk, why = duty.suggested(prompts(answers))
    told = (*_told(is_breach=is_breach, by_us=beside.regulator_by_us), _commission(notified), *beside.tracks)
    by_track = {each.track: each for each in told}
    return Triaged(
        event_class=found.event_class,
        kinds=found.kinds,
        maybe=found.maybe,
        clock_runs=clock_runs,
        is_near_miss=found.event_class is Class.NEAR_MISS,
        vulnerable=Whose.SUPPORTED in answers.whose,
        suggested_risk=risk,
        tracks=tuple(by_track[track] for track in Track),
        tasks=beside.tasks,
        reasons=(found.reason, *((why,) if is_breach else ())),
    )


def prompts(answers: Answers) -> duty.Facts:
    """The prompts of B-03 as far as the ten questions answer them."""
    return duty.Facts(
        data=answers.data,
        holder=answers.holder,
        vulnerable=Whose.SUPPORTED in answers.whose,
        recovered=answers.holder is Holder.NOBODY,
        unreadable=answers.unreadable is True,
        safety_risk=answers.danger is True,
        care_affected=Also.CARE_UNSAFE in answers.also,
        identity_theft_possible=bool(answers.data & {Data.BANK, Data.IDENTITY}),
    )


def _classing(answers: Answers) -> classing.Facts:
    living = answers.whose & {Whose.SUPPORTED, Whose.FAMILY, Whose.STAFF}
    about = About.LIVING if living else About.DECEASED_ONLY if Whose.DEAD in answers.whose else About.NOBODY
    if not answers.whose:
        about = About.LIVING  # nobody knows yet: the cautious reading
    hit = answers.what - {What.STOPPED, What.ON_PURPOSE}
    kinds = {
        What.SEEN: Kind.CONFIDENTIALITY,
        What.LOST: Kind.AVAILABILITY,
        What.CHANGED: Kind.INTEGRITY,
        What.OUT_OF_REACH: Kind.AVAILABILITY,
    }
    attacked = bool(answers.how & {How.CYBER, How.LOST_OR_STOLEN, How.STOLEN})
    return classing.Facts(
        about=about,
        security_failure=bool(hit) or What.ON_PURPOSE not in answers.what,
        data_affected=bool(hit) or What.STOPPED not in answers.what,
        kinds=frozenset(kinds[each] for each in hit),
        maybe=frozenset({Kind.CONFIDENTIALITY}) if attacked or What.LOST in hit else frozenset(),
        unreadable=answers.unreadable is True,
    )


def _others(answers: Answers) -> others.Facts:
    return others.Facts(
        data=answers.data,
        holder=answers.holder,
        safety_risk=answers.danger is True,
        abuse_allegation=Also.ABUSE in answers.also,
        commissioned_person=answers.paid is not False and Whose.SUPPORTED in answers.whose,
        part=answers.part,
        cyber_attack=How.CYBER in answers.how,
        fraud=How.FRAUD in answers.how,
        theft=How.STOLEN in answers.how,
        nhsmail_account=How.NHSMAIL in answers.how,
        suspicious_email=How.PHISHING in answers.how,
        staff_affected=Whose.STAFF in answers.whose and What.STOPPED not in answers.what,
    )


def _cqc(answers: Answers) -> cqc.Facts:
    return cqc.Facts(
        serious_injury=Also.INJURY in answers.also,
        abuse_allegation=Also.ABUSE in answers.also,
        police_involved=Also.POLICE in answers.also or How.STOLEN in answers.how,
        report_fraud=bool(answers.how & {How.CYBER, How.FRAUD}),
        safe_care_threatened=Also.CARE_UNSAFE in answers.also,
    )


def _told(*, is_breach: bool, by_us: bool) -> tuple[Telling, ...]:
    """The three that the decision settles: until then they stay on the list where it is a breach of ours."""
    open_ones = is_breach and by_us
    no = (
        "The data is another organisation's: it decides whether the regulator is told."
        if is_breach
        else "It is not a personal data breach."
    )
    yes = "Not decided yet. Judge the risk, then decide."
    return tuple(
        Telling(
            track,
            TrackState.NEEDED if open_ones else TrackState.NOT_NEEDED,
            "",
            Reason(yes if open_ones else no, "B-03", Confidence.READ, sources.UK_GDPR_33),
        )
        for track in (Track.REGULATOR, Track.INDIVIDUALS, Track.TOOLKIT)
    )


def _commission(found: cqc.Cqc) -> Telling:
    how = "Use the Care Quality Commission's provider portal. Do it without delay." if found.needed else ""
    reason = found.reasons[0]
    return Telling(Track.CQC, TrackState.NEEDED if found.needed else TrackState.NOT_NEEDED, how, reason)
