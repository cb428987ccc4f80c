"""What the toolkit pages show: every word and flag a template needs."""
