"""Every change. The only code that writes."""
