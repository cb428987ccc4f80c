"""The toolkit: pages."""
