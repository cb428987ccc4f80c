"""What may count as evidence: the words of a proof, a web address, a place."""

from datetime import date

import pytest

from guardbook.rules import evidence
from guardbook.rules.evidence import About

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


@pytest.mark.parametrize(
    ("about", "said"),
    {
        "a title is enough": (About("Policy"), ()),
        "one day": (About("Policy", FIRST, FIRST), ()),
        "no title": (About("  "), ("Say what this is",)),
        "the longest title": (About("x" * evidence.LONGEST_TITLE), ()),
        "a title too long": (About("x" * (evidence.LONGEST_TITLE + 1)), ("letters or fewer",)),
        "days the wrong way round": (About("Policy", LAST, FIRST), ("last day must not be before",)),
        "two faults at once": (About("", LAST, FIRST), ("Say what this is", "last day must not be before")),
    }.values(),
)
def test_every_fault_of_a_proof_is_told(about: About, said: tuple[str, ...]) -> None:
    found = evidence.faults(about)

    assert len(found) == len(said)
    assert all(words in fault for words, fault in zip(said, found, strict=True))


@pytest.mark.parametrize(
    "address", ["https://www.example.org/policy", " http://example.org ", "https://example.org:81"]
)
def test_an_ordinary_web_address_will_do(address: str) -> None:
    assert evidence.link_faults(address) == ()


@pytest.mark.parametrize(
    ("address", "said"),
    {
        "none": ("", "whole web address"),
        "no scheme": ("www.example.org", "whole web address"),
        "a script": ("javascript:alert(1)", "whole web address"),
        "no host": ("https:///policy", "whole web address"),
        "a space inside": ("https://example.org/our policy", "whole web address"),
        "not to be read": ("https://[example.org", "whole web address"),
        "a password": ("https://asha:secret@example.org", "name and password"),
        "a name": ("https://asha@example.org", "name and password"),
        "too long": ("https://example.org/" + "x" * evidence.LONGEST_ADDRESS, "longer than"),
    }.values(),
)
def test_any_other_address_is_refused_in_words(address: str, said: str) -> None:
    (fault,) = evidence.link_faults(address)

    assert said in fault


@pytest.mark.parametrize(
    ("place", "said"),
    [("", "Say where it is kept"), (" \n", "Say where it is kept"), ("x" * (evidence.LONGEST_PLACE + 1), "or fewer")],
)
def test_a_place_needs_words_and_not_too_many(place: str, said: str) -> None:
    (fault,) = evidence.place_faults(place)

    assert said in fault


def test_a_place_in_words_will_do() -> None:
    assert evidence.place_faults("Blue folder in the office") == ()


@pytest.mark.parametrize(
    ("first", "last", "on", "holds"),
    [
        (None, None, FIRST, True),
        (FIRST, LAST, FIRST, True),
        (FIRST, LAST, LAST, True),
        (LAST, None, FIRST, False),
        (None, FIRST, LAST, False),
    ],
)
def test_a_proof_holds_on_both_its_days_and_between(
    first: date | None, last: date | None, on: date, holds: bool
) -> None:
    assert evidence.is_current(first, last, on) is holds
