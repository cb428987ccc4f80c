"""Views of changes and impact assessments."""
