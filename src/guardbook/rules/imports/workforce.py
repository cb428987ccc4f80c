"""Skills for Care bulk-upload files, recognised by their headings; only the few columns needed.

Source: the Adult Social Care Workforce Data Set layouts (open source, MIT licence). A row's
number is only unique within its workplace, so ours joins the two. National insurance number,
ethnicity, disability and date of birth are in those files and never taken out of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from guardbook.rules.imports.layouts import Matching
from guardbook.rules.imports.written import Cell, tidy

_WORKER = {
    "LOCALESTID": "workplace",
    "UNIQUEWORKERID": "works_number",
    "STATUS": "status",
    "DISPLAYID": "name",
    "STARTDATE": "started_on",
    "EMPLSTATUS": "kind",
    "MAINJOBROLE": "job_title",
    "MAINJRDESC": "job_description",
}
_TRAINING = {
    "LOCALESTID": "workplace",
    "UNIQUEWORKERID": "works_number",
    "CATEGORY": "category",
    "TRAININGNAME": "course",
    "DATECOMPLETED": "completed_on",
}
_CONTRACTS = {"1": "employee", "2": "employee", "3": "bank", "4": "agency"}
DELETED = "DELETE"


class File(StrEnum):
    """The files we recognise."""

    WORKERS = "workers"
    TRAINING = "training"
    WORKPLACES = "workplaces"


@dataclass(frozen=True, slots=True)
class Codes:
    """What the numbers in these files stand for (content of the product)."""

    job_roles: Mapping[str, str]
    training: Mapping[str, str]
    data_security: frozenset[str]
    data_protection: str


@dataclass(frozen=True, slots=True)
class Taken:
    """One row in our own columns, or the reason why it is left out."""

    cells: tuple[Cell, ...]
    left_out: str = ""


WORKER_COLUMNS: Matching = ("works_number", "name", "started_on", "kind", "job_title")
TRAINING_COLUMNS: Matching = ("works_number", "course", "completed_on", "covers_all")


def recognise(headings: Sequence[str]) -> File | None:
    """Return which Skills for Care file has these headings, or None for any other file."""
    names = {tidy(heading).upper() for heading in headings}
    if not {"LOCALESTID", "STATUS"} & names or "LOCALESTID" not in names:
        return None
    if {"UNIQUEWORKERID", "CATEGORY", "DATECOMPLETED"} <= names:
        return File.TRAINING
    if {"UNIQUEWORKERID", "DISPLAYID", "MAINJOBROLE"} <= names:
        return File.WORKERS
    return File.WORKPLACES if {"ESTNAME", "MAINSERVICE"} <= names else None


def worker(headings: Sequence[str], row: Sequence[Cell], codes: Codes) -> Taken:
    """Return one row of a worker file in the columns of WORKER_COLUMNS."""
    found = _pick(headings, row, _WORKER)
    job = found["job_description"] or codes.job_roles.get(found["job_title"], "")
    taken = (
        _number(found),
        found["name"],
        found["started_on"],
        _CONTRACTS.get(found["kind"], ""),
        job,
    )
    if found["status"].upper() == DELETED:
        return Taken(taken, "Its STATUS is DELETE, so nothing is done. If this person left, record their last day.")
    return Taken(taken)


def training(headings: Sequence[str], row: Sequence[Cell], codes: Codes) -> Taken:
    """Return one row of a training file in the columns of TRAINING_COLUMNS."""
    found = _pick(headings, row, _TRAINING)
    category = found["category"]
    course = found["course"] or codes.training.get(category, "")
    covers_all = "" if category == codes.data_protection else "no"
    taken = (_number(found), course, found["completed_on"], covers_all)
    if category not in codes.data_security:
        return Taken(taken, f"This is about {codes.training.get(category, 'something else')}, not data security.")
    return Taken(taken)


def _pick(headings: Sequence[str], row: Sequence[Cell], wanted: Mapping[str, str]) -> dict[str, str]:
    found = dict.fromkeys(wanted.values(), "")
    for heading, cell in zip(headings, row, strict=False):
        key = wanted.get(tidy(heading).upper())
        if key is not None and cell is not None:
            found[key] = tidy(cell)
    return found


def _number(found: Mapping[str, str]) -> str:
    return "/".join(part for part in (found["workplace"], found["works_number"]) if part)
