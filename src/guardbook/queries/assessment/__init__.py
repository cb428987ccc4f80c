"""Questions about toolkit assessments: where each answer stands, why, and what was frozen."""
