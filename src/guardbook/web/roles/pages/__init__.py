"""What the pages about roles show."""
