"""How the roles pages say how sure we are, how bad a finding is, and what is missing."""

from guardbook.rules.organisations import Question
from guardbook.rules.roles.vocabulary import EvidenceKind, Need, Outcome
from guardbook.rules.verdict import Confidence
from guardbook.web.components import Tone

CONFIDENCE = {
    Confidence.READ: "we read the source",
    Confidence.READ_SECOND: "we read a report of the source",
    Confidence.INFERRED: "worked out by us, so check it",
    Confidence.MEMORY: "professional knowledge, so check it",
    Confidence.UNCERTAIN: "nobody can be certain here",
    Confidence.DEFAULT: "our own choice, no rule behind it",
}
NEED_TONE = {
    Need.REQUIRED: Tone.SUGGESTED,
    Need.LIKELY_REQUIRED: Tone.WARNING,
    Need.OPTIONAL: Tone.WAITING,
    Need.NOT_NEEDED: Tone.QUIET,
    Need.UNKNOWN: Tone.WARNING,
}
OUTCOME_TONE = {
    Outcome.OK: Tone.DONE,
    Outcome.OK_WITH_NOTE: Tone.QUIET,
    Outcome.WARN: Tone.WARNING,
    Outcome.WARN_STRONG: Tone.WARNING,
    Outcome.FAIL: Tone.PROBLEM,
    Outcome.BLOCK: Tone.PROBLEM,
}
MISSING = {
    "owned_by": ("who owns the organisation", Question.OWNED_BY),
    "sites": ("how many places you run", Question.SITES),
    "regions": ("whether they are in more than one region", Question.REGIONS),
    "dedicated": ("whether staff do only IT, HR or estates", Question.DEDICATED),
    "record_volume": ("how many care records you keep", Question.RECORD_VOLUME),
    "any_publicly_funded": ("how people's care is paid for", Question.FUNDING),
    "monitoring": ("whether technology watches over people", Question.MONITORING),
    "foia_status": ("whether freedom of information law covers you", Question.PUBLIC_AUTHORITY),
}
EVIDENCE = {
    EvidenceKind.APPOINTMENT_LETTER: "A letter of appointment",
    EvidenceKind.JOB_DESCRIPTION: "A line in the job description",
    EvidenceKind.MINUTES: "Minutes of a meeting",
}
