"""The public rules about registers."""

from guardbook.rules.public.entry import Entry
from guardbook.rules.registers import (
    access,
    article_30,
    assets,
    cctv,
    continuity,
    fee,
    flows,
    keeping,
    lawful_basis,
    opt_out,
    risk_acceptance,
    support,
    systems,
    walk_round,
)
from guardbook.rules.registers.cyber import accounts, passwords, updates
from guardbook.rules.registers.suppliers import assurance, contract, transfer
from guardbook.rules.registers.suppliers import role as supplier_role

INFORMATION = (
    Entry(
        "registers.processing",
        article_30.Facts,
        article_30.Record,
        article_30.record,
        "Must this provider keep a record of processing, and what is missing in its rows?",
        ("D-01",),
    ),
    Entry(
        "registers.assets",
        assets.Facts,
        assets.Places,
        assets.places,
        "What is missing in the list of places where information is kept?",
        ("D-02",),
    ),
    Entry(
        "registers.flows",
        flows.Facts,
        flows.Checked,
        flows.flows,
        "What is missing or unsafe in what goes to and from others?",
        ("D-02",),
    ),
    Entry(
        "registers.lawful_basis",
        lawful_basis.Use,
        lawful_basis.LawfulBasis,
        lawful_basis.lawful_basis,
        "Does the law allow this use of information for the reasons given, and what is missing?",
        ("D-03",),
    ),
    Entry(
        "registers.retention",
        keeping.Facts,
        keeping.Keeping,
        keeping.keep,
        "When may this record go, and may this keeping time stand?",
        ("D-11",),
    ),
)
REGISTERS = (
    Entry(
        "risks.acceptance",
        risk_acceptance.Facts,
        risk_acceptance.Acceptance,
        risk_acceptance.acceptance,
        "May this person decide to live with this risk, and does the decision say enough?",
        ("A-12",),
    ),
    Entry(
        "cctv.check",
        cctv.Facts,
        cctv.Checked,
        cctv.check,
        "Is this camera in order?",
        ("D-11", "D-12"),
    ),
    Entry(
        "spot_checks.score",
        walk_round.Facts,
        walk_round.Score,
        walk_round.score,
        "How did this walk-round go, and what must still be filled in?",
        ("E-10",),
    ),
    Entry(
        "spot_checks.photo",
        walk_round.Photo,
        walk_round.PhotoCheck,
        walk_round.photo,
        "May this photo be kept with a walk-round?",
        ("E-10",),
    ),
)
SYSTEMS = (
    Entry(
        "systems.access",
        access.Facts,
        systems.Findings,
        access.access,
        "Is this log-in in order: still needed, owned by somebody, its administrator bound?",
        ("E-09", "E-12"),
    ),
    Entry(
        "systems.sign_in",
        systems.Facts,
        systems.Findings,
        systems.signing_in,
        "Do people sign in to this system in a safe way?",
        ("E-03", "E-12"),
    ),
)
SUPPLIERS = (
    Entry(
        "suppliers.role",
        supplier_role.Facts,
        supplier_role.Placed,
        supplier_role.role,
        "Does this supplier act on our orders, or decide for itself?",
        ("D-07",),
    ),
    Entry(
        "suppliers.contract",
        contract.Facts,
        contract.Contract,
        contract.contract,
        "What is missing in the contract with this supplier?",
        ("D-07",),
    ),
    Entry(
        "suppliers.assurance",
        assurance.Facts,
        assurance.Assurance,
        assurance.assurance,
        "What shows that this supplier is safe, and until when?",
        ("D-08",),
    ),
    Entry(
        "suppliers.transfer",
        transfer.Facts,
        transfer.Transfer,
        transfer.transfer,
        "May information go abroad for this purpose, and on what ground?",
        ("D-09",),
    ),
)
CONTINUITY = (
    Entry(
        "continuity.backup",
        continuity.BackupFacts,
        continuity.BackupVerdict,
        continuity.backup,
        "Is this backup enough, and is it known to come back?",
        ("E-05",),
    ),
    Entry(
        "continuity.exercise",
        continuity.ExerciseFacts,
        continuity.ExerciseVerdict,
        continuity.exercise,
        "Was the plan for emergencies tried in the last year, and what is missing in it?",
        ("E-06",),
    ),
    Entry(
        "opt_out.applies",
        opt_out.Facts,
        opt_out.OptOut,
        opt_out.applies,
        "Does the national data opt-out apply to this use of information?",
        ("D-10",),
    ),
    Entry(
        "fee.tier",
        fee.Facts,
        fee.Fee,
        fee.tier,
        "Which data protection fee is due, how much is it, and by when?",
        ("D-13",),
    ),
)
CYBER = (
    Entry(
        "registers.support",
        support.Facts,
        support.Support,
        support.support,
        "Does this device or program, in anybody's words, still get security fixes?",
        ("E-04",),
    ),
    Entry(
        "cyber.updates",
        updates.Facts,
        updates.Update,
        updates.update,
        "Was this update put on in time?",
        ("E-03",),
    ),
    Entry(
        "cyber.accounts",
        accounts.Facts,
        accounts.Accounts,
        accounts.signing_in,
        "Is signing in to this service safe enough?",
        ("E-03",),
    ),
    Entry(
        "cyber.passwords",
        passwords.Facts,
        passwords.Policy,
        passwords.policy,
        "What is wrong with this password policy?",
        ("E-12",),
    ),
)
RULES = (*INFORMATION, *REGISTERS, *SYSTEMS, *SUPPLIERS, *CONTINUITY, *CYBER)
