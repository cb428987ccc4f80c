"""Every address has a door: somebody decided who may open it."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from guardbook.rules.access import Permission

NO_PERMISSION = {"signed in", "anybody"}


def addresses(resolver: URLResolver | None = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Go through every address of the site, with its whole path."""
    for entry in (resolver or get_resolver()).url_patterns:
        path = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry, path)
        else:
            yield path, entry


def test_every_address_wears_a_door() -> None:
    bare = [path for path, entry in addresses() if not hasattr(entry.callback, "permission")]

    assert not bare


def test_an_address_of_an_organisation_asks_for_a_permission() -> None:
    faults = [
        path
        for path, entry in addresses()
        if path.startswith("o/<uuid:organisation>/")
        and not isinstance(getattr(entry.callback, "permission", None), Permission)
    ]

    assert not faults


def test_other_addresses_say_whether_one_must_be_signed_in() -> None:
    faults = [
        path
        for path, entry in addresses()
        if not path.startswith("o/<uuid:organisation>/")
        and getattr(entry.callback, "permission", None) not in NO_PERMISSION
    ]

    assert not faults


def test_every_address_has_a_name_of_its_own() -> None:
    names = [entry.name for _, entry in addresses()]

    assert None not in names
    assert len(names) == len(set(names))
