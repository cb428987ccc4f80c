"""Help and glossary: pages."""
