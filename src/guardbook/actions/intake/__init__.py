"""Changes to what staff and the public told, and to the addresses at which they do."""
