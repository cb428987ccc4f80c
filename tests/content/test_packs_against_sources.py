"""Our pack holds the same facts as the research it was made from, and none of its sentences."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from guardbook.content import packs
from guardbook.rules.frameworks import likeness

RESEARCH = Path(__file__).parents[3] / "shared" / "domain" / "dspt-items.yaml"
pytestmark = pytest.mark.skipif(not RESEARCH.exists(), reason="the research is not beside this checkout")
EIGHT = packs.load("dspt", "8")


@pytest.fixture(scope="module")
def research() -> dict[str, dict[str, object]]:
    found = YAML(typ="safe", pure=True).load(RESEARCH.read_text("utf-8"))
    return {item["ref"]: item for item in found["items"]}


def test_every_question_has_the_level_and_topic_of_the_research(research: dict[str, dict[str, object]]) -> None:
    ours = {item.ref: (item.level, item.group, item.subgroup) for item in EIGHT.items}

    assert ours == {ref: (item["level"], item["group"], item["subgroup"]) for ref, item in research.items()}


def test_every_level_is_known_as_well_as_in_the_research(research: dict[str, dict[str, object]]) -> None:
    ours = {item.ref: str(item.known.level.confidence) for item in EIGHT.items}

    assert ours == {ref: str(item["level_confidence"]).removeprefix("from ") for ref, item in research.items()}


def test_no_sentence_is_copied(research: dict[str, dict[str, object]]) -> None:
    told = {likeness.plain(str(item["question"])) for item in research.values()}
    told |= {likeness.plain(part) for item in research.values() for part in str(item["good_evidence"]).split(";")}

    ours = {likeness.plain(text) for item in EIGHT.items for text in (item.question, *item.good, item.why)}

    assert not {text for text in ours & told if len(text.split()) > 4}


def test_another_wording_of_a_question_is_known_as_the_same(research: dict[str, dict[str, object]]) -> None:
    """The measure that sets the official words beside ours takes nearly all of them for what they are."""
    strangers = [
        ref
        for ref, item in research.items()
        if (ours := EIGHT.item(ref)) is not None
        and max(
            likeness.subject(str(item["question"]), " ".join((ours.question, ours.term, *ours.good))),
            likeness.subject(ours.question, str(item["question"])),
        )
        < likeness.OTHER_HAND
    ]

    assert len(strangers) <= 3
