"""Inference of the specification of a document without a version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..json_data import array_of, object_of
from .document import Dialect

if TYPE_CHECKING:
    from ..json_data import JsonObject

_ONLY_2: Final = frozenset(
    {
        "definitions",
        "basePath",
        "host",
        "securityDefinitions",
        "consumes",
        "produces",
        "schemes",
    }
)
_ONLY_3: Final = frozenset({"components", "servers", "webhooks", "jsonSchemaDialect"})


def find_indicated_dialects(root: JsonObject) -> set[Dialect]:
    """Return the specifications that the keys of a document indicate.

    The result is empty if the document has no paths, because nothing can be generated
    from it.
    """
    paths = root.get("paths")
    if not isinstance(paths, dict) or not any(key.startswith("/") for key in paths):
        return set()
    dialects: set[Dialect] = set()
    if _ONLY_2 & root.keys():
        dialects.add(Dialect.SWAGGER_20)
    if _ONLY_3 & root.keys():
        newer = {"webhooks", "jsonSchemaDialect"} & root.keys()
        dialects.add(Dialect.OPENAPI_31 if newer else Dialect.OPENAPI_30)
    if dialects:
        return dialects
    for item in paths.values():
        for operation in item.values() if isinstance(item, dict) else ():
            if isinstance(operation, dict):
                dialects |= _dialects_of_operation(operation)
    return dialects


def _dialects_of_operation(operation: JsonObject) -> set[Dialect]:
    dialects: set[Dialect] = set()
    if "requestBody" in operation:
        dialects.add(Dialect.OPENAPI_30)
    for response in object_of(operation.get("responses")).values():
        keys = object_of(response).keys()
        if "content" in keys:
            dialects.add(Dialect.OPENAPI_30)
        if "schema" in keys:
            dialects.add(Dialect.SWAGGER_20)
    for parameter in array_of(operation.get("parameters")):
        fields = object_of(parameter)
        if fields.get("in") in ("body", "formData"):
            dialects.add(Dialect.SWAGGER_20)
        elif "schema" in fields:
            dialects.add(Dialect.OPENAPI_30)
    return dialects
