"""What the pages about changes and impact assessments show."""
