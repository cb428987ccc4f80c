"""No area reaches up: not inside a layer (a contract says so), and not across layers (this says so)."""

import functools

import grimp

from tests.architecture import source

# Reaches up, and must, each with its reason. This list may only shrink.
EXEMPT = {
    (
        "guardbook.web.accounts.entry",
        "guardbook.queries.organisations",
    ): "whoever signs in is shown their organisations",
}


@functools.cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("guardbook")


def reaches_up(importer: str, imported: str) -> bool:
    here, there = source.area(importer), source.area(imported)
    if here is None or there is None:
        return False
    ranks = source.area_ranks()
    return ranks[there] < ranks[here]


def test_no_area_reaches_up_across_layers() -> None:
    faults = [
        f"{importer} imports {imported}"
        for importer in sorted(graph().modules)
        for imported in sorted(graph().find_modules_directly_imported_by(importer))
        if reaches_up(importer, imported) and (importer, imported) not in EXEMPT
    ]

    assert not faults


def test_reaching_up_is_seen() -> None:
    assert reaches_up("guardbook.actions.people", "guardbook.rules.assessment.states")
    assert not reaches_up("guardbook.actions.assessment", "guardbook.rules.people")
