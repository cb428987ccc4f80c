"""The lines that may stand in a privacy notice, and whom each audience is among the people of our records (D-06)."""

from collections.abc import Mapping

from guardbook.rules.registers.information import People
from guardbook.rules.registers.policy_words import Audience
from guardbook.rules.registers.questions import Choice

ABOUT: Mapping[Audience, People] = {
    Audience.RESIDENTS: People.SUPPORTED,
    Audience.FAMILIES: People.FAMILY,
    Audience.STAFF: People.STAFF,
    Audience.APPLICANTS: People.APPLICANTS,
    Audience.VOLUNTEERS: People.VOLUNTEERS,
    Audience.VISITORS: People.VISITORS,
    Audience.WEBSITE: People.PUBLIC,
}
"""The people of the record of processing whom a notice tells."""


class Line(Choice):
    """One thing that a notice says."""

    WHO = "who", "Who we are and how to reach us"
    OFFICER = "officer", "How to reach the Data Protection Officer"
    PURPOSES = "purposes", "What the information is for"
    BASES = "bases", "Why the law allows it"
    INTEREST = "interest", "Which interest of ours it serves, where we rely on one"
    RECIPIENTS = "recipients", "Who else gets it"
    TRANSFERS = "transfers", "Which countries it goes to, and what protects it there"
    RETENTION = "retention", "How long it is kept"
    RIGHTS = "rights", "The rights people have"
    WITHDRAW = "withdraw", "That people can take back their consent"
    COMPLAIN_US = "complain_us", "That people can complain to us"
    COMPLAIN_REGULATOR = "complain_regulator", "That people can complain to the regulator"
    MUST_GIVE = "must_give", "Whether people must give it, and what follows if they do not"
    AUTOMATED = "automated", "Whether a computer alone decides anything"
    SOURCE = "source", "Where it came from, and what kinds, when not from the person"
    OPT_OUT = "opt_out", "The national data opt-out"
    GUARDIAN = "guardian", "How to reach the Caldicott Guardian"
