"""Decides what an answer is worth: what the records suggest, what state it is in, what is still missing."""
