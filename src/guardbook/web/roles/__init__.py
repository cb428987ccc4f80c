"""Who must be appointed, and who is: pages."""
