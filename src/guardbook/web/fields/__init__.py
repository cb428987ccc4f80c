"""Form fields that look and behave as the NHS design system asks, on plain Django forms."""

from guardbook.web.fields.amounts import Money, Things, Web
from guardbook.web.fields.choices import (
    Check,
    Checkboxes,
    Choice,
    Confirm,
    Radios,
    Select,
    YesNo,
    YesNoUnsure,
)
from guardbook.web.fields.dates import Date
from guardbook.web.fields.drawing import error_summary, field, form_fields, question
from guardbook.web.fields.files import Upload
from guardbook.web.fields.forms import Form, QuestionForm
from guardbook.web.fields.picks import Pick, Picks
from guardbook.web.fields.text import Email, Hidden, LongText, Number, Password, Text

__all__ = [
    "Check",
    "Checkboxes",
    "Choice",
    "Confirm",
    "Date",
    "Email",
    "Form",
    "Hidden",
    "LongText",
    "Money",
    "Number",
    "Password",
    "Pick",
    "Picks",
    "QuestionForm",
    "Radios",
    "Select",
    "Text",
    "Things",
    "Upload",
    "Web",
    "YesNo",
    "YesNoUnsure",
    "error_summary",
    "field",
    "form_fields",
    "question",
]
