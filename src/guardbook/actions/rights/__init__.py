"""Changes to requests, complaints and disclosures: one comes in, a step is written down, and who read it."""

from guardbook.actions.rights.receiving import receive
from guardbook.actions.rights.stepping import Details, note_reading, say_details, write_down

__all__ = ["Details", "note_reading", "receive", "say_details", "write_down"]
