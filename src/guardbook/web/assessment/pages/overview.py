"""The toolkit overview: every question with its state, progress by level, and what to do next."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.queries.assessment.evaluating import Evaluated
from guardbook.rules.access import Permission
from guardbook.rules.assessment import years
from guardbook.rules.assessment.standing import Standing
from guardbook.rules.assessment.states import State
from guardbook.rules.assessment.status import Goal, LevelStatus, needs
from guardbook.rules.frameworks.items import Level
from guardbook.rules.frameworks.packs import Framework, Pack
from guardbook.web import words
from guardbook.web.assessment.pages import look
from guardbook.web.assessment.pages.look import Addresses
from guardbook.web.charts import Bar, Chart, Part
from guardbook.web.components import Link, Tag


class Arrange(StrEnum):
    """How the questions are put in order."""

    TOPIC = "topic"
    STANDARD = "standard"
    LEVEL = "level"


class Show(StrEnum):
    """Which questions are shown."""

    ALL = "all"
    OPEN = "open"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class Line:
    """One question in the list."""

    ref: str
    text: str
    href: str
    tag: Tag
    hint: str


@dataclass(frozen=True, slots=True)
class Group:
    """Questions under one heading."""

    id: str
    heading: str
    progress: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to look at the list; the one in force is not a link."""

    link: Link
    is_on: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """What one level still needs."""

    name: str
    words: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Overview:
    """The toolkit overview."""

    title: str
    headline: str
    caveat: str
    planned: str
    plan_href: str
    portal: str
    closed: Sequence[str]
    list_href: str
    chart: Chart
    levels: Sequence[Progress]
    next: Link | None
    arranged: Sequence[Choice]
    shown: Sequence[Choice]
    groups: Sequence[Group]
    none_words: str
    links: Sequence[Link]
    may_plan: bool


@dataclass(frozen=True, slots=True)
class StartPage:
    """What the small pages around an assessment need: its year, when it is due, and the way back."""

    year: str
    due_year: str
    due_on: str
    back: str


def start_page(context: Context, pack: Pack) -> StartPage:
    """Make the page before or around an assessment."""
    due = years.due((), clock.uk_today(context.now))
    return StartPage(pack.year, due.year, words.day(due.on), Addresses.of(context, pack).to("toolkit-overview"))


ATTENTION = frozenset({State.CONTRADICTED, State.OUT_OF_DATE})


def overview(
    context: Context, found: Evaluated, framework: Framework, frozen: bool, arrange: Arrange, show: Show
) -> Overview:
    """Make the page from where every question stands."""
    go = Addresses.of(context, found.pack)
    chosen = [each for each in found.standings if _is_shown(each, show)]
    return Overview(
        title=f"Toolkit {found.pack.year}",
        headline=found.status.headline,
        caveat=found.status.caveat,
        planned=words.day(found.facts.judged_on),
        plan_href=go.to("toolkit-plan"),
        portal=portal_words(found, frozen=frozen),
        closed=years.closed_notice(framework, found.facts.as_of) if found.pack.is_rebuilt else (),
        list_href=go.to("toolkit-list"),
        chart=chart(found),
        levels=[_level(level) for level in found.status.levels],
        next=next_link(go, found.standings),
        arranged=_choices(go, "arrange", Arrange, arrange, {"show": show}),
        shown=_choices(go, "show", Show, show, {"arrange": arrange}),
        groups=list(_groups(go, found, chosen, arrange)),
        none_words="Nothing here. Every question of this kind is done." if not chosen else "",
        links=_links(go),
        may_plan=Permission.ITEM_CONFIRM in context.by.permissions,
    )


def portal_words(found: Evaluated, *, frozen: bool) -> str:
    """What is known of this year's publication on the NHS portal."""
    year = years.year_of(found.facts.as_of)
    latest = found.published[-1] if found.published else None
    return years.publication(frozen=frozen, on_portal=latest, year=year)[1]


def next_link(go: Addresses, standings: Iterable[Standing], after: str = "") -> Link | None:
    """The question to do next: what went wrong first, then what waits, in the toolkit's order."""
    wanted = [each for each in standings if not each.counts and each.item.level is not Level.OPTIONAL]
    later = [each for each in wanted if each.item.ref != after]
    ahead = sorted(later, key=_urgency)
    if after:
        refs = [each.item.ref for each in standings]
        ahead = sorted(
            later, key=lambda each: (refs.index(each.item.ref) < refs.index(after), refs.index(each.item.ref))
        )
    return Link(f"{ahead[0].item.ref} {ahead[0].item.question}", go.item(ahead[0].item)) if ahead else None


def chart(found: Evaluated) -> Chart:
    """Progress by level as bars, with the same figures in words."""
    levels = found.status.levels[:2]
    said = "; ".join(f"{level.goal.label}: {level.done} of {level.total}" for level in levels)
    return Chart(
        id="progress",
        title="Progress by level",
        summary=f"Questions done. {said}.",
        bars_are="Level",
        bars=[Bar(level.goal.label, _parts(found, level.goal)) for level in levels],
    )


def _parts(found: Evaluated, goal: Goal) -> list[Part]:
    wanted = [each for each in found.standings if needs(each.item, goal)]
    done = sum(each.counts for each in wanted)
    attention = sum(each.state in ATTENTION for each in wanted)
    waiting = sum(each.state is State.SUGGESTED for each in wanted)
    return [
        Part("Done", done, "solid"),
        Part("To confirm", waiting, "striped"),
        Part("Look again", attention, "dotted"),
        Part("Not answered", len(wanted) - done - attention - waiting, "hollow"),
    ]


def _urgency(standing: Standing) -> tuple[int, int, int]:
    order = (State.CONTRADICTED, State.OUT_OF_DATE, State.SUGGESTED, State.UNANSWERED)
    return (order.index(standing.state), standing.item.level is not Level.APPROACHING, standing.item.minutes)


def _is_shown(standing: Standing, show: Show) -> bool:
    match show:
        case Show.ALL:
            return True
        case Show.OPEN:
            return not standing.counts
        case Show.ATTENTION:
            return standing.state in ATTENTION


def _level(level: LevelStatus) -> Progress:
    if level.is_ready:
        return Progress(level.goal.label, f"All {level.total} done", Tag("Ready", look.TONES[State.CONFIRMED]))
    said = f"{level.done} of {level.total} done"
    if level.missing:
        return Progress(level.goal.label, f"{said}. {level.barred}".strip(), Tag(f"{len(level.missing)} to go"))
    return Progress(level.goal.label, level.barred, Tag("Not open to you"))


def _groups(go: Addresses, found: Evaluated, chosen: list[Standing], arrange: Arrange) -> Iterable[Group]:
    match arrange:
        case Arrange.TOPIC:
            names = [topic.name for topic in found.pack.topics]
            yield from _split(go, chosen, [(name, name) for name in names], lambda each: each.item.group or "")
        case Arrange.STANDARD:
            titles = [(str(each.number), f"{each.number}. {each.name}") for each in found.pack.standards]
            yield from _split(go, chosen, titles, lambda each: str(each.item.standard))
        case Arrange.LEVEL:
            yield from _split(
                go,
                chosen,
                [(level.value, name) for level, name in look.LEVELS.items()],
                lambda each: each.item.level.value,
            )


def _split(
    go: Addresses, chosen: list[Standing], headings: list[tuple[str, str]], key: Callable[[Standing], str]
) -> Iterable[Group]:
    known = {name for name, _ in headings}
    rest = [("", "Other questions")] if any(key(each) not in known for each in chosen) else []
    for number, (name, heading) in enumerate([*headings, *rest], start=1):
        held = [each for each in chosen if (key(each) if key(each) in known else "") == name]
        if held:
            done = sum(each.counts for each in held)
            yield Group(f"group-{number}", heading, f"{done} of {len(held)} done", [_line(go, each) for each in held])


def _line(go: Addresses, standing: Standing) -> Line:
    hints = []
    if standing.item.level is Level.OPTIONAL:
        hints.append("Not needed for any level.")
    if standing.is_last_years:
        hints.append("Last year's words, not confirmed.")
    if standing.state in ATTENTION:
        hints.append(standing.why)
    return Line(
        standing.item.ref, standing.item.question, go.item(standing.item), look.tag(standing.state), " ".join(hints)
    )


_WORDS = {
    Arrange.TOPIC: "By topic",
    Arrange.STANDARD: "By standard",
    Arrange.LEVEL: "By level",
    Show.ALL: "All questions",
    Show.OPEN: "Not done yet",
    Show.ATTENTION: "To look at again",
}


def _choices(
    go: Addresses, name: str, options: type[Arrange] | type[Show], now: StrEnum, keep: dict[str, StrEnum]
) -> list[Choice]:
    kept = "".join(f"&{key}={value}" for key, value in keep.items())
    base = go.to("toolkit-overview")
    return [Choice(Link(_WORDS[each], f"{base}?{name}={each}{kept}"), each is now) for each in options]


def _links(go: Addresses) -> list[Link]:
    return [
        Link("Check and freeze my answers", go.to("toolkit-publish")),
        Link("Copy the answers to the portal", go.to("toolkit-companion")),
        Link("Record what you published", go.to("toolkit-published")),
        Link("Frozen copies", go.to("toolkit-snapshots")),
        Link("Bring last year's answers", go.to("toolkit-last-year")),
        Link("Action plan for Approaching Standards", go.to("toolkit-action-plan")),
        Link("The list of questions, and the official one", go.to("toolkit-list")),
    ]
