"""The few questions that decide the roles, one to a page."""
