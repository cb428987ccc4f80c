"""A-07: which roles one person may combine, judged pair by pair.

Sources: the sector guide, UK GDPR Art 38(6), guidelines WP243 and the National Data Guardian.
"""

from dataclasses import dataclass

from guardbook.rules.roles import conflicts, sources
from guardbook.rules.roles.vocabulary import BOARD, Finding, Outcome, Post, Role, Severity, worst
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """What one person holds, and what was written down about it.

    ``assessment_recorded`` is a conflict assessment on file; ``explanation_recorded`` is the
    written reason for departing from guidance.
    """

    roles: frozenset[Role]
    posts: frozenset[Post] = frozenset()
    decides_purposes_or_means: bool | None = None
    assessment_recorded: bool = False
    explanation_recorded: bool = False


@dataclass(frozen=True, slots=True)
class Combination:
    """The worst outcome over all pairs, and every pair with something to say."""

    outcome: Outcome
    pairs: tuple[Finding, ...]
    explanation_required: bool
    missing_facts: tuple[str, ...]


def combinations(facts: Facts) -> Combination:
    """Every pair of roles, and of role and post, that one person holds."""
    pairs = tuple(finding for judge in _PAIRS for finding in judge(facts))
    deciding = facts.decides_purposes_or_means is None and {Role.DSP_LEAD, Role.DPO} <= facts.roles
    return Combination(
        outcome=worst(pairs),
        pairs=pairs,
        explanation_required=any(pair.outcome.needs_reason for pair in pairs),
        missing_facts=("decides_purposes_or_means",) if deciding else (),
    )


def _lead_siro(facts: Facts) -> tuple[Finding, ...]:
    if not {Role.DSP_LEAD, Role.SIRO} <= facts.roles:
        return ()
    return (_pair("dsp_lead+siro", Outcome.OK, "The Lead may also own the risks to information.", Confidence.READ),)


def _lead_guardian(facts: Facts) -> tuple[Finding, ...]:
    if not {Role.DSP_LEAD, Role.CALDICOTT_GUARDIAN} <= facts.roles:
        return ()
    text = "One person often holds both in a small provider. Check that they have the time."
    return (_pair("dsp_lead+caldicott_guardian", Outcome.OK, text, Confidence.MEMORY, sources.PRACTICE),)


def _lead_dpo(facts: Facts) -> tuple[Finding, ...]:
    if not {Role.DSP_LEAD, Role.DPO} <= facts.roles:
        return ()
    if facts.decides_purposes_or_means:
        text = "This Lead decides why or how data is used, so they cannot also be the officer who checks it."
        return (_pair("dsp_lead+dpo", Outcome.BLOCK, text, Confidence.READ, sources.UK_GDPR_38),)
    text = "These are two different roles. One person may hold both only after a written check for conflicts."
    assessed = facts.assessment_recorded and facts.decides_purposes_or_means is False
    return (_pair("dsp_lead+dpo", _assessed(assessed), text, Confidence.READ, sources.UK_GDPR_38),)


def _guardian_dpo(facts: Facts) -> tuple[Finding, ...]:
    if not {Role.CALDICOTT_GUARDIAN, Role.DPO} <= facts.roles:
        return ()
    text = "Allowed after a written check for conflicts: both may advise on the same question."
    outcome = _assessed(facts.assessment_recorded)
    return (_pair("caldicott_guardian+dpo", outcome, text, Confidence.READ_SECOND, sources.NDG_SUMMARY),)


def _guardian_siro(facts: Facts) -> tuple[Finding, ...]:
    if not {Role.CALDICOTT_GUARDIAN, Role.SIRO} <= facts.roles:
        return ()
    outcome = Outcome.OK_WITH_NOTE if facts.explanation_recorded else Outcome.WARN_STRONG
    text = "National guidance advises against this: one guards what is private, the other accepts risks. Explain why you do it."
    return (_pair("caldicott_guardian+siro", outcome, text, Confidence.READ_SECOND, sources.CG_AND_SIRO),)


def _dpo_siro(facts: Facts) -> tuple[Finding, ...]:
    if not {Role.DPO, Role.SIRO} <= facts.roles:
        return ()
    text = "The one who accepts a risk cannot be the one who checks it independently."
    return (_pair("dpo+siro", Outcome.BLOCK, text, Confidence.MEMORY, sources.DPO_CONFLICTS),)


def _dpo_post(facts: Facts) -> tuple[Finding, ...]:
    if Role.DPO not in facts.roles or not facts.posts & conflicts.BLOCKED_POSTS:
        return ()
    text = "This post decides why or how data is used, so its holder cannot check it independently."
    return (_pair("dpo+post", Outcome.BLOCK, text, Confidence.READ_SECOND, sources.DPO_CONFLICTS),)


def _siro_board(facts: Facts) -> tuple[Finding, ...]:
    if Role.SIRO not in facts.roles or not facts.posts & BOARD:
        return ()
    return (_pair("siro+board", Outcome.OK, "This is the level expected of a risk owner.", Confidence.READ),)


def _guardian_manager(facts: Facts) -> tuple[Finding, ...]:
    if Role.CALDICOTT_GUARDIAN not in facts.roles or Post.REGISTERED_MANAGER not in facts.posts:
        return ()
    text = "Usual, but the manager may have to judge their own decisions. Agree whom they ask then."
    return (_pair("caldicott_guardian+registered_manager", Outcome.OK, text, Confidence.MEMORY, sources.PRACTICE),)


def _assessed(recorded: bool) -> Outcome:
    return Outcome.OK_WITH_NOTE if recorded else Outcome.WARN


def _pair(
    code: str, outcome: Outcome, text: str, confidence: Confidence, source: str = sources.SECTOR_GUIDE
) -> Finding:
    return Finding(code, outcome, _SEVERITY[outcome], Reason(text, "A-07", confidence, source))


_SEVERITY = {
    Outcome.OK: Severity.INFO,
    Outcome.OK_WITH_NOTE: Severity.INFO,
    Outcome.WARN: Severity.MEDIUM,
    Outcome.WARN_STRONG: Severity.MEDIUM,
    Outcome.BLOCK: Severity.HIGH,
}
_PAIRS = (
    _lead_siro,
    _lead_guardian,
    _lead_dpo,
    _guardian_dpo,
    _guardian_siro,
    _dpo_siro,
    _dpo_post,
    _siro_board,
    _guardian_manager,
)
