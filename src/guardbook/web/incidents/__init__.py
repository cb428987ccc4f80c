"""Pages about breaches and incidents."""
