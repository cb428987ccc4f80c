"""The working pages of the people who decide."""
