"""Reads and checks published packs."""
