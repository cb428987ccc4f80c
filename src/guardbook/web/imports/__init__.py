"""Bringing spreadsheets: pages."""
