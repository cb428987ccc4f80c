"""Each rule that a published question names has facts for which it is met, and facts for which it is not."""

from guardbook.content import checks, packs
from guardbook.content.checks import Check, Standing
from guardbook.rules.assessment import standing
from guardbook.rules.assessment.suggestions import RULES
from guardbook.rules.assessment.suggestions.suggestion import Outcome
from tests.rules.assessment import test_suggestions as examples

EIGHT = packs.load("dspt", "8")


def outcomes(rule: str) -> set[Outcome]:
    """What the rule says of the worked examples, asked with the published question itself."""
    (item,) = (item for item in EIGHT.items if item.rule == rule)
    facts = [facts for example, facts, _, _ in examples.CASES.values() if example.rule == rule]
    return {RULES[rule](each, standing.asked(item)).outcome for each in facts}


def test_every_rule_of_the_pack_is_proved_both_ways() -> None:
    named = {item.rule for item in EIGHT.items if item.rule}
    proved = {
        rule for rule in named if Outcome.MET in outcomes(rule) and {Outcome.NOT_MET, Outcome.LAPSED} & outcomes(rule)
    }

    lines = [line for line in checks.check(RULES, proved) if line.check is Check.PROOF]

    assert [line.standing for line in lines] == [Standing.GOOD]


def test_every_rule_is_used_by_one_question() -> None:
    assert sorted(item.rule for item in EIGHT.items if item.rule) == sorted(RULES)
