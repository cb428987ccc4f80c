"""Forms of the pages about roles."""

from guardbook.web.roles.forms.appointing import FirmAppointing, PersonAppointing
from guardbook.web.roles.forms.facts import KindOverride, WhatIf, from_override, from_profile
from guardbook.web.roles.forms.keeping import Acceptance, Confirming, Decision, Details, Ending, Posts, Ticked

__all__ = [
    "Acceptance",
    "Confirming",
    "Decision",
    "Details",
    "Ending",
    "FirmAppointing",
    "KindOverride",
    "PersonAppointing",
    "Posts",
    "Ticked",
    "WhatIf",
    "from_override",
    "from_profile",
]
