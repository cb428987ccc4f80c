"""Every question asked of the tables."""
