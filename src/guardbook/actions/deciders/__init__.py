"""What the people who decide do, and what others ask of them."""
