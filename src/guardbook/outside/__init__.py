"""Files, mail and jobs, behind small functions."""
