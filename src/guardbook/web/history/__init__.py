"""What happened to a record: pages."""
