"""What to do next: one list out of everything, its order, what may be put off, and when to remind."""
