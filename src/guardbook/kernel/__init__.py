"""Dates, working days, identifiers and error kinds: what everything else stands on."""
