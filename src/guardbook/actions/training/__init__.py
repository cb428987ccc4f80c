"""Every change to training: ``completions`` (what people did), ``needs`` (who needs what), ``importing``."""
