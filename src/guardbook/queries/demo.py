"""Which made-up providers there are."""

from uuid import UUID

from guardbook.queries import access
from guardbook.records.models import Organisation


def made_up() -> list[tuple[UUID, str]]:
    """Return identifier and name of every made-up provider of this installation, oldest first. One query."""
    with access.everything():
        return list(Organisation.objects.filter(is_demo=True).order_by("created_at", "id").values_list("id", "name"))
