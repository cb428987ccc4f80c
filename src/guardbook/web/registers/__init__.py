"""The registers: pages."""
