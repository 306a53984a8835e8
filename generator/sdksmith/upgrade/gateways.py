"""Conversion of operations for any method, an extension of Amazon API Gateway."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..json_data import object_of

if TYPE_CHECKING:
    from ..json_data import JsonObject
    from ..load.document import Document

_EXTENSION: Final = "x-amazon-apigateway-any-method"
_METHODS: Final = ("get", "post", "put", "patch", "delete")


def expand_any_methods(document: Document) -> Document:
    """Replace operations for any method by one operation for each common method.

    Methods that a path item defines itself are not replaced, as in the gateway. The
    operationId is omitted, because it must be unique.
    """
    paths = object_of(document.root.get("paths"))
    items = {
        path: item
        for path, item in paths.items()
        if isinstance(item, dict) and isinstance(item.get(_EXTENSION), dict)
    }
    if not items:
        return document
    new: JsonObject = dict(paths)
    for path, item in items.items():
        new[path] = _expand(document, item)
    document.origins.derive(new, paths)
    root: JsonObject = {**document.root, "paths": new}
    document.origins.derive(root, document.root)
    return document.with_root(root)


def _expand(document: Document, item: JsonObject) -> JsonObject:
    shared = object_of(item[_EXTENSION])
    new = {key: value for key, value in item.items() if key != _EXTENSION}
    for method in _METHODS:
        if method not in new:
            operation = {
                key: value for key, value in shared.items() if key != "operationId"
            }
            document.origins.derive(operation, shared)
            new[method] = operation
    document.origins.derive(new, item)
    return new
