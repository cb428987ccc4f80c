"""The working page of the Caldicott Guardian: questions that wait, decisions, the principles, the national register."""

from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.queries.deciders.working import GuardiansLogs
from guardbook.queries.roles.held import Holding
from guardbook.rules.access import Permission
from guardbook.rules.registers import caldicott
from guardbook.rules.registers.caldicott import CaldicottDecision, Principle
from guardbook.rules.roles.vocabulary import Role
from guardbook.web import words
from guardbook.web.components import Figure, Lines, Link, Row
from guardbook.web.deciders.pages import parts
from guardbook.web.deciders.pages.look import Part, WorkingPage, go, may, table, to_log
from guardbook.web.registers.look import Address


def guardian(
    ctx: Context, logs: GuardiansLogs, holder: Holding | None, entry: tuple[tuple[str, str], ...]
) -> WorkingPage:
    """Put the Guardian’s page together."""
    return WorkingPage(
        title="Working page of the Caldicott Guardian",
        held=parts.held_by(Role.CALDICOTT_GUARDIAN, holder),
        lead="Somebody asks whether information may be shared. The Guardian decides, and writes down why.",
        figures=(
            Figure(str(len(logs.waiting)), "questions wait"),
            Figure(str(len(logs.to_tell)), "decided, and nobody told"),
        ),
        parts=(
            _waiting(ctx, logs),
            _to_tell(ctx, logs),
            _decided(ctx, logs),
            Part(
                "The eight principles, in our words",
                rows=[Row(f"Principle {each.value[1:]}", each.label) for each in Principle],
            ),
            _entry(ctx, entry),
        ),
        buttons=may(
            ctx,
            Permission.CALDICOTT_RECORD,
            Link("Write down a decision", Address(ctx.organisation_id, caldicott.REGISTER).to("add")),
        ),
        back=Link("People who decide", go(ctx, "deciding")),
    )


def _waiting(ctx: Context, logs: GuardiansLogs) -> Part:
    today, to = clock.uk_today(ctx.now), Address(ctx.organisation_id, caldicott.REGISTER)
    columns = [
        ("Who asked", lambda each: each.asked_by),
        ("Needed by", lambda each: parts.due(each.needed_by, today)),
    ]
    shown = table(ctx, caldicott.REGISTER, logs.waiting, columns)
    ask = may(ctx, Permission.MISTAKE_REPORT, Link("Ask the Guardian", go(ctx, "deciding-ask", whom="guardian")))
    decide = may(
        ctx,
        Permission.CALDICOTT_RECORD,
        *(Link("Decide", to.entry(each.id, "change"), f"about: {each.entry.name}") for each in logs.waiting[:1]),
    )
    return Part(
        "Questions that wait", "The most urgent first.", shown, empty="No question waits.", links=(*decide, *ask)
    )


def _to_tell(ctx: Context, logs: GuardiansLogs) -> Part:
    shown = table(
        ctx,
        caldicott.REGISTER,
        logs.to_tell,
        (("Who asked", lambda each: each.asked_by), ("Answer", _outcome)),
    )
    return Part("Decided: tell whoever asked", "", shown, empty="Everybody who asked has been told.")


def _decided(ctx: Context, logs: GuardiansLogs) -> Part:
    shown = table(
        ctx,
        caldicott.REGISTER,
        logs.decided,
        (
            ("Decided", lambda each: words.day(each.decided_on)),
            ("Answer", _outcome),
            ("Principles", lambda each: Lines([one.label for one in each.principles])),
            ("Why", lambda each: each.reason),
        ),
    )
    return Part("Decisions", "", shown, empty="No decision yet.", links=to_log(ctx, caldicott.REGISTER))


def _outcome(each: CaldicottDecision) -> str:
    return each.outcome.label if each.outcome else each.decision


def _entry(ctx: Context, entry: tuple[tuple[str, str], ...]) -> Part:
    downloads = may(
        ctx,
        Permission.EXPORT,
        *(
            Link(f"As {name}", go(ctx, "guardian-entry", form=form), "entry for the register of Guardians")
            for form, name in (("docx", "Word"), ("pdf", "PDF"))
        ),
    )
    return Part(
        "Entry for the national register",
        "Copy these into the register’s own form. Send it again whenever something changes.",
        rows=[Row(label, value or "Not recorded") for label, value in entry],
        empty="Appoint a Guardian first.",
        links=downloads if entry else (),
    )


def register_lines(organisation: str, code: str, holder: Holding | None) -> tuple[tuple[str, str], ...]:
    """What the national register asks for, from the appointment; nothing while nobody is appointed."""
    if holder is None:
        return ()
    return (
        ("Organisation", organisation),
        ("Organisation code (ODS)", code),
        ("Name of the Guardian", holder.name),
        ("Their post", holder.job_title or holder.firm),
        ("How they are reached", holder.contact),
        ("Guardian since", words.day(holder.from_on)),
        ("On the register since", words.day(holder.registered_on) if holder.registered_on else ""),
    )
