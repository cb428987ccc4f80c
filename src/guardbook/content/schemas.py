"""The published JSON Schemas of a pack's files, for authors' editors and for other programs."""

import json
from collections.abc import Mapping

from pydantic import BaseModel

from guardbook.content.packfiles.shapes import FrameworkShape, ItemShape, PackShape

_PUBLISHED: Mapping[str, type[BaseModel]] = {
    "framework.schema.json": FrameworkShape,
    "item.schema.json": ItemShape,
    "pack.schema.json": PackShape,
}


def texts() -> dict[str, str]:
    """File name and text of every schema, as kept in docs/reference/schemas."""
    return {name: _text(shape) for name, shape in _PUBLISHED.items()}


def _text(shape: type[BaseModel]) -> str:
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.model_json_schema()}
    return json.dumps(described, indent=2, ensure_ascii=False) + "\n"
