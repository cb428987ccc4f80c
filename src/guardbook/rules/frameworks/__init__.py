"""What a published question list (a pack) is, and what follows from it: order, carry-forward, differences."""
