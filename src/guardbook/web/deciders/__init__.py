"""A working page for each of the people who decide: pages."""
