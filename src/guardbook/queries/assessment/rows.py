"""The rows behind a suggestion, loaded only when somebody asks to be shown why."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from guardbook.kernel import dates
from guardbook.queries.access import Context, question
from guardbook.queries.facts import staff
from guardbook.queries.incidents import reach
from guardbook.queries.registers import reading
from guardbook.records.models import Person, TrainingNeeds
from guardbook.rules import people
from guardbook.rules.access import Permission
from guardbook.rules.assessment.suggestions.suggestion import Rows, Selector
from guardbook.rules.facts import Facts
from guardbook.rules.incidents.vocabulary import Class
from guardbook.rules.registers.entries import Entry
from guardbook.rules.registers.register import Register

MOST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One row behind a suggestion: what it is, what is recorded, and which person's or entry's page tells more."""

    name: str
    recorded: str
    person_id: UUID | None = None
    register: str = ""
    entry_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """The rows of one selector, the first of them at most; ``total`` counts all."""

    title: str
    lines: tuple[Line, ...]
    total: int


@question(Permission.PEOPLE_VIEW)
def behind(context: Context, selector: Selector, facts: Facts) -> Behind:
    """The rows that a suggestion stands on. At most two queries."""
    match selector.rows:
        case Rows.PROFILE:
            return _profile(facts)
        case Rows.POSTS | Rows.POSTS_UNTRAINED:
            return _posts(facts, selector)
        case Rows.NEEDS_ANALYSIS:
            return _needs(context)
        case Rows.TRAINED | Rows.UNTRAINED:
            return _training(context, selector)
        case Rows.STAFF | Rows.NOT_INDUCTED | Rows.NO_CLAUSE | Rows.LEAVERS | Rows.LEAVERS_OPEN:
            return _people(context, selector)
        case Rows.REGISTER:
            return _entries(context, selector)
        case Rows.INCIDENTS:
            return _incidents(context, selector)


def _entries(context: Context, selector: Selector) -> Behind:
    register = reading.named(selector.register)
    checked = reading.rows(context, register).filter(archived_at=None, is_checked=True).order_by("name", "id")
    found = reading.read(register, checked, with_links=True, to_checked=True)
    picked = [each for each in found if selector.picks(each.entry, selector.on)]
    lines = tuple(
        Line(each.entry.name, _said(register, each.entry, selector.on), register=register.slug, entry_id=each.id)
        for each in picked[:MOST]
    )
    return Behind(selector.title, lines, len(picked))


def _incidents(context: Context, selector: Selector) -> Behind:
    """The incidents of the year before, by number and kind alone, and none to those who may not see incidents."""
    title = "In the log of incidents"
    if Permission.INCIDENT_VIEW not in context.by.permissions:
        return Behind(title, (), 0)
    since = dates.add_months(selector.on, -12)
    rows = (
        reach.visible(context).filter(found_on__gte=since, found_on__lte=selector.on).order_by("-found_on", "-number")
    )
    lines = tuple(
        Line(row.reference, f"{_kind(row.event_class)}, found on {dates.in_words(row.found_on)}") for row in rows[:MOST]
    )
    return Behind(title, lines, len(lines) if len(lines) < MOST else rows.count())


def _kind(event_class: str) -> str:
    return Class(event_class).label if event_class else "Not sorted yet"


def _said(register: Register[Any], entry: Entry, on: date) -> str:
    gaps = register.all_gaps(entry, on)
    return gaps[0].text if gaps else "In order"


def _profile(facts: Facts) -> Behind:
    profile = facts.profile
    until = dates.in_words(profile.ico_expires_on) if profile.ico_expires_on else "not recorded"
    lines = (
        Line("Registration number", profile.ico_number or "not recorded"),
        Line("Runs out on", until),
    )
    return Behind("From your profile", lines, len(lines))


def _posts(facts: Facts, selector: Selector) -> Behind:
    held = facts.roles.held(selector.on)
    lines = tuple(
        Line(
            f"{post.holder}, {post.title}",
            f"Training for the role: {dates.in_words(post.role_training_on)}"
            if post.role_training_on
            else "No training for the role is recorded",
        )
        for post in held
    )
    return Behind("Who holds a role", lines, len(lines))


def _needs(context: Context) -> Behind:
    rows = TrainingNeeds.objects.of(context.organisation_id).order_by("-approved_on", "-id")
    lines = tuple(
        Line(f"Approved by {by}", f"On {dates.in_words(on)}, for {len(levels)} jobs")
        for on, by, levels in rows.values_list("approved_on", "approved_by", "levels")[:5]
    )
    return Behind("Training needs analysis", lines, len(lines))


def _training(context: Context, selector: Selector) -> Behind:
    since = dates.add_months(selector.on, -12)
    here = (
        _here(context, selector.on)
        .filter(~Q(kind=people.Kind.AGENCY) | Q(has_data_access=True))
        .annotate(trained=staff.last_completion("pk", staff.COUNTS_FOR_COVERAGE, selector.on))
    )
    enough = Q(trained__gt=since)
    chosen = here.filter(enough) if selector.rows is Rows.TRAINED else here.filter(~enough | Q(trained=None))
    rows = chosen.order_by("name", "id").values_list("id", "name", "trained")
    lines = tuple(
        Line(name, f"Trained on {dates.in_words(trained)}" if trained else "No training recorded", key)
        for key, name, trained in rows[:MOST]
    )
    title = "Trained in time" if selector.rows is Rows.TRAINED else "Still to train"
    return Behind(title, lines, len(lines) if len(lines) < MOST else chosen.count())


def _people(context: Context, selector: Selector) -> Behind:
    chosen, title, column, said, unsaid = _chosen(context, selector)
    rows = chosen.order_by("name", "id").values_list("id", "name", column)
    lines = tuple(
        Line(name, f"{said} {dates.in_words(on)}" if isinstance(on, date) else str(on or unsaid), key)
        for key, name, on in rows[:MOST]
    )
    return Behind(title, lines, len(lines) if len(lines) < MOST else chosen.count())


def _chosen(context: Context, selector: Selector) -> tuple[QuerySet[Person], str, str, str, str]:
    on = selector.on
    since = dates.add_months(on, -12)
    gone = Person.objects.of(context.organisation_id).filter(left_on__gt=since, left_on__lt=on)
    here = _here(context, on)
    table = {
        Rows.NOT_INDUCTED: (
            here.filter(induction_on=None, started_on__gt=since, started_on__lt=on - people.INDUCTION_WITHIN),
            "No induction recorded",
            "started_on",
            "Started on",
            "",
        ),
        Rows.NO_CLAUSE: (here.filter(clause_signed_on=None), "No signed clause", "started_on", "Started on", ""),
        Rows.LEAVERS_OPEN: (
            gone.filter(access_removed_on=None, left_on__lt=on - people.ACCESS_GOES_WITHIN),
            "Access may still be open",
            "left_on",
            "Left on",
            "",
        ),
        Rows.LEAVERS: (
            gone,
            "Who left in the last 12 months",
            "access_removed_on",
            "Access ended on",
            "No date recorded",
        ),
    }
    default = (here, "Your staff list", "job_title", "", "No job recorded")
    return table.get(selector.rows, default)


def _here(context: Context, on: date) -> QuerySet[Person]:
    rows = Person.objects.of(context.organisation_id).visible_to(context.by.sites)
    return rows.filter(Q(started_on=None) | Q(started_on__lte=on)).exclude(left_on__lt=on)
