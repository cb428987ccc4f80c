"""The rules about changes, impact assessments and privacy notices that anybody may ask by name."""

from guardbook.rules.dpia import review, risk, screening, stepping
from guardbook.rules.notices import checker
from guardbook.rules.public.entry import Entry

RULES = (
    Entry(
        "dpia.screening",
        screening.Facts,
        screening.Screening,
        screening.screening,
        "Does this change need an impact assessment?",
        ("D-04",),
    ),
    Entry("dpia.risk", risk.Facts, risk.Weighed, risk.weigh, "How bad is this risk to people?", ("D-05",)),
    Entry(
        "dpia.step",
        stepping.Facts,
        stepping.Step,
        stepping.step,
        "May this impact assessment take its next step, and what is missing?",
        ("D-05", "A-04"),
    ),
    Entry(
        "dpia.review",
        review.Facts,
        review.Review,
        review.review,
        "Must this impact assessment be looked at again, and what has changed?",
        ("D-05",),
    ),
    Entry(
        "notices.check",
        checker.Facts,
        checker.Check,
        checker.check,
        "What is missing in this privacy notice?",
        ("D-06", "A-11"),
    ),
)
