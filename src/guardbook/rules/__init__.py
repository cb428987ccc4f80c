"""Every decision, as pure functions that return a verdict with its reason."""
