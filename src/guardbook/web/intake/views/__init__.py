"""What staff and the public tell: views."""
