"""What the made-up provider answers, in its own made-up words."""

from collections.abc import Mapping

# Questions that want words and whose answer is in no record. All others are confirmed from the records.
TEXTS: Mapping[str, str] = {
    "1.3.14": "The two work phones have a six-digit code, lock after a minute and can be wiped from the office.",
    "8.3.5": "Updates are switched on for every computer and tablet. The administrator looks through them on the first "
    "Monday of the month and notes it.",
}
# Where the documents are that a question asks for.
PLACES: Mapping[str, str] = {
    "1.1.2": "Guardbook, the lists under Information about people",
    "1.1.3": "Notice board in the hall, and page 4 of the welcome pack",
    "7.1.1": "Office computer, Equipment, List of devices and software",
    "8.2.1": "Office safe, Risk papers, Old tablet in the kitchen",
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
