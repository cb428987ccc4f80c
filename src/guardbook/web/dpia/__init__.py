"""Changes and impact assessments: pages."""
