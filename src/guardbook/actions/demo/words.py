"""What the made-up provider answers, in its own made-up words."""

from collections.abc import Mapping

# Questions that want words. Those whose answer comes from records are confirmed from the records.
TEXTS: Mapping[str, str] = {
    "1.3.12": "Paper records leave the building only in the locked bag that the senior on shift signs out and back in.",
    "1.3.13": "The front door is locked and has a bell. Visitors sign in. The office and the records cupboard are locked, "
    "and the senior on shift holds the key.",
    "1.3.14": "The two work phones have a six-digit code, lock after a minute and can be wiped from the office.",
    "4.5.4": "We teach three random words at induction. Nobody shares a login, and the office gives a password safe to "
    "those who have more than two.",
    "7.2.1": "In March we acted out a morning without the care system: paper charts, the phone list, and who calls whom. "
    "We wrote down three things to mend and mended them.",
    "7.3.1": "The care system's maker copies it every night to two places. The office computer is copied to an encrypted "
    "disk each Friday, which lives in the safe.",
    "8.3.5": "Updates are switched on for every computer and tablet. The administrator looks through them on the first "
    "Monday of the month and notes it.",
}
# Where the documents are that a question asks for.
PLACES: Mapping[str, str] = {
    "1.1.2": "Office computer, Data protection, Register of information, last looked through in May",
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
