"""Pieces of upgraded Swagger 2.0 documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.json_data import object_of
from sdksmith.load.document import resolve
from sdksmith.upgrade import upgrade

from tests.model.documents import swagger2

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

DONE: JsonObject = {"200": {"description": "OK"}}


def at(pointer: str, **keys: JsonValue) -> JsonValue:
    """Return what is at a pointer of an upgraded document, None if nothing is."""
    try:
        return resolve(upgrade(swagger2(**keys)).root, pointer)
    except KeyError:
        return None


def upgrade_operation(operation: JsonObject, **keys: JsonValue) -> JsonObject:
    paths: JsonObject = {"/pets": {"post": {"responses": DONE, **operation}}}
    return object_of(at("/paths/~1pets/post", paths=paths, **keys))
