"""An assessment as what travels in a PIA file."""

from guardbook.queries.dpia import reading
from guardbook.queries.dpia.reading import Impact
from guardbook.rules.dpia.pia import Content, Measure, Risk
from guardbook.rules.dpia.states import State

_SIGNED = frozenset({State.DECIDED, State.LIVE})


def content(impact: Impact) -> Content:
    """Everything of an assessment that the format has a place for."""
    return Content(
        name=impact.name,
        answers={key: said for key, said in impact.answers.items() if said},
        risks=tuple(_risk(impact, each) for each in impact.risks),
        measures=tuple(
            Measure(one.name, one.about, one.owner, one.due_on.isoformat() if one.due_on else "")
            for one in impact.measures
        ),
        consulted=impact.consulted,
        not_consulted_because=impact.not_consulted_because,
        adviser=impact.adviser,
        advice=impact.advice,
        advice_followed=impact.advice_followed,
        is_signed=impact.recorded in _SIGNED,
    )


def _risk(impact: Impact, of: reading.Risk) -> Risk:
    return Risk(
        kind=of.kind,
        what=of.what,
        harm=tuple(of.harm.splitlines()),
        cause=tuple(of.cause.splitlines()),
        source=tuple(of.source.splitlines()),
        measures=tuple(one.name for one in impact.measures if of.id in one.risks),
        likelihood=of.likelihood,
        severity=of.severity,
        likelihood_after=of.likelihood_after,
        severity_after=of.severity_after,
    )
