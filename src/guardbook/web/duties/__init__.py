"""What comes round: pages."""
