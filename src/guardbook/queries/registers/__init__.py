"""Questions about the registers: lists, entries, what is missing, and the page of them all."""
