"""The worked examples of D-07, D-08, D-09, E-09 and of E-03 and E-12 about signing in, asked as JSON."""

from typing import Any

Example = tuple[str, dict[str, Any], dict[str, Any]]

NOW = {"as_of": "2026-11-22"}
BY_LAW = (
    "subject", "instructions", "secrecy", "security", "others", "rights", "breaches", "return", "proof",
)  # fmt: skip
EMAR: dict[str, Any] = {
    "name": "Medicines chart",
    "handles_personal": True,
    "work": ["software"],
    "criticality": "critical",
    "role": "processor",
    "contract_on": "2026-01-10",
    "contact": "01632 960001",
    "clauses": [*BY_LAW, "exit", "backups"],
    "breach_notice": "24h",
    "hosted": "uk",
    "ce_until": "2027-06-01",
}


def supplier(**more: Any) -> dict[str, Any]:
    """The medicines chart's supplier, sound in all, but for what is said here."""
    return {**NOW, "supplier": {key: value for key, value in {**EMAR, **more}.items() if value is not None}}


def log_in(**said: Any) -> dict[str, Any]:
    return {"as_of": "2026-11-04", "log_in": SAM_HAS | said}


def system(**said: Any) -> dict[str, Any]:
    return {**NOW, "system": {"name": "Care records", "holds_personal": True, **said}}


SAM = "00000000-0000-0000-0000-000000000001"
SAM_HAS = {"name": "sam", "systems": [SAM], "kind": "own", "person": SAM, "level": "change"}
ADMIN = {"level": "admin", "agreement_signed_on": "2026-01-06", "is_separate": True}
ALL_WELL: dict[str, Any] = {"findings": []}

ROLES: dict[str, Example] = {
    "D-07.e2 window cleaner": (
        "suppliers.role",
        {"handles_personal": False, "work": ["premises"]},
        {"role": "neither", "papers": []},
    ),
    "D-07.e3 payroll bureau": (
        "suppliers.role",
        {"handles_personal": True, "work": ["office"]},
        {"role": "processor", "papers": ["processor_contract"]},
    ),
    "D-07.e4 pharmacy": (
        "suppliers.role",
        {"handles_personal": True, "work": ["care"]},
        {"role": "controller", "papers": ["sharing_agreement"]},
    ),
    "D-07.e5 shredding firm": (
        "suppliers.role",
        {"handles_personal": True, "work": ["destroys"]},
        {"role": "processor", "papers": ["processor_contract", "destruction_certificate"]},
    ),
    "role: nobody said what they see": (
        "suppliers.role",
        {"work": ["software"]},
        {"role": None, "missing_facts": ["handles_personal"]},
    ),
    "role: work that says nothing": (
        "suppliers.role",
        {"handles_personal": True, "work": ["premises"]},
        {"role": None, "missing_facts": ["decides"]},
    ),
    "role: they say they decide": (
        "suppliers.role",
        {"handles_personal": True, "work": ["software"], "decides": True},
        {"role": "controller"},
    ),
    "role: they say they obey": (
        "suppliers.role",
        {"handles_personal": True, "work": ["care"], "decides": False},
        {"role": "processor", "papers": ["processor_contract"]},
    ),
}
CONTRACTS: dict[str, Example] = {
    "D-07.e1 no rules on other companies": (
        "suppliers.contract",
        supplier(clauses=[each for each in EMAR["clauses"] if each != "others"]),
        {"missing": ["others"], "findings.0.text": "no other company for it", "findings.0.rule": "D-07"},
    ),
    "D-07.e6 five working days": (
        "suppliers.contract",
        supplier(breach_notice="longer"),
        {"findings.*.question": ["breach_notice"], "findings.0.text": "late about a breach"},
    ),
    "contract: all there": ("suppliers.contract", supplier(), {"needs_list": True, "missing": [], **ALL_WELL}),
    "contract: a pharmacy needs no such list": (
        "suppliers.contract",
        supplier(work=["care"], role="controller", clauses=[]),
        {"needs_list": False, "missing": [], **ALL_WELL},
    ),
}
PROOFS: dict[str, Example] = {
    "D-08.e1 critical, approaching": (
        "suppliers.assurance",
        supplier(dspt_level="approaching", dspt_year=2026),
        {"findings.0.question": "dspt_level", "findings.0.severity": "high"},
    ),
    "D-08.e2 certificate ran out": (
        "suppliers.assurance",
        supplier(ce_until="2026-11-02"),
        {"shown": False, "good_until": "2026-11-02", "findings.0.text": "ran out on 2 November 2026"},
    ),
    "D-08.e3 scope leaves the product out": (
        "suppliers.assurance",
        supplier(iso_until="2028-01-31", iso_covers=False),
        {"findings.*.question": ["iso_covers"], "good_until": "2027-06-01"},
    ),
    "D-08.e4 old form": (
        "suppliers.assurance",
        supplier(dtac_version=1),
        {"findings.*.question": ["dtac_version"], "findings.0.text": "6 April 2026"},
    ),
    "D-08.e5 little depends on them": (
        "suppliers.assurance",
        supplier(criticality="low", work=["office"], ce_until=None),
        {"shown": None, **ALL_WELL},
    ),
    "assurance: old form before the day": (
        "suppliers.assurance",
        supplier(dtac_version=1) | {"as_of": "2026-04-06"},
        ALL_WELL,
    ),
}
TRANSFERS: dict[str, Example] = {
    "D-09.e1 kept in Ireland": ("suppliers.transfer", {"to": "eea"}, {"restricted": True, "ground": "adequacy"}),
    "D-09.e2 on the data bridge list": (
        "suppliers.transfer",
        {"to": "us", "safeguard": "bridge"},
        {"ground": "adequacy", "to_do.0": "does it cover this information"},
    ),
    "D-09.e3 not on the list": (
        "suppliers.transfer",
        {"to": "us"},
        {"restricted": True, "ground": "none", "to_do.0": "with a risk check"},
    ),
    "D-09.e4 our supplier's people in India": (
        "suppliers.transfer",
        {"to": "elsewhere", "sender": "our_supplier"},
        {"restricted": False, "ground": "suppliers_duty", "to_do.0": "your contract lets them"},
    ),
    "D-09.e5 our own employee in Spain": (
        "suppliers.transfer",
        {"to": "eea", "is_another": False},
        {"restricted": False, "ground": "not_restricted", "to_do.0": "sign in safely"},
    ),
    "D-09.e6 a hospital in Poland": ("suppliers.transfer", {"to": "eea"}, {"restricted": True, "ground": "adequacy"}),
    "transfer: at home": ("suppliers.transfer", {"to": "uk"}, {"restricted": False, "ground": "not_restricted"}),
    "transfer: our law does not reach it": (
        "suppliers.transfer",
        {"to": "us", "law_applies": False},
        {"restricted": False},
    ),
    "transfer: nobody knows": ("suppliers.transfer", {"to": "not_known"}, {"restricted": None, "ground": "unknown"}),
    "transfer: another safe country": ("suppliers.transfer", {"to": "adequate"}, {"ground": "adequacy"}),
    "transfer: agreement and risk check": (
        "suppliers.transfer",
        {"to": "elsewhere", "safeguard": "agreement"},
        {"ground": "safeguard", "to_do": []},
    ),
    "transfer: group rules": (
        "suppliers.transfer",
        {"to": "us", "safeguard": "group_rules"},
        {"ground": "safeguard"},
    ),
    "transfer: no risk check": (
        "suppliers.transfer",
        {"to": "elsewhere", "safeguard": "unchecked"},
        {"ground": "none", "to_do.0": "risk check"},
    ),
    "transfer: the bridge leads only to the US": (
        "suppliers.transfer",
        {"to": "elsewhere", "safeguard": "bridge"},
        {"ground": "none"},
    ),
    "transfer: an exception": (
        "suppliers.transfer",
        {"to": "us", "safeguard": "exception"},
        {"ground": "exception", "to_do.0": "Write down which"},
    ),
}
LOG_INS: dict[str, Example] = {
    "E-09.e1 left on the first, open on the fourth": (
        "systems.access",
        log_in(person_leaves_on="2026-11-01"),
        {"findings.*.severity": ["high"], "findings.0.text": "left on 1 November 2026"},
    ),
    "E-09.e3 one log-in for email and to run it": (
        "systems.access",
        log_in(**ADMIN | {"is_separate": False}),
        {"findings.*.question": ["is_separate"]},
    ),
    "E-09.e4 nothing signed": (
        "systems.access",
        log_in(**ADMIN | {"agreement_signed_on": None}),
        {"findings.*.question": ["agreement_signed_on"]},
    ),
    "access: closed on the day": (
        "systems.access",
        log_in(person_leaves_on="2026-11-01", ended_on="2026-11-01"),
        ALL_WELL,
    ),
    "access: last day today": ("systems.access", log_in(person_leaves_on="2026-11-04"), ALL_WELL),
    "access: an administrator in order": ("systems.access", log_in(**ADMIN), ALL_WELL),
    "E-12.e3 shared, without a reason": (
        "systems.access",
        log_in(kind="shared", person=None),
        {"findings.*.severity": ["high"], "findings.0.rule": "E-12"},
    ),
}
SIGN_IN: dict[str, Example] = {
    "E-03.e4 second step off for two": (
        "systems.sign_in",
        system(outside=True, second_step="some"),
        {"findings.*.rule": ["E-03"], "findings.0.severity": "high"},
    ),
    "E-03.e5 nine, common ones refused": (
        "systems.sign_in",
        system(outside=False, second_step="cannot", passwords="8_checked"),
        ALL_WELL,
    ),
    "E-03.e6 nine, nothing else": (
        "systems.sign_in",
        system(outside=False, second_step="off", passwords="8"),
        {"findings.*.rule": ["E-03"], "findings.0.question": "passwords"},
    ),
    "E-03.e7 twelve on a kiosk": (
        "systems.sign_in",
        system(outside=False, second_step="cannot", passwords="12"),
        ALL_WELL,
    ),
    "E-12.e1 change every 90 days": (
        "systems.sign_in",
        system(outside=False, habits=["changes"]),
        {"findings.*.severity": ["low"], "findings.0.text": "old advice"},
    ),
    "E-12.e2 at most sixteen": (
        "systems.sign_in",
        system(outside=False, habits=["longest"]),
        {"findings.*.question": ["habits"], "findings.0.text": "three random words"},
    ),
    "E-12.e3 one log-in for all carers": (
        "systems.sign_in",
        system(outside=False, is_shared=True),
        {"findings.*.severity": ["high"], "findings.0.text": "who did what"},
    ),
    "E-12.e5 a long phrase and a second step": (
        "systems.sign_in",
        system(outside=True, second_step="all", passwords="12", is_shared=False),
        ALL_WELL,
    ),
}
EXAMPLES: dict[str, Example] = ROLES | CONTRACTS | PROOFS | TRANSFERS | LOG_INS | SIGN_IN
