"""The views of incidents."""
