"""Recording a publication together with the portal's own certificate."""

from datetime import date
from typing import Any

from guardbook.actions import evidence
from guardbook.actions.assessment import publishing
from guardbook.kernel import dates
from guardbook.queries.access import Context
from guardbook.queries.assessment import evaluating, snapshots
from guardbook.rules.assessment.status import Goal
from guardbook.rules.evidence import About, Subject, SubjectKind


def record(
    context: Context, *, framework: str, version: str, on: date, goal: Goal, upload: Any = None
) -> tuple[str, ...]:
    """Record a publication of the newest frozen copy; keep the certificate if one was sent. Return notes to show.

    Raises:
        NotFound: no such version.
        Refused: the day or the level will not do, or the file may not come in.
    """
    run = evaluating.run(context, framework, version)
    newest = snapshots.newest(context, run) if run else None
    publication_id = publishing.record_publication(
        context,
        framework=framework,
        version=version,
        on=on,
        goal=goal,
        snapshot_id=newest.snapshot_id if newest else None,
    )
    if not upload:
        return ()
    about = About(title=f"Certificate from the NHS portal, {dates.in_words(on)}", effective_from=on)
    supports = Subject(SubjectKind.CERTIFICATE, str(publication_id))
    kept = evidence.attach_upload(context, file_name=upload.name, stream=upload, about=about, supports=supports)
    publishing.keep_certificate(context, publication_id=publication_id, evidence_id=kept.evidence_id)
    return kept.notes
