"""The working page of the Data Security and Protection Lead."""

from collections.abc import Iterator, Mapping

from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.queries.deciders.gathering import Now
from guardbook.queries.deciders.reporting import Kept
from guardbook.queries.deciders.working import LeadsLogs
from guardbook.queries.roles.held import Holding
from guardbook.rules.deciders.champion import Topic
from guardbook.rules.deciders.figures import Figure, Says
from guardbook.rules.deciders.figures import Part as Heading
from guardbook.rules.deciders.reports import Kind
from guardbook.rules.registers import contributions, observations
from guardbook.rules.registers.contributions import Contribution, Step
from guardbook.rules.roles.vocabulary import Role
from guardbook.web import words
from guardbook.web.components import Cell, Column, Link, Table, Tag, Tone
from guardbook.web.deciders.pages import parts
from guardbook.web.deciders.pages.look import SAYS, Part, WorkingPage, go, table, to_log

TONES = {
    Step.PROPOSED: Tone.WAITING,
    Step.ASKED: Tone.SUGGESTED,
    Step.AGREED: Tone.SUGGESTED,
    Step.DECLINED: Tone.QUIET,
    Step.IN_PLACE: Tone.SUGGESTED,
    Step.CHECKED: Tone.DONE,
}
_LISTS: Mapping[str, str] = {
    "toolkit": "toolkit",
    "closes": "toolkit",
    "overdue": "next",
    "to_do": "next",
    "trained": "training",
    "vacant": "roles",
    "put_right": "registers",
    "unchecked": "registers",
    "breaches_open": "incidents",
    "breaches_late": "incidents",
    "breaches_month": "incidents",
    "requests_open": "rights",
    "requests_late": "rights",
    "assessments_open": "dpia-list",
    "assessments_due": "dpia-list",
}
"""Where the things that a figure counts are listed; those counted in one register are there."""
_REGISTERS = {
    "risks_high": "risks",
    "unplanned": "risks",
    "ending": "risks",
    "observed": "observations",
    "better": "observations",
    "changes_open": "contributions",
    "changes_month": "contributions",
    "advice_waiting": "advice",
    "unanswered": "advice",
    "not_followed": "advice",
    "instructions": "advice",
    "audits_month": "audits",
    "audits_late": "audits",
    "findings_open": "audit-findings",
    "findings_late": "audit-findings",
    "queries": "caldicott",
    "contacts": "regulator-contacts",
}


def lead(
    ctx: Context, now: Now, logs: LeadsLogs, holder: Holding | None, topic: Topic, kept: list[Kept]
) -> WorkingPage:
    """Put the Lead’s page together: the state of play, the month’s talk, the logs and the reports."""
    return WorkingPage(
        title="Working page of the Lead",
        held=parts.held_by(Role.DSP_LEAD, holder),
        lead=now.play.headline,
        figures=(),
        parts=(
            *_play(ctx, now),
            _pack(ctx, topic),
            _noticed(ctx, logs),
            _changes(ctx, logs),
            parts.kept(
                ctx, Kind.MONTHLY, kept, "Monthly report", "One page for senior managers, made from the records."
            ),
        ),
        buttons=(),
        back=Link("People who decide", go(ctx, "deciding")),
    )


def _play(ctx: Context, now: Now) -> Iterator[Part]:
    yield Part("What needs senior managers", sentences=now.play.asks, empty="Nothing today.")
    heads = [Column("What"), Column("How many"), Column("State")]
    for heading in Heading:
        shown = [each for each in now.play.figures if each.part is heading and _tells(each)]
        rows: list[list[Cell]] = [[each.label, _value(ctx, each), SAYS[each.says]] for each in shown]
        if rows:
            yield Part(heading.value, table=Table(heading.value, heads, rows, is_caption_hidden=True))


def _tells(figure: Figure) -> bool:
    """Whether a figure stands on the page: nought where nought is as it should be tells nothing."""
    return figure.value != "0" or figure.says in {Says.ACT, Says.WATCH}


def _value(ctx: Context, figure: Figure) -> Cell:
    """A figure, leading to the list of what it counts where there is one."""
    about = f"({figure.label})"
    if figure.key in _REGISTERS:
        return Link(figure.value, go(ctx, "register-list", slug=_REGISTERS[figure.key]), about)
    return Link(figure.value, go(ctx, _LISTS[figure.key]), about) if figure.key in _LISTS else figure.value


def _pack(ctx: Context, topic: Topic) -> Part:
    here = {"topic": topic.slug}
    links = (
        Link("Team talk, poster and quiz", go(ctx, "champion-topic", **here)),
        Link("All twelve months", go(ctx, "champion")),
    )
    return Part("Champion’s pack for this month", f"{topic.title}. {topic.why}", links=links)


def _noticed(ctx: Context, logs: LeadsLogs) -> Part:
    shown = table(
        ctx,
        observations.REGISTER,
        logs.noticed,
        (
            ("When", lambda each: words.day(each.seen_on)),
            ("Which", lambda each: each.kind.label),
            ("What is done", lambda each: each.done or "Nothing yet"),
        ),
    )
    return Part(
        "Noticed, and not settled",
        "What you see on an ordinary day, good and not so good. Nobody is named.",
        shown,
        empty="Nothing is open.",
        links=to_log(ctx, observations.REGISTER, "Write down what you noticed"),
    )


def _changes(ctx: Context, logs: LeadsLogs) -> Part:
    def next_step(each: Contribution) -> str:
        return next((gap.text for gap in contributions.gaps(each, clock.uk_today(ctx.now))), "Nothing")

    shown = table(
        ctx,
        contributions.REGISTER,
        logs.changes,
        (("How far", lambda each: Tag(each.step.label, TONES[each.step])), ("What is next", next_step)),
    )
    return Part(
        "Changes you have proposed",
        "How a service handles information is shaped together. Each proposal is followed to its end.",
        shown,
        empty="No proposal is open.",
        links=to_log(ctx, contributions.REGISTER, "Propose a change"),
    )
