"""The papers of incidents: deadline, notice, letters, record, and the list for the regulator."""
