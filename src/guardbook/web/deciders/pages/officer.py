"""The working page of the Data Protection Officer: advice, audits, what is watched, and the regulator."""

from datetime import date

from guardbook.kernel import clock
from guardbook.queries.access import Context
from guardbook.queries.deciders.gathering import Now
from guardbook.queries.deciders.reporting import Kept
from guardbook.queries.deciders.working import OfficersLogs
from guardbook.queries.registers.overview import State
from guardbook.queries.roles.held import Holding
from guardbook.rules.access import Permission
from guardbook.rules.deciders.reports import Kind
from guardbook.rules.registers import advice, audit_findings, audits, regulator
from guardbook.rules.registers.advice import Answer, OfficerAdvice
from guardbook.rules.roles.vocabulary import Outcome, Role
from guardbook.web import words
from guardbook.web.components import Cell, Figure, Link, Row, Tag, Tone
from guardbook.web.deciders.pages import parts
from guardbook.web.deciders.pages.look import Part, WorkingPage, go, may, table, to_log
from guardbook.web.registers.look import Address

ANSWERS = {
    "": Tag("Not answered yet", Tone.WAITING),
    Answer.FOLLOWED: Tag("Followed", Tone.DONE),
    Answer.PARTLY: Tag("Followed in part", Tone.SUGGESTED),
    Answer.NOT_FOLLOWED: Tag("Not followed", Tone.WARNING),
}


def officer(ctx: Context, now: Now, logs: OfficersLogs, holder: Holding | None, kept: list[Kept]) -> WorkingPage:
    """Put the officer’s page together. The officer reads everything, advises, and decides nothing."""
    today = clock.uk_today(ctx.now)
    return WorkingPage(
        title="Working page of the Data Protection Officer",
        held=parts.held_by(Role.DPO, holder),
        lead="The officer advises and checks. The service decides, and says why where it does not follow.",
        figures=_figures(logs),
        parts=(
            _free(ctx, logs),
            _waiting(ctx, logs, today),
            _advised(ctx, logs),
            _audits(ctx, logs, today),
            _findings(ctx, logs, today),
            _watched(ctx, now, logs.watched),
            _regulator(ctx, logs),
            parts.kept(
                ctx,
                Kind.OFFICER,
                kept,
                "Report to the highest level",
                "It goes straight to the owner or the board, and nobody changes it on the way.",
            ),
        ),
        buttons=may(
            ctx,
            Permission.ADVICE_RECORD,
            Link("Write down advice", Address(ctx.organisation_id, advice.REGISTER).to("add")),
        ),
        back=Link("People who decide", go(ctx, "deciding")),
    )


def _figures(logs: OfficersLogs) -> tuple[Figure, ...]:
    return (
        Figure(str(len(logs.waiting)), "wait for advice"),
        Figure(str(len(logs.unanswered)), "not answered by the service"),
        Figure(str(len(logs.findings)), "findings open"),
    )


def _free(ctx: Context, logs: OfficersLogs) -> Part:
    shown = table(
        ctx,
        advice.REGISTER,
        logs.told,
        (
            ("When", lambda each: words.day(each.asked_on)),
            ("Who, and what they said", lambda each: f"{each.asked_by}: {each.asked}"),
            ("Taken back", lambda each: words.day(each.withdrawn_on) if each.withdrawn_on else Tag("No", Tone.PROBLEM)),
        ),
    )
    found = [f"{each.reason.text} {each.action}".strip() for each in logs.free.findings]
    is_free = logs.free.outcome in {Outcome.OK, Outcome.OK_WITH_NOTE}
    return Part(
        "Free to do the work",
        "Nobody may tell the officer what to conclude. If somebody does, it is written down here as a finding.",
        shown,
        sentences=found or (["Nothing on file says otherwise."] if is_free else []),
    )


def _waiting(ctx: Context, logs: OfficersLogs, today: date) -> Part:
    shown = table(
        ctx,
        advice.REGISTER,
        logs.waiting,
        (("Who asked", lambda each: each.asked_by), ("Needed by", lambda each: parts.due(each.wanted_by, today))),
    )
    ask = may(ctx, Permission.MISTAKE_REPORT, Link("Ask the officer", go(ctx, "deciding-ask", whom="officer")))
    return Part("Waiting for advice", "", shown, empty="No question waits.", links=ask)


def _advised(ctx: Context, logs: OfficersLogs) -> Part:
    def answered(each: OfficerAdvice) -> Cell:
        return ANSWERS[each.answer]

    def why(each: OfficerAdvice) -> Cell:
        return each.answered_because or ("By " + each.answered_by if each.answered_by else "")

    shown = table(
        ctx,
        advice.REGISTER,
        [*logs.unanswered, *logs.answered],
        (("Advised", lambda each: words.day(each.advised_on)), ("The service", answered), ("Why", why)),
    )
    return Part(
        "Advice given",
        "Whether it was followed is decided by the service.",
        shown,
        empty="No advice yet.",
        links=to_log(ctx, advice.REGISTER),
    )


def _audits(ctx: Context, logs: OfficersLogs, today: date) -> Part:
    shown = table(
        ctx,
        audits.REGISTER,
        logs.audits,
        (
            (
                "Planned",
                lambda each: (
                    parts.due(each.planned_on, today)
                    if not each.done_on
                    else words.day(each.planned_on or each.done_on)
                ),
            ),
            ("Done", lambda each: words.day(each.done_on) if each.done_on else Tag("Not yet", Tone.WAITING)),
            ("Result", lambda each: each.result.label if each.result else ""),
        ),
    )
    return Part(
        "Programme of audits",
        "A look at one part of the work at a time, so that in a year most of it was seen.",
        shown,
        empty="No audit is planned. There is a year of them to start from.",
        links=to_log(ctx, audits.REGISTER, "Plan an audit"),
    )


def _findings(ctx: Context, logs: OfficersLogs, today: date) -> Part:
    shown = table(
        ctx,
        audit_findings.REGISTER,
        logs.findings,
        (
            ("How much it matters", lambda each: each.weight.label),
            ("What the service does", lambda each: each.actions or "Nothing yet"),
            ("By when", lambda each: parts.due(each.due_on, today)),
        ),
    )
    return Part(
        "Findings to follow up",
        "",
        shown,
        empty="No finding is open.",
        links=to_log(ctx, audit_findings.REGISTER, "Write down a finding"),
    )


def _watched(ctx: Context, now: Now, states: tuple[State, ...]) -> Part:
    done = f"{now.facts.questions_done} of {now.facts.questions_all} questions are answered and confirmed"
    rows = [
        Row(
            "The toolkit",
            done if now.facts.questions_all else "Not started this year",
            [Link("Open", go(ctx, "toolkit"), "the toolkit")],
        ),
        *(
            Row(
                each.register.title,
                _state(each),
                [Link("Open", Address(ctx.organisation_id, each.register).to("list"), each.register.title)],
            )
            for each in states
        ),
    ]
    return Part("What the officer watches", "The questions and registers on which data protection rests.", rows=rows)


def _state(state: State) -> Cell:
    wrong = state.attention - state.unchecked  # what nobody has checked is not called wrong
    if wrong > 0:
        return Tag(f"{wrong} to put right", Tone.WARNING)
    if state.unchecked:
        return Tag(f"{state.unchecked} to check", Tone.SUGGESTED)
    return Tag("In order", Tone.DONE) if state.total else Tag("Nothing in it yet", Tone.WAITING)


def _regulator(ctx: Context, logs: OfficersLogs) -> Part:
    shown = table(
        ctx,
        regulator.REGISTER,
        logs.contacts,
        (
            ("When", lambda each: words.day(each.contacted_on)),
            ("What for", lambda each: each.kind.label),
            ("Closed", lambda each: words.day(each.closed_on) if each.closed_on else Tag("Open", Tone.WAITING)),
        ),
    )
    return Part(
        "Contact with the regulator",
        "The service decides whether the regulator is told. The officer advises, may send the notice, and is the contact.",
        shown,
        empty="No contact yet.",
        links=to_log(ctx, regulator.REGISTER, "Write down a contact"),
    )
