"""What the pages about privacy notices show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from guardbook.queries.notices import Described, Standing, Version
from guardbook.rules.access import Permission
from guardbook.rules.notices.builder import Section
from guardbook.rules.notices.checker import Finding
from guardbook.rules.registers.policy_words import Audience
from guardbook.web import words
from guardbook.web.components import Link, Row, Tag, Task, Tone


@dataclass(frozen=True, slots=True)
class Overview:
    """Every audience, and how it is told."""

    back: Link
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class NoticePage:
    """One audience: the notice in use, what it would say today, and what is to be put right."""

    title: str
    back: Link
    tag: Tag
    changed: tuple[str, ...]
    findings: tuple[str, ...]
    own: tuple[str, ...]
    own_told: str
    plain: tuple[Section, ...]
    is_empty: bool
    record: str
    agree: str
    agree_text: str
    check: str
    current: tuple[Link, ...]
    older: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version, to read and to print."""

    title: str
    back: Link
    rows: tuple[Row, ...]
    sections: tuple[Section, ...]
    is_easy: bool
    other: Link
    downloads: tuple[Link, ...]


def overview(organisation: UUID, standings: Sequence[Standing]) -> Overview:
    """Put the list together."""
    back = Link("Changes and impact assessments", reverse("dpia-list", kwargs={"organisation": organisation}))
    return Overview(back, tuple(_task(organisation, each) for each in standings))


def notice_page(
    organisation: UUID, of: Standing, versions: Sequence[Version], held: frozenset[Permission]
) -> NoticePage:
    """Put the page of one audience together."""
    may_edit = Permission.DPIA_EDIT in held
    older = [each for each in versions if each.replaced_on is not None]
    return NoticePage(
        title=f"Privacy notice: {of.audience.label.lower()}",
        back=Link("Privacy notices", reverse("notices", kwargs={"organisation": organisation})),
        tag=tag(of),
        changed=of.changed,
        findings=tuple(told(each) for each in of.findings) if of.uses else (),
        own=tuple(told(each) for each in of.described.findings) if of.described else (),
        own_told=_own_told(of.described),
        plain=of.today.plain,
        is_empty=not of.uses,
        record=reverse("register-list", kwargs={"organisation": organisation, "slug": "processing"}),
        agree=to(organisation, "notice-agree", of.audience) if may_edit and of.uses else "",
        agree_text="Change what you added" if of.current and not of.changed else "Agree the notice below",
        check=to(organisation, "notice-check", of.audience) if may_edit else "",
        current=(_link(organisation, of.current), _easy(organisation, of.current)) if of.current else (),
        older=tuple(_link(organisation, each) for each in older),
    )


def version_page(organisation: UUID, of: Version, *, is_easy: bool, may_export: bool) -> VersionPage:
    """Put the page of one version together."""
    other = reverse(
        "notice-version" if is_easy else "notice-easy", kwargs={"organisation": organisation, "notice": of.id}
    )
    kind = "easy" if is_easy else "plain"
    names = {"docx": "Word", "pdf": "PDF"}
    return VersionPage(
        title="How we use facts about you" if is_easy else of.title,
        back=Link("Privacy notice", to(organisation, "notice", of.audience)),
        rows=tuple(_about(of)),
        sections=of.easy if is_easy else of.plain,
        is_easy=is_easy,
        other=Link("In plain English" if is_easy else "In easy read", other),
        downloads=tuple(
            Link(
                f"As {name}",
                reverse(
                    "notice-document",
                    kwargs={"organisation": organisation, "notice": of.id, "kind": kind, "form": form},
                ),
            )
            for form, name in names.items()
        )
        if may_export
        else (),
    )


def tag(of: Standing) -> Tag:
    """How an audience is told, in a word or two."""
    if of.current is not None:
        return Tag("Has changed: agree it again", Tone.WARNING) if of.changed else Tag("In use", Tone.DONE)
    if of.described is not None:
        return (
            Tag("Put your own right", Tone.WARNING) if of.described.findings else Tag("Your own is in order", Tone.DONE)
        )
    return Tag("None yet", Tone.WAITING) if of.uses else Tag("Nothing to tell", Tone.QUIET)


def told(finding: Finding) -> str:
    """A finding as a sentence."""
    return finding.text


def _task(organisation: UUID, of: Standing) -> Task:
    return Task(of.audience.label, tag(of), to(organisation, "notice", of.audience), _hint(of))


def _hint(of: Standing) -> str:
    if of.current is not None:
        return f"Version {of.current.version}, agreed on {words.day(of.current.approved_on)}."
    if of.described is not None:
        return f"You checked your own on {words.day(of.described.checked_on)}."
    return f"{words.count(of.uses, 'use', 'uses')} of information to tell about." if of.uses else ""


def _own_told(of: Described | None) -> str:
    if of is None:
        return ""
    return f"{of.checked_by} checked your own notice on {words.day(of.checked_on)}."


def _about(of: Version) -> Iterator[Row]:
    yield Row("Version", f"{of.version}, agreed by {of.approved_by} on {words.day(of.approved_on)}")
    yield Row("Where people can read it", of.found_at)
    if of.replaced_on:
        yield Row("Replaced", words.day(of.replaced_on))


def _link(organisation: UUID, of: Version) -> Link:
    href = reverse("notice-version", kwargs={"organisation": organisation, "notice": of.id})
    return Link(f"Version {of.version}, {words.day(of.approved_on)}", href)


def _easy(organisation: UUID, of: Version) -> Link:
    return Link("in easy read", reverse("notice-easy", kwargs={"organisation": organisation, "notice": of.id}))


def to(organisation: UUID, name: str, audience: Audience) -> str:
    """A page of one audience."""
    return reverse(name, kwargs={"organisation": organisation, "audience": audience.value})
