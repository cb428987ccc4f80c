"""The home page: what to do next and why, progress, deadlines, and where publication stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from guardbook.queries.access import Context
from guardbook.queries.assessment.evaluating import Evaluated
from guardbook.queries.roles.states import Overview, State
from guardbook.rules.access import Permission
from guardbook.rules.assessment import states as answer_states
from guardbook.rules.assessment import years
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.assessment.years import Due
from guardbook.rules.frameworks.items import Level
from guardbook.rules.frameworks.packs import Framework
from guardbook.rules.roles import words as role_words
from guardbook.rules.roles.vocabulary import Need
from guardbook.web import words
from guardbook.web.assessment.pages import look
from guardbook.web.assessment.pages import overview as toolkit_pages
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.charts import Chart
from guardbook.web.components import Row, Tag, Tone

MOST = 8


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do: what, why, where, and how pressing."""

    text: str
    why: str
    href: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class HomePage:
    """The home page."""

    name: str
    first: Todo | None
    others: Sequence[Todo]
    more: str
    headline: str
    caveat: str
    portal: str
    closed: Sequence[str]
    list_href: str
    chart: Chart | None
    deadlines: Sequence[Row]
    toolkit_href: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page is made of."""

    found: Evaluated
    roles: Overview
    framework: Framework
    is_frozen: bool


def home_page(context: Context, name: str, seen: Seen) -> HomePage:
    """Make the page; what matters most comes first."""
    go = Addresses.of(context, seen.found.pack)
    found = seen.found
    listed = list(todos(context, seen))
    left = len(listed) - MOST
    return HomePage(
        name=name,
        first=listed[0] if listed else None,
        others=listed[1:MOST],
        more=f"And {words.count(left, 'more thing')} after these." if left > 0 else "",
        headline=found.status.headline if found.run else "You have not started this year's toolkit",
        caveat=found.status.caveat if found.run else "",
        portal=toolkit_pages.portal_words(found, frozen=seen.is_frozen),
        closed=years.closed_notice(seen.framework, found.facts.as_of) if found.pack.is_rebuilt else (),
        list_href=go.to("toolkit-list"),
        chart=toolkit_pages.chart(found) if found.run else None,
        deadlines=list(_deadlines(found, years.due(found.published, found.facts.as_of))),
        toolkit_href=go.toolkit,
    )


def todos(context: Context, seen: Seen) -> Iterator[Todo]:
    """Everything there is to do, the most pressing first."""
    yield from _about_the_service(context, seen)
    yield from _wrong(context, seen)
    yield from _roles(context, seen)
    if seen.found.run is None:
        yield _start(context, seen)
        return
    yield from _open(context, seen)
    yield from _publish(context, seen)


def _about_the_service(context: Context, seen: Seen) -> Iterator[Todo]:
    here = {"organisation": context.organisation_id}
    if seen.roles.said.done_at is None and Permission.PROFILE_EDIT in context.by.permissions:
        text = "Answer a few questions about your service"
        why = "They decide which people you must appoint. It takes five minutes."
        yield Todo(text, why, reverse("wizard", kwargs=here), Tag("Start here", Tone.SUGGESTED))
    if not seen.found.facts.staff.here(seen.found.facts.as_of) and Permission.PEOPLE_EDIT in context.by.permissions:
        text = "Add your staff, or bring them from a spreadsheet"
        why = "The list answers five questions of the toolkit, the 95% training figure among them."
        yield Todo(text, why, reverse("people", kwargs=here), Tag("To start", Tone.WAITING))


def _roles(context: Context, seen: Seen) -> Iterator[Todo]:
    if seen.roles.said.done_at is None or Permission.ROLE_APPOINT not in context.by.permissions:
        return
    for state in seen.roles.states:
        yield from _role(context, state)


def _role(context: Context, state: State) -> Iterator[Todo]:
    here = {"organisation": context.organisation_id, "role": state.role.value}
    name = role_words.ROLE[state.role]
    if state.holder is None and state.requirement.need is Need.REQUIRED:
        why = state.requirement.reasons[0].text if state.requirement.reasons else "You need somebody in this role."
        yield Todo(f"Appoint a {name}", why, reverse("appoint", kwargs=here), Tag("Vacant", Tone.PROBLEM))
    elif state.to_decide:
        why = "Nobody holds it. Write down why not, or appoint somebody."
        yield Todo(f"Decide about a {name}", why, reverse("role-decide", kwargs=here), Tag("To decide", Tone.WAITING))


def _start(context: Context, seen: Seen) -> Todo:
    go = Addresses.of(context, seen.found.pack)
    text = f"Start the {seen.found.pack.year} toolkit"
    return Todo(text, "Choose the day you plan to publish.", go.to("toolkit-start"), Tag("To start", Tone.WAITING))


def _wrong(context: Context, seen: Seen) -> Iterator[Todo]:
    go = Addresses.of(context, seen.found.pack)
    wrong = [each for each in seen.found.standings if each.state in toolkit_pages.ATTENTION]
    for each in wrong:
        yield Todo(
            f"Put right {each.item.ref}: {each.item.question}", each.why, go.item(each.item), look.tag(each.state)
        )


def _open(context: Context, seen: Seen) -> Iterator[Todo]:
    go = Addresses.of(context, seen.found.pack)
    waiting = [each for each in seen.found.standings if each.state is answer_states.State.SUGGESTED and _needed(each)]
    for each in waiting:
        text = f"Confirm {each.item.ref}: {each.item.question}"
        yield Todo(text, each.why, go.item(each.item), look.tag(each.state))
    unanswered = [
        each for each in seen.found.standings if each.state is answer_states.State.UNANSWERED and _needed(each)
    ]
    for each in sorted(unanswered, key=lambda one: (one.item.level is not Level.APPROACHING, one.item.minutes)):
        why = f"About {words.count(each.item.minutes, 'minute')}. {each.why if each.suggestion else ''}".strip()
        yield Todo(f"Answer {each.item.ref}: {each.item.question}", why, go.item(each.item), look.tag(each.state))


def _publish(context: Context, seen: Seen) -> Iterator[Todo]:
    go = Addresses.of(context, seen.found.pack)
    if Permission.ASSESSMENT_PUBLISH not in context.by.permissions or seen.found.status.best is None:
        return
    if not seen.is_frozen:
        text, why = "Check and freeze your answers", "Everything needed for a level is done."
        yield Todo(text, why, go.to("toolkit-publish"), Tag("Ready", Tone.DONE))
    elif not any(each.year == years.year_of(seen.found.facts.as_of) for each in seen.found.published):
        text, why = (
            "Copy your answers to the NHS portal",
            "They are frozen here. Nobody sees them until you publish there.",
        )
        yield Todo(text, why, go.to("toolkit-companion"), Tag("Not yet published", Tone.WARNING))


def _needed(standing: Standing) -> bool:
    return standing.item.level is not Level.OPTIONAL


def _deadlines(found: Evaluated, due: Due) -> Iterator[Row]:
    today = found.facts.as_of
    yield Row(f"{due.year} toolkit closes", _by(due.on, today))
    if due.missed_year:
        told = f"We have no record that you published in full for {due.missed_year}."
        yield Row(f"{due.missed_year} toolkit", f"{told} It closed {words.count(due.days_overdue, 'day')} ago.")
    if found.run is not None:
        yield Row("You plan to publish", _by(found.run.planned_publication_on, today))
        if found.stale_on is not None:
            yield Row("Next answer to change by itself", _by(found.stale_on, today))
    if found.facts.profile.ico_expires_on is not None:
        yield Row("Data protection fee runs out", _by(found.facts.profile.ico_expires_on, today))


def _by(on: date, today: date) -> str:
    return f"{words.day(on)} ({words.days_left(on, today)})"
