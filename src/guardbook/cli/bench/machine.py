"""What was measured on: the machine, the versions, and how much memory a family of processes really holds."""

import contextlib
import importlib.metadata
import os
import platform
from pathlib import Path


def described() -> str:
    """Return the machine and the versions, on one line."""
    names = ("django", "granian", "psycopg")
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)
    return f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, Python {platform.python_version()}, {versions}"


def processor() -> str:
    """Return the processor's name, where the system tells."""
    file = Path("/proc/cpuinfo")
    if file.exists():
        for line in file.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def family(pid: int) -> list[int]:
    """Return a process and everything it started, and what those started (Linux; elsewhere itself)."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended while we looked
            parents[int(status.parent.name)] = int(status.read_text("utf-8").rpartition(")")[2].split()[1])
    found = [pid]
    for member in found:  # grows while it is walked
        found += [child for child, parent in parents.items() if parent == member]
    return found


def memory_megabytes(pid: int) -> float | None:
    """Return what a family of processes holds, pages that they share counted once; None where Linux is not there to say."""
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    return sum(_kilobytes(member) for member in family(pid)) / 1024


def _kilobytes(pid: int) -> int:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0
