"""Run everything that must hold before a change is kept: `./guardbook check` the quick half, `./guardbook test` all of it."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from defusedxml import ElementTree

from guardbook.cli import throwaway

ROOT = Path(__file__).resolve().parent.parent
PURE = ("tests/kernel", "tests/rules", "tests/content")  # no database in these
JOURNEYS = "tests/journeys"
WORKERS = "2"

# What the tests need from the system, by Debian's names, and how to see that it is there.
SYSTEM = {
    "chromium": "/usr/bin/chromium",
    "postgresql": "/usr/lib/postgresql",
    "libpango-1.0-0": None,
    "libpangoft2-1.0-0": None,
    "libharfbuzz-subset0": None,
    "fonts-liberation": "/usr/share/fonts/truetype/liberation",
    "poppler-utils": "/usr/bin/pdftotext",
    "libical3": None,
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that must hold: a name to print and the command that shows it."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step went: seconds it took, and whether it held."""

    name: str
    seconds: float
    held: bool


def main() -> int:
    """Run the half that was asked for; return 0 when every step held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="format, lint, types, contracts, rules: no database")
    parser.add_argument("--all", action="store_true", help="everything, on both databases and in a browser")
    quick = parser.parse_args().quick
    os.chdir(ROOT)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="guardbook-test-") as folder:
        os.environ["GUARDBOOK_DATA"] = str(Path(folder) / "data")
        os.environ.pop("GUARDBOOK_DATABASE_URL", None)
        reports = Path(folder)
        if quick:
            outcomes = [run(step) for step in (*static(), pytest("rules", reports, *PURE))]
        else:
            outcomes = everything(reports)
        summarise(outcomes, time.monotonic() - started, reports)
    return 0 if all(outcome.held for outcome in outcomes) else 1


def everything(reports: Path) -> list[Outcome]:
    """Run all steps; a step that fails does not hide the next."""
    install_system_packages()
    with throwaway.cluster() as url:
        steps = [
            *static(),
            pytest("SQLite", reports, "tests", f"--ignore={JOURNEYS}", "--cov"),
            Step("coverage", [sys.executable, "scripts/coverage_gate.py"]),
            pytest(
                "PostgreSQL",
                reports,
                "tests",
                *(f"--ignore={folder}" for folder in (JOURNEYS, *PURE, "tests/architecture")),
                url=url,
            ),
            pytest("journeys", reports, JOURNEYS),
            Step("generated docs in step", [sys.executable, "scripts/reference.py", "--check"]),
            guardbook("migrations complete", "manage", "makemigrations", "--check", "--dry-run"),
            guardbook("packs sound", "content", "check"),
            Step("wheel complete", [sys.executable, "scripts/wheel_check.py"]),
        ]
        return [run(step) for step in steps]


def static() -> tuple[Step, ...]:
    """Return the steps that only read the code."""
    return (
        Step("format", [tool("ruff"), "format", "--check", "."]),
        Step("lint", [tool("ruff"), "check", "."]),
        Step("types", [tool("mypy")]),
        Step("contracts", [tool("lint-imports")]),
    )


def tool(name: str) -> str:
    """Return the path of a tool in this environment."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def pytest(name: str, reports: Path, *what: str, url: str = "", workers: str = WORKERS) -> Step:
    """Return a step that runs tests and leaves a report to count them from."""
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={reports / name}.xml", *what]
    return Step(name, command + (["-n", workers] if workers else []), {"GUARDBOOK_DATABASE_URL": url} if url else {})


def guardbook(name: str, *arguments: str) -> Step:
    """Return a step that is one of the product's own commands."""
    return Step(name, [sys.executable, "-m", "guardbook", *arguments])


def run(step: Step) -> Outcome:
    """Run one step with its output in the open, and time it."""
    print(f"\n== {step.name}", flush=True)
    started = time.monotonic()
    code = subprocess.run(list(step.command), env={**os.environ, **step.environment}, check=False).returncode
    return Outcome(step.name, time.monotonic() - started, held=code == 0)


def install_system_packages() -> None:
    """Install what the tests need from the system, as root on Debian; elsewhere say what is missing."""
    missing = [name for name, place in SYSTEM.items() if not is_there(name, place)]
    if not missing:
        return
    if not shutil.which("apt-get") or os.geteuid() != 0:
        print(f"The tests need these system packages (Debian's names): {' '.join(missing)}", file=sys.stderr)
        raise SystemExit(f"On Debian or Ubuntu: sudo apt-get install {' '.join(missing)}")
    print(f"Installing what the tests need: {' '.join(missing)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        if subprocess.run(["apt-get", "-qq", *command], env=quiet, check=False, stdout=subprocess.DEVNULL).returncode:
            raise SystemExit(f"They could not be installed. Try yourself: apt-get install {' '.join(missing)}")


def is_there(package: str, place: str | None) -> bool:
    """Say whether a system package is there: by its file, or by asking Debian."""
    if place is not None:
        return Path(place).exists()
    asked = shutil.which("dpkg-query")
    if asked is None:
        return True  # not Debian: a library shows when it is used
    state = subprocess.run([asked, "-W", "-f=${Status}", package], capture_output=True, text=True, check=False)
    return "install ok installed" in state.stdout


def summarise(outcomes: Sequence[Outcome], seconds: float, reports: Path) -> None:
    """Print each step's time, and how many tests passed in all."""
    print("\n== time of each step")
    for outcome in outcomes:
        print(f"{outcome.seconds:7.1f} s  {'held  ' if outcome.held else 'FAILED'}  {outcome.name}")
    print(f"{seconds:7.1f} s  in all\n")
    suites = [suite for file in sorted(reports.glob("*.xml")) for suite in ElementTree.parse(file).iter("testsuite")]
    ran, bad, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites for name in names)
        for names in (("tests",), ("failures", "errors"), ("skipped",))
    )
    print(f"{ran - bad - skipped} passed, {bad} failed, {skipped} skipped", flush=True)


if __name__ == "__main__":
    sys.exit(main())
