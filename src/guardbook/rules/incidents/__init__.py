"""Breaches and incidents: what happened, which clocks run, who must be told, and what the record must hold."""
