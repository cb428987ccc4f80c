"""What somebody typed into a form and has not sent yet."""

from uuid import UUID

from guardbook.records.models import Draft


def kept(user_id: UUID, form: str) -> dict[str, list[str]]:
    """The draft of one form at one address, as field name -> values; empty when there is none. One query."""
    found = Draft.objects.filter(user_id=user_id, form=form).values_list("data", flat=True).first()
    return found or {}
