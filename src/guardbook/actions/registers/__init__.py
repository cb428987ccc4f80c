"""Changes to the registers, the same for each: add, change, archive, say that it is true, confirm the whole."""
