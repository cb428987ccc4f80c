"""What the working pages show."""
