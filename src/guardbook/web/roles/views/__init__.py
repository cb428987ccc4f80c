"""The pages about roles."""
