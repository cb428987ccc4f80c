"""What a snapshot holds, and its digest: answers, reasons, proofs, and the versions they were judged by."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from guardbook.queries import evidence
from guardbook.queries.access import Context
from guardbook.queries.assessment import latest, standings
from guardbook.queries.assessment.evaluating import Evaluated
from guardbook.queries.evidence import Proof
from guardbook.records.models import Answer, Organisation
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.assessment.status import Goal
from guardbook.rules.evidence import SubjectKind
from guardbook.rules.frameworks.items import AnswerKind


def body(context: Context, found: Evaluated, goal: Goal, number: int) -> dict[str, Any]:
    """Everything there is to freeze, as plain values. Three queries."""
    who = _who(context, found)
    proofs = evidence.supporting(context, SubjectKind.ITEM)
    return {
        "number": number,
        "organisation": Organisation.objects.values_list("name", flat=True).get(pk=context.organisation_id),
        "framework": found.pack.code,
        "version": found.pack.version,
        "year": found.pack.year,
        "list": found.pack.origin.value,
        "pack_fingerprint": found.pack.fingerprint,
        "rules_fingerprint": standings.rules_fingerprint(),
        "level": goal.value,
        "headline": found.status.headline,
        "as_of": found.facts.as_of.isoformat(),
        "judged_on": found.facts.judged_on.isoformat(),
        "frozen_at": context.now.isoformat(),
        "frozen_by": context.by.name,
        "items": [
            _item(each, who.get(each.item.ref), proofs.get(latest.subject_key(found.pack, each.item.ref), ()))
            for each in found.standings
        ],
    }


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 over the content in one fixed order, so that anybody can check it."""
    plain = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def words(standing: Standing) -> str:
    """The answer of a question as one text, as it goes to the portal."""
    if standing.latest is None:
        return ""
    answer = standing.latest.answer
    if answer.not_applicable_because:
        return "Not applicable"
    match answer.kind:
        case AnswerKind.CONFIRM:
            return "Yes" if answer.yes else ""
        case AnswerKind.TEXT:
            return answer.text
        case AnswerKind.DATE:
            return answer.on.isoformat() if answer.on else ""
        case AnswerKind.NUMBER:
            return str(answer.number) if answer.number is not None else ""
        case AnswerKind.DOCUMENT:
            return ""


def _who(context: Context, found: Evaluated) -> dict[str, tuple[int, str, str]]:
    rows = Answer.objects.of(context.organisation_id).filter(
        is_current=True, assessment__framework=found.pack.code, assessment__version=found.pack.version
    )
    return {
        item: (number, by, at.isoformat())
        for item, number, by, at in rows.values_list("item", "number", "given_by", "given_at")
    }


def _item(standing: Standing, who: tuple[int, str, str] | None, proofs: tuple[Proof, ...]) -> dict[str, Any]:
    answer = standing.latest.answer if standing.latest else None
    return {
        "ref": standing.item.ref,
        "question": standing.item.question,
        "level": standing.item.level.value,
        "state": standing.state.value,
        "why": standing.why,
        "answer": words(standing),
        "comment": answer.comment if answer else "",
        "not_applicable_because": answer.not_applicable_because if answer else "",
        "version": who[0] if who else 0,
        "given_by": who[1] if who else "",
        "given_at": who[2] if who else "",
        "suggested_by": standing.item.rule or "",
        "suggestion": standing.suggestion.outcome.value if standing.suggestion else "",
        "proofs": [_proof(proof) for proof in proofs],
    }


def _proof(proof: Proof) -> dict[str, str]:
    return {
        "kind": proof.kind.value,
        "title": proof.title,
        "file_name": proof.file_name,
        "fingerprint": proof.fingerprint,
        "address": proof.address,
        "place": proof.place,
    }
