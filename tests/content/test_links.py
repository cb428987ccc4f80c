"""Links and the regulator's name: dated, and an installation may keep its own."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from guardbook.content import links

SHIPPED = links.read()


def test_the_helpline_for_small_organisations_is_there() -> None:
    assert (SHIPPED.regulator.phone, SHIPPED.regulator.option) == ("0303 123 1113", "4")


def test_every_link_is_dated_or_owns_that_nobody_checked_it() -> None:
    assert {one.code for one in SHIPPED.links} >= {
        "better_security",
        "caldicott_manual",
        "caldicott_register",
        "e_learning",
    }
    assert all(one.url.startswith("https://") for one in SHIPPED.links)
    assert all(one.checked_on or one.confidence.needs_checking for one in SHIPPED.links)


def test_a_link_is_old_after_a_year() -> None:
    checked = min(one.checked_on for one in SHIPPED.links if one.checked_on)

    assert not SHIPPED.is_old(checked + links.STALE_AFTER)
    assert SHIPPED.is_old(checked + links.STALE_AFTER + timedelta(days=1))


def test_an_installation_without_its_own_file_has_the_one_that_ships(tmp_path: Path) -> None:
    assert links.read(tmp_path) == SHIPPED


def test_an_installations_own_file_is_used(tmp_path: Path) -> None:
    (tmp_path / links.FILE).write_text(
        "regulator: {name: Information Commission, short: IC, also: ICO, url: 'https://ic.example', phone: '1', option: '4'}\n"
        "links: [{code: a, name: Help, what: Helps, url: 'https://a.example', checked_on: 2026-01-02, confidence: read}]\n"
    )

    own = links.read(tmp_path)

    assert own.regulator.name == "Information Commission"
    assert own.links[0].checked_on == date(2026, 1, 2)


@pytest.mark.parametrize("text", ["regulator: [", "links: []", "42"], ids=["not YAML", "no regulator", "a number"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / links.FILE).write_text(text)

    with pytest.raises(links.BadLinks, match=r"links\.yaml cannot be read"):
        links.read(tmp_path)
