"""The toolkit pages: each view reads the request, makes one call, and shows a page."""
