"""The public rules about the people who decide."""

from guardbook.rules.deciders import figures, independence, statement
from guardbook.rules.public.entry import Entry
from guardbook.rules.registers import contributions, regulator

DECIDERS = (
    Entry(
        "deciders.play",
        figures.Facts,
        figures.Play,
        figures.play,
        "What does the monthly report to senior managers say, and what asks them to act?",
        ("A-08",),
    ),
    Entry(
        "deciders.independence",
        independence.Facts,
        independence.Independence,
        independence.independence,
        "Does the log of advice show a Data Protection Officer who is free to do the work?",
        ("A-04",),
    ),
    Entry(
        "deciders.notice",
        regulator.Notice,
        regulator.Checked,
        regulator.notice,
        "Was it the service, and not the officer, that decided to tell the regulator?",
        ("A-04",),
    ),
    Entry(
        "deciders.change",
        contributions.Facts,
        contributions.Followed,
        contributions.followed,
        "How far has a proposed change to procedures come, and what is next?",
        ("A-08",),
    ),
    Entry(
        "deciders.statement",
        statement.Facts,
        statement.Statement,
        statement.statement,
        "What does the yearly statement about information risk say, and who may sign it?",
        ("A-12",),
    ),
)
