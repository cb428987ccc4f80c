"""What the registers say already in answer to the questions of one assessment."""

from collections.abc import Mapping

from guardbook.queries.access import Context, question
from guardbook.queries.dpia.assessments import Whole
from guardbook.queries.registers import reading
from guardbook.rules.access import Permission
from guardbook.rules.dpia import prefilling
from guardbook.rules.registers import retention


@question(Permission.DPIA_EDIT)
def words(context: Context, of: Whole) -> Mapping[str, str]:
    """Words to begin from, by question. One query."""
    entries = of.entries
    uses = [each.entry for each in entries["processing"].values()]
    keys = [key for each in uses for key in getattr(each, "retention", ())]
    rows = reading.rows(context, retention.REGISTER).filter(archived_at=None, pk__in=keys)
    times = [retention.in_words(each.entry) for each in reading.read(retention.REGISTER, rows)] if keys else []
    return prefilling.prefilled(
        uses,  # type: ignore[arg-type]  # the register of processing holds entries of its own kind
        [each.entry for each in entries["systems"].values()],  # type: ignore[misc]  # and so does that of systems
        [each.entry for each in entries["suppliers"].values()],  # type: ignore[misc]  # and that of suppliers
        times,
    )
