"""How training records are brought in."""

from guardbook.actions.training.importing import TRAINING
from guardbook.rules.training.importing import Meaning
from guardbook.rules.training.validity import Proof
from guardbook.web import fields
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
    names=Names("training-import", "training"),
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
