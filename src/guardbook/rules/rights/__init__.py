"""What people may ask about their own data, complaints about data, and what others ask us to hand over."""
