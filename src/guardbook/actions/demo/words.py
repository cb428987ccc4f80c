"""What the made-up provider answers, in its own made-up words."""

from collections.abc import Mapping

# Where the documents are that a question asks for.
PLACES: Mapping[str, str] = {
    "1.1.2": "Guardbook, the lists under Information about people",
    "1.1.3": "Notice board in the hall, and page 4 of the welcome pack",
    "7.1.1": "Guardbook, the lists under Devices, systems and suppliers",
    "8.2.1": "Office safe, Risk papers, Label laptop",
}
NOT_APPLICABLE: Mapping[str, str] = {
    "1.4.3": "A company destroys all our records and old equipment for us, under contract.",
}
LEVELS: Mapping[str, str] = {
    "Director": "L4",
    "Registered manager": "L3",
    "Deputy manager": "L2",
    "Clinical lead nurse": "L4",
    "Administrator": "L-IT",
}
LAST_YEAR: Mapping[str, str] = {
    "1.3.13": "Locked front door with a bell, visitors' book, locked office.",
    "7.3.1": "The care system is copied every night by its maker.",
    "4.5.4": "Three random words, taught at induction.",
}
