"""What the provider is, and its settings: pages."""
