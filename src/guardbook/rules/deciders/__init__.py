"""What the people who decide are shown, and what they may put their name to."""
