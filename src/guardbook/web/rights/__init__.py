"""Requests, complaints and disclosures: pages."""
