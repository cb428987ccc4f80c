"""The worked examples of rules C-01, C-02, C-08 and C-09: the rule asked, its facts, what must come out."""

from typing import Any

from tests.rules.worked import Example


def month(start: str, counted_to: str, legal: str) -> Example:
    return "clocks.month", {"start": start}, {"counted_to": counted_to, "legal": legal, "missing_facts": []}


def request(expected: dict[str, Any], received_on: str = "2026-09-03", **more: Any) -> Example:
    return "clocks.request", {"received_on": received_on, "as_of": "2026-09-20", **more}, expected


def complaint(received_on: str, ack_due: str, ack_safe: str) -> Example:
    facts = {"received_on": received_on, "as_of": received_on}
    return "clocks.complaint", facts, {"duty": True, "ack_due": ack_due, "ack_safe": ack_safe, "missing_facts": []}


def asked(*days: str) -> list[dict[str, str]]:
    """Questions as "07-09": asked on the first day of September, answered on the other."""
    pairs = (each.split("-") for each in days)
    return [{"asked_on": f"2026-09-{first}", "answered_on": f"2026-09-{last}"} for first, last in pairs]


EXAMPLES: dict[str, Example] = {
    "C-01.e1": month("2026-09-03", "2026-10-03", "2026-10-05"),
    "C-01.e2": month("2026-11-22", "2026-12-22", "2026-12-22"),
    "C-01.e3": month("2026-01-31", "2026-02-28", "2026-03-02"),
    "C-01.e4": month("2028-01-30", "2028-02-29", "2028-02-29"),
    "C-01.e5": month("2026-11-25", "2026-12-25", "2026-12-29"),
    "C-01.e6": month("2026-11-27", "2026-12-27", "2026-12-29"),
    "C-01.e7": month("2026-03-03", "2026-04-03", "2026-04-07"),
    "C-01.e8": month("2026-07-31", "2026-08-31", "2026-09-01"),
    "C-01.e9": month("2026-12-31", "2027-01-31", "2027-02-01"),
    "C-01.e10": month("2026-05-31", "2026-06-30", "2026-06-30"),
    "C-02.e1": request({"legal": "2026-10-05", "safe": "2026-10-02", "internal_target": "2026-10-01"}),
    "C-02.e2": request(
        {"started_on": "2026-09-10", "legal": "2026-10-12"},
        identity_asked_on="2026-09-04",
        identity_shown_on="2026-09-10",
    ),
    "C-02.e3": request({"paused_days": 5, "legal": "2026-10-08", "safe": "2026-10-07"}, questions=asked("07-11")),
    "C-02.e4": request({"paused_days": 9, "legal": "2026-10-12"}, questions=asked("07-11", "10-15")),
    "C-02.e5": request({"paused_days": 0, "legal": "2026-10-05"}, questions=asked("03-03")),
    "C-02.e6": request(
        {"paused_days": 4, "legal": "2026-10-14"},
        identity_asked_on="2026-09-04",
        identity_shown_on="2026-09-10",
        questions=asked("08-14"),
    ),
    "C-02.e7": request(
        {"is_extended": True, "legal": "2026-12-03", "notice_by": "2026-10-05"}, extension_notice_on="2026-09-20"
    ),
    "C-02.e8": request({"legal": "2026-12-08"}, extension_notice_on="2026-09-20", questions=asked("07-11")),
    "C-02.e9": request({"legal": "2026-04-30"}, "2026-01-31", extension_notice_on="2026-02-20"),
    "C-02.e10": request({"legal": "2027-03-01"}, "2026-11-30", extension_notice_on="2026-12-20"),
    "C-02.e11": request(
        {"paused_days": 0, "legal": "2026-10-05", "running": "RUNNING", "steps.1.text": "do not stop this clock"},
        right="ERASURE",
        questions=asked("07-11"),
    ),
    "C-02.e12": request(
        {"started_on": "2026-10-15", "legal": "2026-11-16"}, fee_asked_on="2026-10-01", fee_paid_on="2026-10-15"
    ),
    "C-02.e13": request(
        {"running": "PAUSED", "remind_on": "2026-09-21", "decide_on": "2026-10-07"},
        questions=[{"asked_on": "2026-09-07"}],
    ),
    "C-08.e1": complaint("2026-06-19", "2026-07-20", "2026-07-18"),
    "C-08.e2": complaint("2026-11-22", "2026-12-22", "2026-12-21"),
    "C-08.e3": complaint("2026-11-25", "2026-12-29", "2026-12-24"),
    "C-08.e4": complaint("2026-08-01", "2026-09-01", "2026-08-30"),
    "C-08.e5": complaint("2027-02-24", "2027-03-30", "2027-03-25"),
    "C-08.e6": (
        "clocks.complaint",
        {"received_on": "2026-06-18", "as_of": "2026-06-18"},
        {"duty": False, "findings.0.text": "it is good practice"},
    ),
    "C-08.e7": (
        "clocks.complaint",
        {"received_on": "2026-11-02", "as_of": "2026-12-20", "outcome_on": "2026-11-14"},
        {"acknowledgement": "NOT_NEEDED", "is_compliant": True},
    ),
    "C-09.e1": request(
        {"regime": "BEFORE_ARTICLE_12A", "paused_days": 0, "legal": "2026-03-04"},
        "2026-02-04",
        questions=[{"asked_on": "2026-02-10", "answered_on": "2026-02-20"}],
    ),
    "C-09.e2": request(
        {"regime": "ARTICLE_12A", "paused_days": 11, "legal": "2026-03-16"},
        "2026-02-05",
        questions=[{"asked_on": "2026-02-10", "answered_on": "2026-02-20"}],
    ),
    "C-09.e3": complaint("2026-06-19", "2026-07-20", "2026-07-18"),
    "C-09.e4": (
        "clocks.law",
        {"on": "2026-03-01", "topic": "recognised_interests"},
        {"in_force": "YES", "held.0.since": "2026-02-05"},
    ),
    "C-09.e5": ("clocks.law", {"on": "2026-01-31", "topic": "recognised_interests"}, {"in_force": "NO"}),
}
