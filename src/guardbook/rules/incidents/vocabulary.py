"""The words of the area: classes, kinds, risks, states, tracks, and what each is called on a page."""

from enum import StrEnum


class Class(StrEnum):
    """What an event is in law (B-01)."""

    PERSONAL_DATA_BREACH = "PERSONAL_DATA_BREACH"
    NEAR_MISS = "NEAR_MISS"
    CONFIDENTIALITY_INCIDENT = "CONFIDENTIALITY_INCIDENT"
    SECURITY_INCIDENT = "SECURITY_INCIDENT"
    DP_INFRINGEMENT = "DP_INFRINGEMENT"

    @property
    def label(self) -> str:
        """The words people see."""
        return _CLASSES[self]


class Kind(StrEnum):
    """What was harmed about the information; several may be."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"

    @property
    def label(self) -> str:
        """The words people see."""
        return _KINDS[self]


class About(StrEnum):
    """Whose information it is."""

    LIVING = "LIVING"
    DECEASED_ONLY = "DECEASED_ONLY"
    NOBODY = "NOBODY"


class Risk(StrEnum):
    """How bad it may be for the people concerned (B-03)."""

    RISK_UNLIKELY = "RISK_UNLIKELY"
    RISK = "RISK"
    HIGH_RISK = "HIGH_RISK"

    @property
    def label(self) -> str:
        """The words people see."""
        return _RISKS[self]

    @property
    def rank(self) -> int:
        """0 is the least."""
        return list(Risk).index(self)


class Exemption(StrEnum):
    """Why people need not be told of a high risk one by one (Art 34(3))."""

    UNINTELLIGIBLE = "34(3)(a)"
    LATER_STEPS = "34(3)(b)"
    DISPROPORTIONATE = "34(3)(c)"

    @property
    def label(self) -> str:
        """The words people see."""
        return _EXEMPTIONS[self]


class State(StrEnum):
    """Where the work on an incident stands (B-07)."""

    LOGGED = "LOGGED"
    TRIAGED = "TRIAGED"
    CONTAINING = "CONTAINING"
    ASSESSED = "ASSESSED"
    NOT_REPORTABLE = "NOT_REPORTABLE"
    REPORTABLE = "REPORTABLE"
    NOTIFIED_INITIAL = "NOTIFIED_INITIAL"
    NOTIFIED_COMPLETE = "NOTIFIED_COMPLETE"
    ACTIONS_OPEN = "ACTIONS_OPEN"
    CLOSED = "CLOSED"
    REOPENED = "REOPENED"

    @property
    def label(self) -> str:
        """The words people see."""
        return _STATES[self]


class Event(StrEnum):
    """What moves an incident on."""

    TRIAGE = "triage"
    CONTAIN = "contain"
    ASSESS = "assess"
    DECIDE_NOT = "decide_not"
    DECIDE_REPORT = "decide_report"
    SUBMIT_INITIAL = "submit_initial"
    SUBMIT_COMPLETE = "submit_complete"
    NEW_FACTS = "new_facts"
    OPEN_ACTIONS = "open_actions"
    CLOSE_OTHER = "close_other"
    CLOSE = "close"
    REOPEN = "reopen"

    @property
    def label(self) -> str:
        """The words people see, as a step of the work."""
        return _EVENTS[self]


class Track(StrEnum):
    """Somebody who may have to be told; each stands on its own."""

    REGULATOR = "regulator"
    INDIVIDUALS = "individuals"
    TOOLKIT = "toolkit"
    CQC = "cqc"
    COMMISSIONER = "commissioner"
    SAFEGUARDING = "safeguarding"
    POLICE = "police"
    INSURER = "insurer"
    CONTROLLERS = "controllers"
    NHSMAIL = "nhsmail"
    STAFF = "staff"

    @property
    def label(self) -> str:
        """The words people see."""
        return _TRACKS[self]


class TrackState(StrEnum):
    """How a track stands."""

    NOT_NEEDED = "NOT_NEEDED"
    NEEDED = "NEEDED"
    DONE = "DONE"
    EXEMPT = "EXEMPT"

    @property
    def label(self) -> str:
        """The words people see."""
        return _TRACK_STATES[self]


_CLASSES = {
    Class.PERSONAL_DATA_BREACH: "Personal data breach",
    Class.NEAR_MISS: "Near miss",
    Class.CONFIDENTIALITY_INCIDENT: "Confidentiality incident (people who have died)",
    Class.SECURITY_INCIDENT: "Security incident (no personal data)",
    Class.DP_INFRINGEMENT: "Use of data that was not allowed",
}
_KINDS = {
    Kind.CONFIDENTIALITY: "seen by somebody who should not",
    Kind.INTEGRITY: "changed or wrong",
    Kind.AVAILABILITY: "lost, or out of reach when needed",
}
_RISKS = {
    Risk.RISK_UNLIKELY: "Harm is unlikely",
    Risk.RISK: "Harm is likely enough to be a risk",
    Risk.HIGH_RISK: "The risk of harm is high",
}
_EXEMPTIONS = {
    Exemption.UNINTELLIGIBLE: "Nobody can read it: well encrypted, and the key is safe",
    Exemption.LATER_STEPS: "What we did since means that the high risk will not come about",
    Exemption.DISPROPORTIONATE: "Telling each person would take too much effort; we make it public instead",
}
_STATES = {
    State.LOGGED: "Logged",
    State.TRIAGED: "Sorted",
    State.CONTAINING: "Being contained",
    State.ASSESSED: "Risk judged",
    State.NOT_REPORTABLE: "Decided: not reportable",
    State.REPORTABLE: "Decided: report it",
    State.NOTIFIED_INITIAL: "Regulator told, more to follow",
    State.NOTIFIED_COMPLETE: "Regulator told in full",
    State.ACTIONS_OPEN: "Actions under way",
    State.CLOSED: "Closed",
    State.REOPENED: "Opened again",
}
_EVENTS = {
    Event.TRIAGE: "answer the questions",
    Event.CONTAIN: "start to contain it",
    Event.ASSESS: "judge the risk",
    Event.DECIDE_NOT: "decide not to report",
    Event.DECIDE_REPORT: "decide to report",
    Event.SUBMIT_INITIAL: "tell the regulator what is known so far",
    Event.SUBMIT_COMPLETE: "tell the regulator everything",
    Event.NEW_FACTS: "new facts",
    Event.OPEN_ACTIONS: "agree the actions",
    Event.CLOSE_OTHER: "close what is no breach",
    Event.CLOSE: "close",
    Event.REOPEN: "open again",
}
_TRACKS = {
    Track.REGULATOR: "Data protection regulator",
    Track.INDIVIDUALS: "The people affected",
    Track.TOOLKIT: "Toolkit's reporting tool",
    Track.CQC: "Care Quality Commission",
    Track.COMMISSIONER: "Council or NHS commissioner",
    Track.SAFEGUARDING: "Safeguarding team",
    Track.POLICE: "Police or Report Fraud",
    Track.INSURER: "Insurer",
    Track.CONTROLLERS: "Other organisations whose data it is, or that hold it for you",
    Track.NHSMAIL: "NHSmail helpdesk",
    Track.STAFF: "Staff affected",
}
_TRACK_STATES = {
    TrackState.NOT_NEEDED: "Not needed",
    TrackState.NEEDED: "To do",
    TrackState.DONE: "Done",
    TrackState.EXEMPT: "Excused",
}
