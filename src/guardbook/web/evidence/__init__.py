"""Files that prove things: pages."""
