"""The portal companion: every frozen answer in the portal's order, ready to copy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guardbook.queries.access import Context
from guardbook.queries.assessment.snapshots import Content
from guardbook.rules.frameworks.items import AnswerKind
from guardbook.rules.frameworks.packs import Pack
from guardbook.web import words
from guardbook.web.assessment.pages.look import Addresses


@dataclass(frozen=True, slots=True)
class Copyable:
    """Words to copy: the id of their element, the words, and how long they are."""

    id: str
    what: str
    text: str
    length: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One question as the portal wants it."""

    ref: str
    question: str
    how: str
    copies: Sequence[Copyable]
    documents: Sequence[str]


@dataclass(frozen=True, slots=True)
class CompanionPage:
    """The portal companion."""

    back: str
    publish_href: str
    published_href: str
    frozen: str
    broken: str
    entries: Sequence[Entry]


def companion_page(context: Context, pack: Pack, held: Content | None) -> CompanionPage:
    """Make the page from the newest frozen copy; without one it says to freeze first."""
    go = Addresses.of(context, pack)
    items = held.body["items"] if held else []
    frozen = ""
    if held:
        frozen = (
            f"Copy {held.frozen.number}, {held.frozen.goal.label}, frozen on {words.moment(held.frozen.frozen_at)}."
        )
    return CompanionPage(
        back=go.to("toolkit-overview"),
        publish_href=go.to("toolkit-publish"),
        published_href=go.to("toolkit-published"),
        frozen=frozen,
        broken="" if held is None or held.is_whole else "This copy no longer matches its fingerprint. Do not use it.",
        entries=[_entry(pack, each) for each in items if each["answer"] or each["proofs"] or each["state"] == "exempt"],
    )


def _entry(pack: Pack, frozen: Mapping[str, Any]) -> Entry:
    ref = frozen["ref"]
    slug = ref.replace(".", "-")
    copies = [
        _copyable(f"answer-{slug}", f"the answer to {ref}", _answer(frozen)),
        _copyable(f"comment-{slug}", f"the comment on {ref}", _comment(frozen)),
    ]
    return Entry(
        ref=ref,
        question=frozen["question"],
        how=_how(pack, frozen),
        copies=[each for each in copies if each.text],
        documents=[_document(proof) for proof in frozen["proofs"]],
    )


def _copyable(key: str, what: str, text: str) -> Copyable:
    return Copyable(key, what, text, words.count(len(text), "character"))


def _answer(frozen: Mapping[str, Any]) -> str:
    places = [proof["place"] for proof in frozen["proofs"] if proof["place"]]
    text = str(frozen["answer"])
    return text if text not in {"", "Yes"} else ". ".join(places) if not text else ""


def _comment(frozen: Mapping[str, Any]) -> str:
    reason = frozen["not_applicable_because"]
    return " ".join(each for each in (reason, frozen["comment"]) if each)


def _how(pack: Pack, frozen: Mapping[str, Any]) -> str:
    item = pack.item(frozen["ref"])
    if frozen["state"] == "exempt":
        return "Skip it: the portal does not ask it when your profile there has Cyber Essentials Plus."
    if frozen["not_applicable_because"]:
        return item.not_applicable.portal_words if item else ""
    if frozen["answer"] == "Yes":
        return "Tick the box."
    if item is not None and item.answer is AnswerKind.DOCUMENT:
        return "Upload the document, or paste the words that say where it is kept."
    return "Paste the answer."


def _document(proof: Mapping[str, str]) -> str:
    match proof["kind"]:
        case "file":
            return f"{proof['title']}: file {proof['file_name']}"
        case "link":
            return f"Web address: {proof['address']}"
        case _:
            return f"Kept here: {proof['place']}"
