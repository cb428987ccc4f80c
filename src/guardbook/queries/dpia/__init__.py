"""Questions about changes and impact assessments."""
