"""Surfaces of clients for small documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sdksmith import Settings
from sdksmith.diff.compare import compare_surfaces
from sdksmith.diff.read import read_surface
from sdksmith.load.files.source import RawSource
from sdksmith.planning import plan_package
from sdksmith.reading import read_api
from sdksmith.report.changes import Impact
from sdksmith.report.observer import Observer

if TYPE_CHECKING:
    from sdksmith.diff.surface import Surface
    from sdksmith.report.changes import Comparison

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}


def document(paths: Schema, schemas: Schema | None = None, **more: Any) -> Schema:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example.com"}],
        "paths": paths,
        "components": {"schemas": schemas or {}},
        **more,
    }


def operation(
    *parameters: Schema, returns: Schema | None = None, sends: Schema | None = None
) -> Schema:
    found: Schema = {"parameters": [*parameters]}
    if sends is not None:
        content = {"application/json": {"schema": sends}}
        found["requestBody"] = {"required": True, "content": content}
    response: Schema = {"description": "-"}
    if returns is not None:
        response["content"] = {"application/json": {"schema": returns}}
    found["responses"] = {"200" if returns is not None else "204": response}
    return found


def parameter(name: str, schema: Schema = TEXT, **more: Any) -> Schema:
    return {"name": name, "in": "query", "schema": schema, **more}


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def obj(*required: str, **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": [*required]}


def surface_of(root: Schema, settings: Settings | None = None) -> Surface:
    settings = settings or Settings()
    source = RawSource("shop.json", json.dumps(root).encode())
    read = read_api("shop.json", settings, Observer(), source)
    return read_surface(plan_package(read, settings, Observer()))


def compare_documents(old: Schema, new: Schema) -> Comparison:
    return compare_surfaces(surface_of(old), surface_of(new))


def lines_of(old: Schema, new: Schema) -> list[str]:
    """Return the changes that callers see, as `impact rule subject: message`."""
    found = compare_documents(old, new)
    return [
        f"{item.impact} {item.rule} {item.subject}: {item.message}"
        for item in found.changes
        if item.impact is not Impact.INTERNAL
    ]
