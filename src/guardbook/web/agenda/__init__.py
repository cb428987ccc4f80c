"""What next: pages."""
