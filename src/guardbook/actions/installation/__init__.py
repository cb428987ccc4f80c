"""Backup and restore of the whole installation: every provider, every file, on either database."""

from guardbook.actions.installation.backup import Made, before_upgrade, make
from guardbook.actions.installation.restore import Restored, bring_back, prove

__all__ = ["Made", "Restored", "before_upgrade", "bring_back", "make", "prove"]
