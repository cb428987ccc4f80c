"""A frozen copy of an assessment as a spreadsheet, and as a document that a director would sign."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from guardbook.exports import documents, sheets
from guardbook.exports.documents import Bullets, Document, Facts, Paragraph, Section, Signature, Table
from guardbook.exports.documents import pdf as pdf_writer
from guardbook.kernel import clock
from guardbook.queries.assessment.snapshots import Content

_STATES = {
    "unanswered": "Not answered",
    "suggested": "Not confirmed",
    "confirmed": "Confirmed",
    "contradicted": "Records disagree",
    "out_of_date": "Out of date",
    "not_applicable": "Does not apply",
    "exempt": "Excused",
}
_COLUMNS = (
    sheets.Column("Number", width=10),
    sheets.Column("Question", width=50),
    sheets.Column("State", width=16),
    sheets.Column("Answer", width=60),
    sheets.Column("Comment", width=40),
    sheets.Column("Why it does not apply", width=30),
    sheets.Column("Why it stands so", width=50),
    sheets.Column("Given by", width=22),
    sheets.Column("Version", sheets.Kind.NUMBER, 9),
    sheets.Column("Documents", width=50),
    sheets.Column("Fingerprints of files", width=70),
)


def workbook(held: Content) -> bytes:
    """Return the copy as XLSX: answers in the portal's order, and a sheet that says what was frozen."""
    answers = sheets.Sheet("Answers", _COLUMNS, (_row(item) for item in held.body["items"]))
    about = sheets.Sheet(
        "About this copy", (sheets.Column("What", width=30), sheets.Column("Value", width=80)), _about(held)
    )
    return sheets.xlsx(f"Toolkit answers, copy {held.frozen.number}", (answers, about), made_at=held.frozen.frozen_at)


def pdf(held: Content) -> bytes:
    """Return the copy as a tagged PDF. Refused where this computer cannot make one."""
    return pdf_writer.pdf(document(held))


def document(held: Content) -> Document:
    """The copy as a document: what it is, the answers, the proofs, and places to sign."""
    body = held.body
    return Document(
        title=f"Toolkit answers {body['year']}",
        organisation=body["organisation"],
        issued_on=clock.uk_today(held.frozen.frozen_at),
        summary=_summary(held),
        sections=(
            Section("Answers", tuple(_answers(body["items"]))),
            Section("Documents", _proofs(body["items"])),
            Section("Declaration", _declaration()),
        ),
        reference=f"Copy {held.frozen.number}, fingerprint {held.frozen.digest[:16]}",
    )


def _summary(held: Content) -> tuple[documents.Block, ...]:
    notes = [
        Paragraph(
            "This is our own frozen copy. It is not a certificate and not a publication on the NHS portal.",
            is_note=True,
        )
    ]
    if held.body["list"] == "rebuilt":
        notes.append(
            Paragraph("The list of questions was rebuilt from public pages. Check it against the portal.", is_note=True)
        )
    if not held.is_whole:
        notes.append(Paragraph("The content no longer matches its fingerprint. Do not rely on it.", is_note=True))
    return (Facts("What was frozen", tuple((str(key), str(value)) for key, value in _about(held))), *notes)


def _about(held: Content) -> list[tuple[str, str]]:
    body = held.body
    return [
        ("Organisation", body["organisation"]),
        ("Toolkit year", body["year"]),
        ("List of questions", f"{body['framework']} version {body['version']} ({body['list']})"),
        ("Level frozen for", held.frozen.goal.label),
        ("Copy", str(held.frozen.number)),
        ("Frozen by", held.frozen.frozen_by),
        ("Frozen on", documents.day(clock.uk_today(held.frozen.frozen_at))),
        ("Dates judged on", documents.day(date.fromisoformat(body["judged_on"]))),
        ("Fingerprint of this copy", held.frozen.digest),
        ("Fingerprint of the list", body["pack_fingerprint"]),
        ("Fingerprint of the rules", body["rules_fingerprint"]),
    ]


def _row(item: Mapping[str, Any]) -> tuple[sheets.Cell, ...]:
    return (
        item["ref"],
        item["question"],
        _STATES[item["state"]],
        item["answer"],
        item["comment"],
        item["not_applicable_because"],
        item["why"],
        item["given_by"],
        item["version"],
        "\n".join(_where(proof) for proof in item["proofs"]),
        "\n".join(proof["fingerprint"] for proof in item["proofs"] if proof["fingerprint"]),
    )


def _answers(items: Iterable[Mapping[str, Any]]) -> Iterable[documents.Block]:
    rows = tuple(
        (f"{item['ref']} {item['question']}", _STATES[item["state"]], _said(item), item["given_by"]) for item in items
    )
    yield Table("Every question in the portal's order", ("Question", "State", "Answer", "Given by"), rows)


def _said(item: Mapping[str, Any]) -> str:
    parts = (item["answer"], item["not_applicable_because"], item["comment"])
    return ". ".join(str(part).rstrip(".") for part in parts if part)


def _proofs(items: Iterable[Mapping[str, Any]]) -> tuple[documents.Block, ...]:
    listed = tuple(f"{item['ref']}: {_where(proof)}" for item in items for proof in item["proofs"])
    return (Bullets(listed),) if listed else (Paragraph("No documents were attached."),)


def _where(proof: Mapping[str, str]) -> str:
    match proof["kind"]:
        case "file":
            return f"{proof['title']} (file {proof['file_name']})"
        case "link":
            return proof["address"]
        case _:
            return proof["place"]


def _declaration() -> tuple[documents.Block, ...]:
    return (
        Paragraph("I have read these answers. To the best of my knowledge they are true."),
        Signature("Director or owner"),
        Signature("Data Security and Protection Lead"),
    )
