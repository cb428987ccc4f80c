"""What staff and the public tell: what each page shows."""
