"""Everything that can be done to an incident, from the log to its closing and opening again."""
