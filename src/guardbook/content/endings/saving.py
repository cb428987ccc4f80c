"""Keeps the products of a downloaded list in the data folder, each file whole or as it was."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from guardbook.content.endings import writing
from guardbook.rules.registers.endings.published import Product


def save(products: Iterable[Product], data_folder: Path) -> Path:
    """Write each product to ``endings/<key>.yaml`` and return that folder.

    Every file is replaced in one step. A failure half-way leaves some products newer than
    others; each says from which day its list is, so that nothing is mixed up.
    """
    folder = data_folder / "endings"
    folder.mkdir(parents=True, exist_ok=True)
    for product in products:
        _replace(folder / f"{product.key}.yaml", writing.text(product))
    return folder


def _replace(file: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.stem}-", suffix=".tmp")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
