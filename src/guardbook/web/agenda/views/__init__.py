"""Pages of what to do next."""
