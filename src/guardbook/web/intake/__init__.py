"""What staff and the public tell: pages."""
