"""The whole record of processing as a PDF that is too long to wait for: asked for, and kept once it is written."""

from uuid import UUID

from guardbook.actions import evidence
from guardbook.actions.shell import Change, action
from guardbook.kernel import clock, dates
from guardbook.kernel.identifiers import uuid7
from guardbook.queries.access import Context
from guardbook.queries.registers import record
from guardbook.rules.access import Permission
from guardbook.rules.evidence import About, Subject, SubjectKind
from guardbook.rules.registers import processing


@action(Permission.EXPORT)
def ask(change: Change) -> None:
    """Ask for the record as a PDF. It is written in the background and kept with the evidence."""
    change.enqueue(record.JOB, {"asked": str(uuid7()), "by": change.by.name})
    change.record("registers.record.asked")


def keep(context: Context, *, asked: UUID, content: bytes) -> None:
    """Keep the PDF that was asked for. A second time changes nothing."""
    subject = Subject(SubjectKind.REGISTER, f"{processing.REGISTER.slug}/{asked}")
    if record.is_kept(context, subject.key):
        return
    today = clock.uk_today(context.now)
    evidence.attach_made(
        context,
        file_name=f"record-of-processing-{today}.pdf",
        media_type="application/pdf",
        content=content,
        about=About(title=f"Record of processing, {dates.in_words(today)}", effective_from=today),
        supports=subject,
    )
