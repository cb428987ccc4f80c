"""The public rules about what staff and the public tell."""

from guardbook.rules.intake import routes, sending, trying
from guardbook.rules.public.entry import Entry

RULES = (
    Entry(
        "intake.sending",
        sending.Facts,
        sending.Sending,
        sending.sending,
        "Is what somebody sends without signing in taken now, asked for once more, or does it have to wait?",
        (),
    ),
    Entry(
        "intake.trying",
        trying.Facts,
        trying.Trial,
        trying.trial,
        "Does opening an address so show that a poster with it works for others?",
        (),
    ),
    Entry(
        "intake.routes",
        routes.Facts,
        routes.Routes,
        routes.routes,
        "Must somebody who tells of a worry first be shown whom to tell outside?",
        (),
    ),
)
