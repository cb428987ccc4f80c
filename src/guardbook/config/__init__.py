"""Settings and addresses: wiring only."""
