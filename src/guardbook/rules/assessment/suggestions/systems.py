"""Suggestions that read systems and who can use them (items 4.1.2, 4.3.1, 4.4.1 and 4.5.3)."""

from datetime import date

from guardbook.kernel import dates
from guardbook.rules.assessment.suggestions import registers
from guardbook.rules.assessment.suggestions.registers import Claim, Judged, Words
from guardbook.rules.assessment.suggestions.suggestion import Asked, Suggestion
from guardbook.rules.facts import Facts, Kept
from guardbook.rules.registers import access, systems
from guardbook.rules.registers.access import Access, Level
from guardbook.rules.registers.systems import SecondStep, System
from guardbook.rules.verdict import Confidence

_LOOKED_FOR = 12
"""Months for which a look through a system's users supports an answer (item 4.1.2)."""


def _looked_until(each: System) -> date | None:
    looked = each.access_reviewed_on
    return dates.add_months(looked, _LOOKED_FOR) if looked else None


def _is_looked_at(each: System, on: date) -> bool | None:
    until = _looked_until(each)
    return None if until is None else until >= on


_LOOKED_AT = Claim(
    systems.REGISTER,
    about=lambda each: each.holds_personal is not False,
    holds=_is_looked_at,
    lapses=lambda each, _on: each.access_reviewed_on is not None,
    too_few="No system in the register holds information about people. Check that this is right.",
    also_moves=registers.over_after(_looked_until),
)
_LOG_INS = Claim(access.REGISTER, holds=lambda each, _on: True if each.level else None)


def access_known(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether it is known who can use each system with personal information, and was looked at in the last year.

    Source: item 4.1.2 and rule E-09.
    """
    del asked
    looked_at = Words(
        met=lambda seen, _kept: f"Who can use {_systems(seen.total)} was looked through in the last 12 months.",
        answer=lambda _seen, kept: (
            f"Yes. We look through who can use each system: {registers.names(kept, _LOOKED_AT.about)}."
        ),
        failing=lambda seen: f"Nobody has looked through who can use {_systems(seen.lapsed)} in the last 12 months.",
        todo="Look through who can use each system, and put the date.",
        rule="E-09",
        unsaid=lambda seen: f"Nobody has said when they last looked through who can use {_systems(seen.unsaid)}.",
    )
    listed = Words(
        met=lambda seen, _kept: f"Your list has {_log_ins(seen.total)}.",
        answer=lambda seen, _kept: f"Our list has {_log_ins(seen.total)}, each with what it lets the person do.",
        failing=_say_levels,
        todo="List who can use each system, and what they can do in it.",
        rule="E-09",
        unsaid=_say_levels,
    )
    return registers.together(facts, (_LOOKED_AT, looked_at), (_LOG_INS, listed))


def _say_levels(seen: Judged) -> str:
    return f"Say what people can do with {_log_ins(seen.failing + seen.unsaid)}."


_BOUND = Claim(
    access.REGISTER,
    about=lambda each: each.level is Level.ADMIN or each.level is None,
    holds=lambda each, _on: each.is_bound() if each.level else None,
    too_few="No log-in in the register belongs to an administrator. Each system has one: add theirs.",
)


def admin_agreements(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether every administrator, our own or a supplier's, has signed or is bound by a contract.

    Source: item 4.3.1 and rule E-09.
    """
    del asked
    return registers.suggestion(
        facts,
        _BOUND,
        Words(
            met=lambda seen, _kept: f"A signed paper binds every administrator you list ({_log_ins(seen.total)}).",
            answer=_bound_words,
            failing=lambda seen: (
                f"Nothing signed is recorded for {seen.failing} of {_log_ins(seen.total)} of administrators."
            ),
            todo="Have each administrator sign the agreement, and put the date.",
            rule="E-09",
            confidence=Confidence.READ,
            source="item 4.3.1",
            unsaid=lambda seen: f"Find out whether a contract or a signed paper binds {_log_ins(seen.unsaid)}.",
        ),
    )


def _bound_words(_seen: Judged, kept: Kept[Access]) -> str:
    ours = any(_is_admin(each.entry) and each.entry.agreement_signed_on for each in kept.rows)
    theirs = any(_is_admin(each.entry) and each.entry.supplier_clause for each in kept.rows)
    parts = (
        "Each of our administrators has signed the agreement." if ours else "",
        "Our suppliers' contracts bind the people who run systems for us." if theirs else "",
    )
    return f"Yes. {' '.join(part for part in parts if part)}"


def _is_admin(each: Access) -> bool:
    return each.level is Level.ADMIN


def _is_guarded(each: System, _on: date) -> bool | None:
    """Whether a second step is on for everybody, or somebody senior agreed to do without."""
    if each.outside is None:
        return None
    if each.second_step is SecondStep.ALL or each.is_excepted:
        return True
    return None if each.second_step is None else False


_GUARDED = Claim(
    systems.REGISTER,
    about=lambda each: each.outside is not False,
    holds=_is_guarded,
    least=0,
)


def second_step(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether every system that can be reached from outside asks for a second proof, or is an agreed exception.

    Source: item 4.5.3; rule E-03.
    """
    del asked
    return registers.suggestion(
        facts,
        _GUARDED,
        Words(
            met=lambda seen, _kept: (
                f"A second step is on, or somebody senior agreed why not, for {_systems(seen.total)} "
                "that can be reached from outside."
                if seen.total
                else "Your list is whole, and no system on it can be reached from outside."
            ),
            answer=_guarded_words,
            failing=lambda seen: (
                f"The second step is not on for everybody in {seen.failing} of {_systems(seen.total)} open to outside."
            ),
            todo="Turn the second step on, or write down why not and which senior person agreed.",
            rule="E-03",
            confidence=Confidence.READ,
            source="item 4.5.3",
            unsaid=lambda seen: f"Nobody has said yet how people sign in to {_systems(seen.unsaid)}.",
        ),
    )


def _guarded_words(seen: Judged, kept: Kept[System]) -> str:
    if not seen.total:
        return "Yes. None of our systems can be reached from outside our building."
    on = registers.names(kept, lambda each: bool(each.outside) and each.second_step is SecondStep.ALL)
    excepted = sorted(
        f"{each.entry.name} ({each.entry.exception}; agreed on {dates.in_words(each.entry.exception_on)})"
        for each in kept.rows
        if each.entry.outside
        and each.entry.second_step is not SecondStep.ALL
        and each.entry.is_excepted
        and each.entry.exception_on
    )
    parts = (
        f"A second step is on for everybody in: {on}." if on else "",
        f"Senior managers agreed to these exceptions: {', '.join(excepted)}." if excepted else "",
    )
    return f"Yes. {' '.join(part for part in parts if part)}"


_LOGGED = Claim(
    systems.REGISTER,
    about=lambda each: each.holds_personal is not False,
    holds=lambda each, _on: each.logs_admins,
    too_few="No system in the register holds information about people. Check that this is right.",
)


def admin_logs(facts: Facts, asked: Asked) -> Suggestion:
    """Say whether each system with personal information keeps a log of what its administrators do.

    Source: item 4.4.1 (optional).
    """
    del asked
    return registers.suggestion(
        facts,
        _LOGGED,
        Words(
            met=lambda seen, _kept: f"What administrators do is logged in {_systems(seen.total)}.",
            answer=lambda _seen, kept: (
                f"Yes. What administrators do is logged in: {registers.names(kept, _LOGGED.about)}."
            ),
            failing=lambda seen: (
                f"There is no log of what administrators do in {seen.failing} of {_systems(seen.total)}."
            ),
            todo="Ask the supplier of each system whether it keeps such a log, and who can read it.",
            rule="E-09",
            unsaid=lambda seen: (
                f"Find out whether there is a log of what administrators do in {_systems(seen.unsaid)}."
            ),
        ),
    )


def _systems(number: int) -> str:
    return "1 system" if number == 1 else f"{number} systems"


def _log_ins(number: int) -> str:
    return "1 log-in" if number == 1 else f"{number} log-ins"
