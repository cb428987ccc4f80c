"""B-08: when a data incident must also be notified to the Care Quality Commission.

Source: Care Quality Commission (Registration) Regulations 2009, regulation 18. There is no notification for a data
breach as such. That a report to Report Fraud counts as the police is our own, cautious choice.
"""

from dataclasses import dataclass

from guardbook.rules.incidents import sources
from guardbook.rules.verdict import Confidence, Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """What else the incident is. ``nhs_body`` is an English NHS body, for which the police paragraph does not count."""

    serious_injury: bool = False
    abuse_allegation: bool = False
    police_involved: bool = False
    report_fraud: bool = False
    nhs_body: bool = False
    safe_care_threatened: bool = False


@dataclass(frozen=True, slots=True)
class Cqc:
    """Whether to notify, under which paragraphs, and what to record where not."""

    needed: bool
    paragraphs: tuple[str, ...]
    not_applicable: tuple[str, ...]
    safeguarding: bool
    record_reasoning: bool
    reasons: tuple[Reason, ...]


_WORDS = {
    "(a)/(b)": "Somebody was seriously injured.",
    "(e)": "There is abuse, or an allegation of it.",
    "(f)": "It was reported to the police.",
    "(g)": "Care could not go on safely, or is in doubt.",
}


def cqc(facts: Facts) -> Cqc:
    """Whether the Care Quality Commission must be told without delay."""
    police = facts.police_involved or facts.report_fraud
    found = {
        "(a)/(b)": facts.serious_injury,
        "(e)": facts.abuse_allegation,
        "(f)": police and not facts.nhs_body,
        "(g)": facts.safe_care_threatened,
    }
    paragraphs = tuple(name for name, is_so in found.items() if is_so)
    reasons = [_reason(f"{_WORDS[name]} Regulation 18(2){name} asks for a notification.") for name in paragraphs]
    if not paragraphs:
        reasons.append(
            _reason("A data breach alone is not notified to the Care Quality Commission. Keep your reasoning.")
        )
    if "(f)" in paragraphs and not facts.police_involved:
        text = "You reported it to Report Fraud, which the police run. To be safe we count that as the police."
        reasons.append(Reason(text, "B-08", Confidence.DEFAULT, sources.OUR_CHOICE))
    return Cqc(
        bool(paragraphs),
        paragraphs,
        ("(f)",) if police and facts.nhs_body else (),
        facts.abuse_allegation,
        not paragraphs,
        tuple(reasons),
    )


def _reason(text: str) -> Reason:
    return Reason(text, "B-08", Confidence.READ, sources.CQC_18)
