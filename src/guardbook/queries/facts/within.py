"""Which organisations a batch covers: one, a range of keys, or those that a viewer's grants open.

Never a list of identifiers: a list grows with the number of organisations, and SQLite
limits how many values one statement may carry.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from guardbook.records.models import Grant


@dataclass(frozen=True, slots=True)
class One:
    """A single organisation."""

    organisation_id: UUID

    def rows(self, field: str = "organisation_id") -> Q:
        """The condition on a table's column that names the organisation."""
        return Q(**{field: self.organisation_id})


@dataclass(frozen=True, slots=True)
class KeyRange:
    """Every organisation whose key lies after ``after`` and up to ``until``; None is no bound."""

    after: UUID | None = None
    until: UUID | None = None

    def rows(self, field: str = "organisation_id") -> Q:
        """The condition on a table's column that names the organisation."""
        condition = Q()
        if self.after is not None:
            condition &= Q(**{f"{field}__gt": self.after})
        if self.until is not None:
            condition &= Q(**{f"{field}__lte": self.until})
        return condition


@dataclass(frozen=True, slots=True)
class Granted:
    """Every organisation where a viewer has a live grant at ``now`` (aware, UTC)."""

    viewer_id: UUID
    now: datetime

    def rows(self, field: str = "organisation_id") -> Q:
        """The condition on a table's column that names the organisation."""
        live = Grant.objects.filter(user_id=self.viewer_id).exclude(until__lte=self.now)
        return Q(**{f"{field}__in": live.values("organisation_id")})


Batch = One | KeyRange | Granted
