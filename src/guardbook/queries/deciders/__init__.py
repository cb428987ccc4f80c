"""What the people who decide ask of the records."""
