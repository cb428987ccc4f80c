"""Privacy notices: pages."""
