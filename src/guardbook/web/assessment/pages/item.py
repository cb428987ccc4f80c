"""The page of one question: what it asks, where it stands and why, the answer form, proofs, remarks, history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.assessment.questions import Question, Version
from guardbook.queries.evidence import Proof
from guardbook.rules.access import Permission
from guardbook.rules.assessment import answers
from guardbook.rules.assessment.answers import Answer
from guardbook.rules.assessment.standing import Said, Standing
from guardbook.rules.assessment.states import State
from guardbook.rules.assessment.suggestions.suggestion import Outcome, Suggestion
from guardbook.rules.evidence import EvidenceKind
from guardbook.rules.frameworks.items import AnswerKind, Item
from guardbook.rules.frameworks.packs import Pack
from guardbook.web import words
from guardbook.web.assessment.forms import NOT_APPLICABLE, Comment, shown_alone
from guardbook.web.assessment.pages import look
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.components import Column, Row, Table, Tag, Tone

_RECORDS = {
    Outcome.MET: "Your records support this",
    Outcome.NOT_MET: "Your records do not show this yet",
    Outcome.LAPSED: "Your records showed this, and a date has passed",
    Outcome.CANNOT_TELL: "Your records cannot tell",
}
_SAID = {
    Said.PROPOSED: "Written, not confirmed",
    Said.CARRIED: "Last year's words",
    Said.CONFIRMED: "Confirmed",
    Said.NOT_APPLICABLE: "Does not apply",
    Said.WITHDRAWN: "Confirmation withdrawn",
}
_NAMES = {
    "ref": "Number",
    "level": "Level",
    "question": "Question",
    "answer": "Kind of answer",
    "not_applicable": "Does not apply",
    "exemptions": "Certificates that excuse it",
    "changed": "Changes this year",
    "group": "Topic",
    "window": "Dates that count",
    "threshold": "Figure to reach",
}


@dataclass(frozen=True, slots=True)
class Suggested:
    """What the records say, with what can be done about it."""

    heading: str
    tone: Tone
    reason: str
    sure: str
    answer: str
    to_do: Sequence[str]
    changes: str
    why_href: str
    may_confirm: bool
    confirm_href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One version of the answer in words."""

    heading: str
    words: str
    comment: str
    when: str


@dataclass(frozen=True, slots=True)
class Attached:
    """One proof with where it is, and where to take it off the question."""

    title: str
    detail: str
    href: str
    remove_href: str


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Everything on the page of one question."""

    ref: str
    title: str
    level: str
    tag: Tag
    why: str
    judged: str
    back: str
    suggested: Suggested | None
    no_rule: str
    now: Shown | None
    prior: Shown | None
    warnings: Sequence[str]
    history: Sequence[Shown]
    attached: Sequence[Attached]
    remarks: Sequence[Shown]
    help: Sequence[Row]
    good: Sequence[str]
    provenance: Table
    sources: Sequence[str]
    doubt: str
    seen_version: int
    may_answer: bool
    may_confirm: bool
    may_comment: bool
    can_confirm_words: bool
    can_withdraw: bool
    confirm_words_href: str
    withdraw_href: str
    comment_href: str
    next_href: str
    save_words: str
    is_document: bool
    alone: str
    comment_form: Comment


def item_page(context: Context, found: Question, comment_form: Comment) -> ItemPage:
    """Make the page from one question and what is around it."""
    go = Addresses.of(context, found.pack)
    item, standing = found.item, found.judged.standing
    may = context.by.permissions
    confirms = Permission.ITEM_CONFIRM in may
    current = found.versions[0] if found.versions else None
    return ItemPage(
        ref=item.ref,
        title=item.question,
        level=look.LEVELS[item.level],
        tag=look.tag(standing.state),
        why=_state_words(standing),
        judged=words.day(found.judged.judged_on),
        back=go.to("toolkit-overview"),
        suggested=_suggested(go, found, may_confirm=confirms),
        no_rule=item.why_no_rule if standing.suggestion is None else "",
        now=_shown(current) if current else None,
        prior=_prior(found),
        warnings=answers.warnings(current.said.answer) if current else (),
        history=[_shown(version) for version in found.versions],
        attached=[_attached(go, item, proof) for proof in found.proofs],
        remarks=[Shown(each.by, each.body, "", words.moment(each.at)) for each in found.remarks],
        help=list(_help(item)),
        good=item.good,
        provenance=_provenance(item),
        sources=_sources(found.pack, item),
        doubt=next((doubt.why for doubt in found.pack.doubts if doubt.ref == item.ref), ""),
        seen_version=found.number,
        may_answer=Permission.ITEM_ANSWER in may,
        may_confirm=confirms,
        may_comment=Permission.ITEM_COMMENT in may,
        can_confirm_words=confirms and current is not None and current.said.said in {Said.PROPOSED, Said.WITHDRAWN},
        can_withdraw=confirms and current is not None and current.said.said in {Said.CONFIRMED, Said.NOT_APPLICABLE},
        confirm_words_href=go.to("toolkit-confirm-words", ref=item.ref),
        withdraw_href=go.to("toolkit-withdraw", ref=item.ref),
        comment_href=go.to("toolkit-comment", ref=item.ref),
        next_href=f"{go.to('toolkit-next')}?after={item.ref}",
        comment_form=comment_form,
        alone=shown_alone(item),
        is_document=item.answer is AnswerKind.DOCUMENT,
        save_words="Save and confirm" if confirms else "Save for somebody to confirm",
    )


def _state_words(standing: Standing) -> str:
    """Why the answer stands so; what the records say is left to the part of the page that says it."""
    records = standing.suggestion.reason.text if standing.suggestion else ""
    return standing.why.replace(records, "").strip() if records else standing.why


def initial(found: Question) -> dict[str, Any]:
    """What the answer form shows at first: the words in force, else last year's, else what the records suggest."""
    seen = {"seen_version": str(found.number)}
    suggestion = found.judged.standing.suggestion
    latest = found.judged.standing.latest
    if latest is not None and latest.said is not Said.CARRIED:
        return seen | _typed(latest.answer)
    words_then = found.prior.text if found.prior else suggestion.answer if suggestion else ""
    if found.item.answer is AnswerKind.TEXT:
        return seen | {"how": "text", "text": words_then}
    only = {} if len(found.item.accepts) > 1 or found.item.not_applicable.allowed else {"how": found.item.answer.value}
    return seen | {"comment": words_then} | (only if found.item.answer is AnswerKind.DOCUMENT else {})


def _typed(answer: Answer) -> dict[str, Any]:
    how = NOT_APPLICABLE if answer.not_applicable_because else answer.kind.value
    return {
        "how": how,
        "text": answer.text,
        "on": answer.on,
        "number": answer.number,
        "because": answer.not_applicable_because,
        "comment": answer.comment,
    }


def in_words(answer: Answer) -> str:
    """An answer as one sentence or text."""
    if answer.not_applicable_because:
        return f"This does not apply to us: {answer.not_applicable_because}"
    match answer.kind:
        case AnswerKind.CONFIRM:
            return "Yes, this is true for us" if answer.yes else ""
        case AnswerKind.TEXT:
            return answer.text
        case AnswerKind.DOCUMENT:
            return "A document shows it"
        case AnswerKind.DATE:
            return words.day(answer.on) if answer.on else ""
        case AnswerKind.NUMBER:
            return str(answer.number)


def _shown(version: Version) -> Shown:
    said = version.said
    when = f"{version.by}, {words.moment(version.at)}"
    return Shown(f"{_SAID[said.said]} (version {version.number})", in_words(said.answer), said.answer.comment, when)


def _prior(found: Question) -> Shown | None:
    if found.prior is None:
        return None
    moved = f" (it was {found.prior.from_item} then)" if found.prior.from_item != found.item.ref else ""
    return Shown(f"Last year's words, not confirmed{moved}", found.prior.text, "", "")


def _suggested(go: Addresses, found: Question, *, may_confirm: bool) -> Suggested | None:
    standing = found.judged.standing
    suggestion = standing.suggestion
    if suggestion is None:
        return None
    met = suggestion.outcome is Outcome.MET
    return Suggested(
        heading=_RECORDS[suggestion.outcome],
        tone=Tone.DONE if met else Tone.WAITING if suggestion.outcome is Outcome.CANNOT_TELL else Tone.WARNING,
        reason=suggestion.reason.text,
        sure=f"{look.SURE[suggestion.reason.confidence]}. Rule {suggestion.reason.rule}.",
        answer=suggestion.answer,
        to_do=suggestion.to_do,
        changes=_changes(suggestion),
        why_href=go.to("toolkit-why", ref=found.item.ref),
        may_confirm=may_confirm and met and standing.state is not State.CONFIRMED,
        confirm_href=go.to("toolkit-confirm", ref=found.item.ref),
    )


def _changes(suggestion: Suggestion) -> str:
    if suggestion.stale_on is None:
        return ""
    return f"If nothing else is recorded, this changes on {words.day(suggestion.stale_on)}."


def _attached(go: Addresses, item: Item, proof: Proof) -> Attached:
    match proof.kind:
        case EvidenceKind.FILE:
            parts = {"organisation": go.organisation, "evidence_id": proof.evidence_id}
            detail, href = (
                f"File {proof.file_name}, fingerprint {proof.fingerprint[:12]}",
                reverse("evidence-file", kwargs=parts),
            )
        case EvidenceKind.LINK:
            detail, href = "Web address", proof.address
        case EvidenceKind.PLACE:
            detail, href = proof.place, ""
    remove = go.to("toolkit-proof-remove", ref=item.ref, evidence_id=proof.evidence_id)
    return Attached(proof.title, detail, href, remove)


def _help(item: Item) -> Iterable[Row]:
    pairs = (
        ("Why this is asked", item.why),
        ("For example", item.example),
        ("Who can help", item.who_helps),
        ("Dates that count", item.window.words if item.window else ""),
        ("Figure to reach", item.threshold.words if item.threshold else ""),
        ("When it does not apply", item.not_applicable.when if item.not_applicable.allowed else ""),
        ("How the portal wants that", item.not_applicable.portal_words),
        ("The standard's own words for it", item.term),
    )
    return (Row(key, value) for key, value in pairs if value)


def _provenance(item: Item) -> Table:
    rows = [(_NAMES[name], look.SURE[known.confidence], known.note) for name, known in item.known.fields()]
    columns = [Column("What"), Column("How sure we are"), Column("Why")]
    return Table("Where these facts come from", columns, rows)


def _sources(pack: Pack, item: Item) -> list[str]:
    titles = {source.key: source for source in pack.sources}
    return [f"{titles[key].title} {titles[key].address}".strip() for key in item.sources if key in titles]
