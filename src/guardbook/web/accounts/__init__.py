"""Signing in, passwords, colleagues: pages."""
