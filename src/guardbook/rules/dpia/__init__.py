"""Changes and impact assessments: is one needed, how bad is a risk, what may happen next, when to look again."""
