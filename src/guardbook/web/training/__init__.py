"""Training: pages."""
