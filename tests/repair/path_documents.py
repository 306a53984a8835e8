"""Documents with paths, and their repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.repair.engine.passes import repair

from tests.repair.documents import document

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


def spec(paths: JsonObject, **fields: JsonValue) -> JsonObject:
    info: JsonObject = {"title": "T", "version": "1"}
    return {"swagger": "2.0", "info": info, **fields, "paths": paths}


def operation(*names: str) -> JsonObject:
    """Return an operation with path parameters."""
    parameters: list[JsonValue] = [
        {"name": name, "in": "path", "required": True, "type": "string"}
        for name in names
    ]
    return {
        "parameters": parameters,
        "responses": {"200": {"description": "All is well."}},
    }


def repaired_paths(paths: JsonObject, **fields: JsonValue) -> JsonObject:
    repaired = repair(document(spec(paths, **fields))).document.root["paths"]
    assert isinstance(repaired, dict)
    return repaired
