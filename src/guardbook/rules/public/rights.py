"""The public rules about requests, complaints and disclosures."""

from guardbook.rules.public.entry import Entry
from guardbook.rules.rights import authority, classify, disclosure, exemptions, guards
from guardbook.rules.rights.verdicts import Guard

RULES = (
    Entry("rights.identity", guards.Identity, Guard, guards.identity, "May we ask who somebody is?", ("C-03",)),
    Entry("rights.pause", guards.Pause, Guard, guards.pause, "Does this question stop the clock?", ("C-03",)),
    Entry("rights.extension", guards.Extension, Guard, guards.extension, "May we take two months more?", ("C-03",)),
    Entry("rights.fee", guards.Fee, Guard, guards.fee, "May we charge for this?", ("C-03",)),
    Entry(
        "rights.classify",
        classify.Facts,
        classify.Classified,
        classify.classify,
        "Which right, or which complaint, do these words mean?",
        ("C-04", "C-08"),
    ),
    Entry(
        "rights.authority",
        authority.Facts,
        authority.Authority,
        authority.authority,
        "May this person ask, what must be seen, and by which route does it go?",
        ("C-05",),
    ),
    Entry(
        "rights.exemption",
        exemptions.Facts,
        Guard,
        exemptions.exemption,
        "May this be left out of an answer?",
        ("C-06",),
    ),
    Entry("rights.hold", exemptions.Hold, Guard, exemptions.hold, "May records that are due go?", ("C-06",)),
    Entry(
        "rights.disclosure",
        disclosure.Facts,
        disclosure.Disclosure,
        disclosure.disclosure,
        "Must or may this be handed over to others, and what is missing?",
        ("C-07",),
    ),
)
