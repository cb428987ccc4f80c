"""What staff and the public tell us: how it may be sent, who may read it, and what becomes of it."""
