"""Questions in JSON: every public rule can be asked, and faults are named in words."""

import json
import typing

import pytest
from jsonschema import Draft202012Validator

from guardbook.content import ask
from guardbook.kernel.errors import NotFound, Refused
from guardbook.rules import public

FAULTS = {
    "a word not in the list": ("roles.kind", '{"owned_by": "ME"}', "owned_by: choose one of 'INDEPENDENT', 'COUNCIL'"),
    "a fact we do not know": ("roles.kind", '{"sitess": 1}', "sitess: there is no such fact. Did you mean “sites”?"),
    "a fact nothing resembles": ("roles.kind", '{"zzz": 1}', "zzz: there is no such fact."),
    "a fact that is needed": ("roles.title", '{"title": "Lead"}', "role: this fact is needed"),
    "a number in quotes": ("roles.kind", '{"sites": "1"}', "sites: give a whole number"),
    "half a site": ("roles.kind", '{"sites": 1.5}', "sites: give a whole number"),
    "no sites": ("roles.kind", '{"sites": 0}', "sites: give a whole number of 1 or more"),
    "no regions": ("roles.kind", '{"regions": 0}', "regions: give a whole number of 1 or more"),
    "yes in quotes": (
        "roles.dpo",
        '{"profile": {}, "as_of": "2026-11-22", "appointed": "yes"}',
        "appointed: give true",
    ),
    "a date that is none": ("roles.siro", '{"posts": [], "as_of": "soon"}', "as_of: give a date in quotes"),
    "one post, not a list": ("roles.siro", '{"posts": "OWNER", "as_of": "2026-11-22"}', "posts: give a list"),
    "deep inside": (
        "roles.requirement",
        '{"as_of": "2026-11-22", "profile": {"kind_override": {"kind": "SMALL", "reason": " "}}}',
        "profile.kind_override: give the reason for choosing another kind of provider",
    ),
    "an override to nothing": (
        "roles.kind",
        '{"kind_override": {"kind": "UNKNOWN", "reason": "why not"}}',
        "kind_override: choose a kind of provider, not UNKNOWN",
    ),
    "a section that is none": (
        "roles.job_description",
        '{"role": "dpo", "sections": {"heading": "x"}}',
        "sections.heading: choose one of 'title'",
    ),
    "off the scale": (
        "risks.acceptance",
        '{"score": 26, "accepted_by": "OWNER", "as_of": "2026-11-22"}',
        "from 1 to 25",
    ),
    "not an object": ("roles.kind", "[]", "the facts: give an object"),
    "not JSON": ("roles.kind", "{,", "the facts: this is not JSON that can be read"),
    "nothing": ("roles.kind", "", "the facts: this is not JSON that can be read"),
}


@pytest.mark.parametrize(("rule", "facts", "sentence"), FAULTS.values(), ids=FAULTS)
def test_facts_that_cannot_be_read_are_refused_in_words(rule: str, facts: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        ask.answer(rule, facts)

    assert sentence in str(refused.value)


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(Refused) as refused:
        ask.answer("roles.kind", '{"sites": "1", "owned_by": 3}')

    assert len(refused.value.reasons) == 2


def test_a_rule_we_do_not_know_is_not_found_and_a_near_name_offered() -> None:
    with pytest.raises(NotFound, match=r"Did you mean “roles\.kind”"):
        ask.answer("roles.kidn", "{}")


def test_a_wrong_name_has_no_schema() -> None:
    with pytest.raises(NotFound):
        ask.schema("weather")


@pytest.mark.parametrize("name", ask.names())
def test_every_rule_has_a_schema_and_a_question(name: str) -> None:
    described = {one.name: one for one in ask.listed()}[name]

    Draft202012Validator.check_schema(ask.schema(name))
    assert described.answers


@pytest.mark.parametrize("entry", public.RULES.values(), ids=public.RULES)
def test_what_runs_takes_the_facts_and_gives_the_verdict_named(entry: public.Entry) -> None:
    hints = typing.get_type_hints(entry.run)

    assert hints.pop("return") is entry.verdict
    assert list(hints.values()) == [entry.facts]


def test_the_published_grid_judges_a_decision_that_brings_none() -> None:
    facts = {
        "judged": {"data": ["names"], "holder": "colleague", "recovered": True},
        "scores": {"likelihood": 3, "impact": 2, "vulnerable": False},
        "report": False,
        "tell_people": False,
        "rationale": "It came back.",
    }

    verdict = ask.answer("incidents.decision", json.dumps(facts))

    assert verdict["allowed"] is False
