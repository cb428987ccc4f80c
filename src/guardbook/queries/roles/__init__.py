"""Who holds which role, what each role needs, and what is wrong around it."""
