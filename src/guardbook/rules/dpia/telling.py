"""What kinds of change somebody may tell about, in the words of a care home."""

from guardbook.rules.registers.questions import Choice


class Kind(Choice):
    """What will change."""

    SYSTEM = "system", "A new system or app, or a big change to one"
    SUPPLIER = "supplier", "A new supplier, or another one for the same"
    CAMERA = "camera", "A camera, a sensor or a tracker"
    ROTA = "rota", "How we plan shifts, or record who works when"
    SHARING = "sharing", "Sharing information with somebody new"
    OTHER = "other", "Another change to how we use information"

    @property
    def watches(self) -> bool:
        """True where people are watched, for which CQC expects an assessment (D-12)."""
        return self is Kind.CAMERA
