"""Who must be appointed, who may be, and whether an appointment stands (rule book part A)."""
