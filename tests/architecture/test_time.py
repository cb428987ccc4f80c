"""The clock is read where people, machines and schedules come in; everything below is told what time it is."""

import ast

from tests.architecture import source

READS_THE_CLOCK = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
    ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"), ("time", "time"),
}  # fmt: skip

# Below the ways in and yet allowed, with the reason. This list may only shrink.
EXEMPT = {
    "src/guardbook/kernel/identifiers.py": "an identifier carries the instant it was made, which no fact depends on",
}


def clock_reads(tree: ast.AST) -> list[tuple[int, str]]:
    return [
        (node.lineno, f"{owner}.{node.attr}")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and (owner := ast.unparse(node.value).rpartition(".")[2])
        and (owner, node.attr) in READS_THE_CLOCK
    ]


def test_only_ways_in_read_the_clock() -> None:
    below = [file for file in source.modules() if file.relative_to(source.PACKAGE).parts[0] not in source.WAYS_IN]
    faults = [
        f"{source.name(file)}:{line} {read}"
        for file in below
        if source.name(file) not in EXEMPT
        for line, read in clock_reads(source.tree(file))
    ]

    assert not faults


def test_a_clock_read_is_seen_whatever_the_module_is_called() -> None:
    code = ast.parse("import datetime as d\nd.datetime.now()\ntimezone.now()\nrow.time\n")

    assert [line for line, _ in clock_reads(code)] == [2, 3]
