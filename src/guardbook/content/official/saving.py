"""Keeps an accepted official list in the data folder, whole or not at all."""

import os
import tempfile
from pathlib import Path

from guardbook.content.packfiles import writing
from guardbook.rules.frameworks.packs import Pack


def save_official(pack: Pack, data_folder: Path) -> Path:
    """Write the pack to ``frameworks/<code>/<version>/pack.yaml`` and return that path.

    A list of the same version that was imported before is replaced in one step; a failure leaves it as it was.
    """
    folder = data_folder / "frameworks" / pack.code / pack.version
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=".pack-", suffix=".tmp")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(writing.text(pack))
            file.flush()
            os.fsync(file.fileno())
        return unfinished.replace(folder / "pack.yaml")
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
