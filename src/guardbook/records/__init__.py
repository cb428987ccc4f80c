"""Every table and constraint."""
