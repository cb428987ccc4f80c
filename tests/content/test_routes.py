"""Whom to tell outside: dated or owned up to, and an installation may keep its own."""

from pathlib import Path

import pytest

from guardbook.content import routes

SHIPPED = routes.read()


def test_the_ones_that_ship_are_there() -> None:
    assert {each.code for each in SHIPPED.routes} == {"cqc", "protect"}
    assert SHIPPED.emergency.phone == "999"
    assert all(each.url.startswith("https://") for each in SHIPPED.routes)


def test_an_installation_without_its_own_file_has_the_one_that_ships(tmp_path: Path) -> None:
    assert routes.read(tmp_path) == SHIPPED


def test_an_installations_own_file_is_used(tmp_path: Path) -> None:
    (tmp_path / routes.FILE).write_text("emergency: {phone: '112', what: Help}\nroutes: []\n")

    assert routes.read(tmp_path).emergency.phone == "112"


@pytest.mark.parametrize("text", ["emergency: [", "routes: []", "42"], ids=["not YAML", "no emergency", "a number"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / routes.FILE).write_text(text)

    with pytest.raises(routes.BadRoutes, match=r"routes\.yaml cannot be read"):
        routes.read(tmp_path)
