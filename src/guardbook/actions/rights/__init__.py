"""Changes to requests, complaints and disclosures: one comes in, a step is written down, and who read it."""

from guardbook.actions.rights.receiving import receive
from guardbook.actions.rights.stepping import note_reading, write_down

__all__ = ["note_reading", "receive", "write_down"]
