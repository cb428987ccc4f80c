"""A made-up provider with a year of records behind it, built by the same actions a person uses."""
