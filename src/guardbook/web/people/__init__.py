"""Staff: pages."""
