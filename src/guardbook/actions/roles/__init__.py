"""Changes to who holds which role."""
