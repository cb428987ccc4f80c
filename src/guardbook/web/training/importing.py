"""Pages that bring in training records."""

from uuid import UUID

from django.http import HttpResponse

from guardbook.actions.training.importing import TRAINING
from guardbook.rules.access import Permission
from guardbook.rules.training.importing import Meaning
from guardbook.rules.training.validity import Proof
from guardbook.web import fields
from guardbook.web.door import Request, page
from guardbook.web.imports import steps
from guardbook.web.imports.forms import ColumnsForm
from guardbook.web.imports.pages import Names
from guardbook.web.imports.steps import Flow

_PROOFS = (Proof.CERTIFICATE, Proof.SYSTEM_RECORD)


class TrainingColumnsForm(ColumnsForm):
    """Which column is what, and what all these records are."""

    meaning = fields.Radios(
        "What did these people do?", [fields.Choice(each.value, each.label) for each in Meaning], coerce=Meaning
    )
    proof = fields.Radios(
        "What shows it?", [fields.Choice(proof.value, proof.label) for proof in _PROOFS], coerce=Proof
    )


FLOW = Flow(
    target=TRAINING,
    names=Names(
        "training-import-start", "training-import-columns", "training-import-check", "training-import-drop", "training"
    ),
    title="Import training records",
    lead=(
        "Bring the list from your learning system, or the Skills for Care training file.",
        "Each row needs the date the person finished, and their name, email or staff number.",
        "Import the staff list first, so that we know whose record is whose.",
    ),
    back="Training",
    columns_form=TrainingColumnsForm,
    may_be_new=False,
)


@page(Permission.PEOPLE_IMPORT, "GET", "POST")
def start(request: Request) -> HttpResponse:
    """Choose the file."""
    return steps.start(request, FLOW)


@page(Permission.PEOPLE_IMPORT, "GET", "POST")
def columns(request: Request, run_id: UUID) -> HttpResponse:
    """Match its columns."""
    return steps.columns(request, FLOW, run_id)


@page(Permission.PEOPLE_IMPORT, "GET", "POST")
def check(request: Request, run_id: UUID) -> HttpResponse:
    """Check row by row, and apply."""
    return steps.check(request, FLOW, run_id)


@page(Permission.PEOPLE_IMPORT, "POST")
def drop(request: Request, run_id: UUID) -> HttpResponse:
    """Drop it."""
    return steps.drop(request, FLOW, run_id)
