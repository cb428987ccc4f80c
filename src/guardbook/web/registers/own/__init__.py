"""Pages that only one register has: accepting a risk, who has read a policy, walking round."""
