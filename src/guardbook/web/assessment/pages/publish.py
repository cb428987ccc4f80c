"""Checking before the freeze, the record of publications, frozen copies, and the action plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse

from guardbook.kernel import dates
from guardbook.queries.access import Context
from guardbook.queries.assessment.evaluating import Evaluated
from guardbook.queries.assessment.snapshots import Frozen, OnPortal
from guardbook.rules.access import Permission
from guardbook.rules.assessment import answers, status, years
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.assessment.states import State
from guardbook.rules.assessment.status import Goal, LevelStatus, Published
from guardbook.rules.frameworks.packs import Pack
from guardbook.web import words
from guardbook.web.assessment.pages import look
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.components import Column, Lines, Link, Table, Tag, Tone
from guardbook.web.fields import Choice


@dataclass(frozen=True, slots=True)
class Open:
    """One question that stands in the way of a level."""

    link: Link
    tag: Tag
    why: str


@dataclass(frozen=True, slots=True)
class Level:
    """One level in the check."""

    name: str
    words: str
    tag: Tag
    open: Sequence[Open]


@dataclass(frozen=True, slots=True)
class PublishPage:
    """The check before the freeze."""

    back: str
    headline: str
    caveat: str
    judged: str
    levels: Sequence[Level]
    warnings: Sequence[Open]
    may_freeze: bool
    not_yet: str
    plan_href: str


def goals(found: Evaluated) -> list[Choice]:
    """The levels that are ready, the highest first."""
    ready = [level.goal for level in reversed(found.status.levels) if level.is_ready]
    return [Choice(goal.value, goal.label) for goal in ready]


def publish_page(context: Context, found: Evaluated) -> PublishPage:
    """Make the check from where every question stands."""
    go = Addresses.of(context, found.pack)
    may = Permission.ASSESSMENT_PUBLISH in context.by.permissions
    ready = bool(goals(found))
    return PublishPage(
        back=go.to("toolkit-overview"),
        headline=found.status.headline,
        caveat=found.status.caveat,
        judged=words.day(found.facts.judged_on),
        levels=[_level(go, found, level) for level in found.status.levels],
        warnings=_warnings(go, found),
        may_freeze=may and ready,
        not_yet="" if ready else "You can freeze your answers once one level has nothing left to do.",
        plan_href=go.to("toolkit-action-plan"),
    )


def _level(go: Addresses, found: Evaluated, level: LevelStatus) -> Level:
    said = f"{level.done} of {level.total} done. {level.barred}".strip()
    tag = Tag("Ready", Tone.DONE) if level.is_ready else Tag("Not ready", Tone.WAITING)
    standings = {each.item.ref: each for each in found.standings}
    still = [
        Open(
            Link(f"{missing.ref} {missing.question}", go.item(standings[missing.ref].item)),
            look.tag(standings[missing.ref].state),
            missing.why,
        )
        for missing in level.missing
    ]
    return Level(level.goal.label, said, tag, still if level.goal is not Goal.EXCEEDED else ())


def _warnings(go: Addresses, found: Evaluated) -> list[Open]:
    """What to look at before the words leave: details of people, and words that nobody has confirmed."""
    return [concern for each in found.standings for concern in _concerns(go, each)]


def _concerns(go: Addresses, standing: Standing) -> Iterator[Open]:
    link = Link(f"{standing.item.ref} {standing.item.question}", go.item(standing.item))
    if standing.latest is None:
        return
    for sentence in answers.warnings(standing.latest.answer):
        yield Open(link, Tag("Check the words", Tone.WARNING), sentence)
    if standing.state is State.SUGGESTED:
        yield Open(link, look.tag(standing.state), "There are words, and nobody has confirmed them.")


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication that was recorded."""

    words: str
    by: str
    certificate_href: str
    take_back_href: str


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """The record of what was published on the portal."""

    back: str
    publications: Sequence[Publication]
    may_record: bool


def published_page(context: Context, pack: Pack, held: Sequence[OnPortal]) -> PublishedPage:
    """Make the record from the publications held."""
    go = Addresses.of(context, pack)
    return PublishedPage(
        back=go.to("toolkit-overview"),
        publications=[_publication(go, each) for each in held],
        may_record=Permission.ASSESSMENT_PUBLISH in context.by.permissions,
    )


def _publication(go: Addresses, held: OnPortal) -> Publication:
    told = years.worth(Published(held.goal, years.year_of(held.on), held.on))
    copy = f" Frozen copy {held.snapshot_number}." if held.snapshot_number else ""
    parts = {"organisation": go.organisation, "evidence_id": held.certificate_id}
    return Publication(
        words=told + copy,
        by=f"Recorded by {held.recorded_by}",
        certificate_href=reverse("evidence-file", kwargs=parts) if held.certificate_id else "",
        take_back_href=go.to("toolkit-take-back", publication_id=held.publication_id),
    )


@dataclass(frozen=True, slots=True)
class CopiesPage:
    """The frozen copies of an assessment."""

    back: str
    publish_href: str
    table: Table | None


def copies_page(context: Context, pack: Pack, held: Sequence[Frozen]) -> CopiesPage:
    """Make the list of frozen copies."""
    go = Addresses.of(context, pack)
    columns = [
        Column("Copy"),
        Column("Level"),
        Column("Frozen"),
        Column("Fingerprint"),
        Column("Sheet"),
        Column("To sign"),
    ]
    rows = [
        (
            f"Copy {each.number}",
            each.goal.label,
            Lines([words.moment(each.frozen_at), f"by {each.frozen_by}"]),
            each.digest[:16],
            Link("XLSX", go.to("toolkit-workbook", snapshot_id=each.snapshot_id), f"of copy {each.number}"),
            Link("PDF", go.to("toolkit-document", snapshot_id=each.snapshot_id), f"of copy {each.number}"),
        )
        for each in held
    ]
    table = Table("Frozen copies, the newest first", columns, rows) if rows else None
    return CopiesPage(go.to("toolkit-overview"), go.to("toolkit-publish"), table)


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The action plan for Approaching Standards."""

    back: str
    barred: str
    table: Table | None
    intro: str
    planned: str
    may_plan: bool


def plan_page(context: Context, found: Evaluated) -> PlanPage:
    """Make the action plan from the open questions of Standards Met."""
    go = Addresses.of(context, found.pack)
    barred = found.status.level(Goal.APPROACHING).barred
    planned_at = found.run.approaching_planned_at if found.run else None
    by = max(found.facts.judged_on, years.closes_on(years.year_of(found.facts.as_of)))
    lines = status.action_plan(found.status, by)
    columns = [Column("Question"), Column("What we will do"), Column("By when")]
    rows = [(f"{line.ref} {line.question}", line.action, dates.in_words(line.by)) for line in lines]
    return PlanPage(
        back=go.to("toolkit-overview"),
        barred=barred,
        table=Table("Action plan", columns, rows) if rows else None,
        intro=f"{words.count(len(rows), 'question')} still open for Standards Met.",
        planned=f"You chose this way on {words.day(planned_at)}." if planned_at else "",
        may_plan=Permission.ITEM_CONFIRM in context.by.permissions and not planned_at and not barred,
    )
