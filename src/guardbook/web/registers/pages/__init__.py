"""What the pages of the registers show."""
