"""The notice to the regulator: words prepared from the record, and what is outstanding."""

from dataclasses import dataclass
from uuid import UUID

from guardbook.content.links import Regulator
from guardbook.queries.incidents.reading import Whole
from guardbook.queries.roles.held import Holding
from guardbook.rules.incidents import notice
from guardbook.rules.incidents.vocabulary import State
from guardbook.web import words
from guardbook.web.components import Link
from guardbook.web.incidents.look import Address


@dataclass(frozen=True, slots=True)
class Copied:
    """One field as it is copied into the official form."""

    id: str
    name: str
    text: str
    lacks: str


@dataclass(frozen=True, slots=True)
class NoticePage:
    """The notice."""

    title: str
    back: Link
    lead: str
    fields: tuple[Copied, ...]
    outstanding: tuple[str, ...]
    refusals: tuple[str, ...]
    sent: tuple[str, ...]
    write_href: str
    sent_href: str
    is_decided: bool
    regulator: Regulator
    documents: tuple[Link, ...]


def notice_page(organisation: UUID, found: Whole, regulator: Regulator, *, may_edit: bool) -> NoticePage:
    """Put the page together."""
    go = Address(organisation, found.id)
    said = {name: found.notice.get(name, "") for name in notice.FIELDS}
    judged = notice.notice(notice.of_words(said, len(found.notices)))
    decided = found.state in {State.REPORTABLE, State.NOTIFIED_INITIAL}
    return NoticePage(
        title="The notice to the regulator",
        back=Link(f"{found.reference}: {found.title}", go.to()),
        lead=judged.reasons[0].text,
        fields=tuple(
            Copied(f"notice-{name}", notice.LABELS[name], text, _lacks(name, text)) for name, text in said.items()
        ),
        outstanding=tuple(notice.LABELS[name] for name in judged.outstanding),
        refusals=judged.refusals,
        sent=tuple(
            f"{words.moment(each.at)}, {each.by}{': ' + each.reference if each.reference else ''}"
            for each in found.notices
        ),
        write_href=go.to("incident-notice-write") if may_edit else "",
        sent_href=go.to("incident-sent") if decided and may_edit else "",
        is_decided=decided,
        regulator=regulator,
        documents=tuple(
            Link(text, go.to("incident-paper", name=name))
            for name, text in (("notice.docx", "Word"), ("notice.pdf", "PDF"))
        ),
    )


def _lacks(name: str, text: str) -> str:
    if notice.is_known(text):
        return ""
    when = "It must be there before the notice goes." if name in notice.NEEDED else "It may follow later."
    return f"{text or 'Nothing yet'}. {when}"


def prepared(found: Whole, officer: Holding | None) -> dict[str, object]:
    """What the form starts with: what was written, or what the record already says."""
    kept = {name: found.notice.get(name, "") for name in notice.FIELDS}
    ready = {
        "nature": f"{found.title}. {found.story}",
        "people": f"{words.count(found.people, 'person', 'people')}" if found.people is not None else "",
        "contact": f"{officer.name}, Data Protection Officer. {officer.contact}".strip() if officer else "",
        "measures": " ".join(note.text for note in found.notes if note.kind == "containment"),
    }
    start = {name: text or (ready.get(name, "") if not found.notice else "") for name, text in kept.items()}
    return {**start, "seen_version": found.version}
