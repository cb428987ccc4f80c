"""The clock is read in one place, and only the ways in may ask it; everything below is told what time it is."""

import ast

from tests.architecture import source

READS_THE_CLOCK = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"),
    ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"), ("time", "time"),
}  # fmt: skip
THE_CLOCK = source.PACKAGE / "outside" / "clock.py"


def clock_reads(tree: ast.AST, reads: set[tuple[str, str]]) -> list[tuple[int, str]]:
    return [
        (node.lineno, f"{owner}.{node.attr}")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and (owner := ast.unparse(node.value).rpartition(".")[2])
        and (owner, node.attr) in reads
    ]


def test_one_module_reads_the_clock() -> None:
    faults = [
        f"{source.name(file)}:{line} {read}"
        for file in source.modules()
        if file != THE_CLOCK
        for line, read in clock_reads(source.tree(file), READS_THE_CLOCK)
    ]

    assert not faults


def test_only_ways_in_ask_the_clock() -> None:
    below = [file for file in source.modules() if file.relative_to(source.PACKAGE).parts[0] not in source.WAYS_IN]
    faults = [
        f"{source.name(file)}:{line} {read}"
        for file in below
        for line, read in clock_reads(source.tree(file), {("clock", "now")})
    ]

    assert not faults


def test_a_clock_read_is_seen_whatever_the_module_is_called() -> None:
    code = ast.parse("import datetime as d\nd.datetime.now()\ntimezone.now()\nrow.time\n")

    assert [line for line, _ in clock_reads(code, READS_THE_CLOCK)] == [2, 3]
