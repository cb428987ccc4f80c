"""The public rules about time that runs out."""

from guardbook.rules.clocks import complaint, consultation, health_records, hours, law, month, request
from guardbook.rules.public.entry import Entry

RULES = (
    Entry("clocks.hours", hours.Facts, hours.HourClock, hours.hours, "When are so many hours up?", ("B-02",)),
    Entry(
        "clocks.month",
        month.Facts,
        month.Period,
        month.month,
        "Which day ends a period of months, weeks or days?",
        ("C-01",),
    ),
    Entry(
        "clocks.request",
        request.Facts,
        request.RequestClock,
        request.request,
        "By when must a request about somebody's own data be answered?",
        ("C-01", "C-02", "C-03", "C-09"),
    ),
    Entry(
        "clocks.complaint",
        complaint.Facts,
        complaint.ComplaintClock,
        complaint.complaint,
        "By when must a complaint about data be acknowledged?",
        ("C-08", "C-09"),
    ),
    Entry(
        "clocks.law", law.Facts, law.Table, law.law, "Which of the new provisions were in force on a day?", ("C-09",)
    ),
    Entry(
        "clocks.consultation",
        consultation.Facts,
        consultation.Consultation,
        consultation.consultation,
        "How long may the regulator take when they are asked first?",
        ("D-05",),
    ),
    Entry(
        "clocks.health_records",
        health_records.Facts,
        health_records.HealthRecords,
        health_records.health_records,
        "By when must the records of somebody who has died be shown?",
        ("C-05",),
    ),
)
