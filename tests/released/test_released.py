"""Every version that was ever released: its backup comes back in this one, with everything in it.

Each file beside this one is `guardbook backup` of `guardbook demo`, made by the version in its name when that was
released. A file is added for each release and never changed. Until the first release, a change of the tables is
followed by making the file anew: `./guardbook demo`, then `./guardbook backup tests/released/VERSION.guardbook`.
"""

import json
from pathlib import Path

import pytest

from guardbook import __version__
from tests import installation

HERE = Path(__file__).parent
RELEASES = sorted(HERE.glob("*.guardbook"))
GUARDBOOK = ("-m", "guardbook")


IMPORTS = {"0.1.0": 0}
"""How many imports the made-up provider of a version had applied; thirteen since its registers came from sheets."""


def test_this_version_has_its_file() -> None:
    assert f"{__version__}.guardbook" in {file.name for file in RELEASES}


@pytest.mark.parametrize("release", RELEASES, ids=lambda file: file.stem)
def test_a_released_version_can_be_upgraded_to_this_one(release: Path, tmp_path: Path) -> None:
    with installation.made(tmp_path / "own") as own:
        said = own.run(*GUARDBOOK, "restore", str(release))
        verified = own.run(*GUARDBOOK, "audit", "verify")
        found = json.loads(own.run(*GUARDBOOK, "drill", "look").splitlines()[-1])

    assert "Restored and proved" in said
    assert "is whole" in verified
    assert found == {"people": 52, "imports": IMPORTS.get(release.stem, 13), "snapshots": 1, "faults": []}
