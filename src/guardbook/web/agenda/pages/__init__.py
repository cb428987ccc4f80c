"""What the pages of what to do next show."""
