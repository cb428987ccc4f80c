"""Questions about what staff and the public told."""
