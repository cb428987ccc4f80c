"""What is asked about incidents: lists, one as a whole, running clocks, and what the toolkit reads."""
