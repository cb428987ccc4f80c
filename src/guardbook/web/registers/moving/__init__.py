"""Somebody joins, moves or leaves, and the look through who can use what: pages."""
