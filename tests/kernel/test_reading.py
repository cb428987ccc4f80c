"""Money, web addresses and lists, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardbook.kernel import reading
from guardbook.kernel.reading import Unreadable


@pytest.mark.parametrize(
    ("written", "pence"),
    [
        ("£1,200", 120_000),
        ("1200.50", 120_050),
        ("1200.5", 120_050),
        (" £ 1,234,567.89 ", 123_456_789),
        ("40 pounds", 4_000),
        ("1 pound", 100),
        ("GBP 12", 1_200),
        ("12 GBP", 1_200),
        ("50p", 50),
        ("5 pence", 5),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_pence(written: str, pence: int) -> None:
    assert reading.pence(written) == pence


@pytest.mark.parametrize("written", ["", "lots", "1,20", "12.345", "1.200,50", "£", "12 13", "1e9", "9" * 30, "１２"])
def test_what_is_no_amount_says_how_to_write_one(written: str) -> None:
    with pytest.raises(Unreadable, match="is not an amount we can read"):
        reading.pence(written)


@pytest.mark.parametrize("written", ["-5", "(120.00)", "£-5"])
def test_an_amount_below_nothing_says_so(written: str) -> None:
    with pytest.raises(Unreadable, match="is less than nothing"):
        reading.pence(written)


@given(st.integers(0, 10**12))
def test_an_amount_written_back_is_the_same_amount(amount: int) -> None:
    assert reading.pence(reading.pounds(amount)) == amount
    assert reading.pence(reading.in_pounds(amount)) == amount


def test_an_amount_is_written_as_people_do() -> None:
    assert reading.pounds(120_000) == "£1,200"
    assert reading.pounds(120_005) == "£1,200.05"
    assert reading.in_pounds(5) == "0.05"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("www.example.org", "https://www.example.org"),
        (" example.co.uk/staff?a=1 ", "https://example.co.uk/staff?a=1"),
        ("HTTP://Example.org", "http://Example.org"),
        ("https://café.example:8443/", "https://café.example:8443/"),
    ],
)
def test_a_web_address_is_given_in_full(written: str, address: str) -> None:
    assert reading.web(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "",
        "our portal",
        "portal",
        "info@example.org",
        "https://user:secret@example.org",
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "ftp://example.org",
        "https://",
        "http://[1",
        "192.168.1.1",
        "example.org/\u202e",
        "a" * 300 + ".org",
    ],
)
def test_what_is_no_web_address_says_how_to_write_one(written: str) -> None:
    with pytest.raises(Unreadable, match="is not a web address"):
        reading.web(written)


def test_a_list_loses_its_bullets_empty_lines_and_repeats() -> None:
    lines = ["• Rotas", "- Care  notes", "", "  ", "Rotas", "*Keys", "-5 freezer", "3 - 4 boxes"]

    assert reading.things(lines, 10) == ("Rotas", "Care notes", "Keys", "-5 freezer", "3 - 4 boxes")


def test_a_list_too_long_says_how_long_it_may_be() -> None:
    with pytest.raises(Unreadable, match=r"There are 3 things here\. Keep it to 2 or fewer"):
        reading.things(["a", "b", "c"], 2)
    with pytest.raises(Unreadable, match=r"is 201 characters\. Shorten it to 200 or fewer"):
        reading.things(["a" * 201], 2)


def test_text_is_cut_to_fit_a_sentence() -> None:
    assert reading.shorten("a\nb") == "a b"
    assert reading.shorten("a" * 41) == "a" * 39 + "…"
