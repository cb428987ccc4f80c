"""The working page of the Senior Information Risk Owner: risks by size, acceptances that end, the yearly statement."""

from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.queries.deciders.reporting import Kept
from guardbook.queries.deciders.working import RiskOwnersLogs
from guardbook.queries.roles.held import Holding
from guardbook.rules.deciders.reports import Kind
from guardbook.rules.deciders.statement import Statement
from guardbook.rules.registers import risks
from guardbook.rules.registers.risks import Risk
from guardbook.rules.roles.vocabulary import Role
from guardbook.web.components import Cell, Figure, Link, Tag, Tone
from guardbook.web.deciders.pages import parts
from guardbook.web.deciders.pages.look import Part, WorkingPage, go, table, to_log


def risk_owner(
    ctx: Context, logs: RiskOwnersLogs, holder: Holding | None, said: Statement, kept: list[Kept]
) -> WorkingPage:
    """Put the risk owner’s page together."""
    today = clock.uk_today(ctx.now)
    big = [each for each in logs.biggest if (each.entry.score or 0) >= risks.HIGH_FROM]
    ended = [each for each in logs.accepted if not each.entry.is_accepted(today)]
    return WorkingPage(
        title="Working page for information risk",
        held=parts.held_by(Role.SIRO, holder),
        lead=" ".join(said.not_in_order) or "The register of risks is in order.",
        figures=(
            Figure(str(len(big)), "big risks"),
            Figure(str(len(ended)), "decisions to take again"),
        ),
        parts=(
            _biggest(ctx, logs),
            _accepted(ctx, logs),
            parts.kept(
                ctx,
                Kind.STATEMENT,
                kept,
                "Yearly statement",
                "What you answer for, from the register, with your name and the day.",
            ),
        ),
        buttons=(),
        back=Link("People who decide", go(ctx, "deciding")),
    )


def size(score: int | None) -> Cell:
    """How big a risk is."""
    number = score or 0
    if number >= risks.HIGH_FROM:
        return Tag(f"High: {number}", Tone.PROBLEM)
    return Tag(f"Medium: {number}", Tone.WARNING) if number >= risks.MEDIUM_FROM else Tag(f"Low: {number}")


def _biggest(ctx: Context, logs: RiskOwnersLogs) -> Part:
    def what(each: Risk) -> Cell:
        return each.treatment.label if each.treatment else Tag("Not decided", Tone.WAITING)

    shown = table(
        ctx, risks.REGISTER, logs.biggest, (("How big, of 25", lambda each: size(each.score)), ("What is done", what))
    )
    return Part("The biggest first", "", shown, empty="No risk has a size yet.", links=to_log(ctx, risks.REGISTER))


def _accepted(ctx: Context, logs: RiskOwnersLogs) -> Part:
    today = clock.uk_today(ctx.now)

    def until(each: Risk) -> Cell:
        if not each.is_accepted(today):
            return Tag("Decide again", Tone.PROBLEM)
        return parts.due(each.accepted_until, today)

    shown = table(
        ctx,
        risks.REGISTER,
        logs.accepted,
        (("Until", until), ("Who decided", lambda each: each.accepted_by), ("Why", lambda each: each.accepted_because)),
    )
    return Part("Risks you live with for now", "The one that ends first comes first.", shown, empty="None.")
