"""Upgrade of Swagger 2.0 documents to OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..json_data import object_of
from ..load.document import Dialect
from .bodies import upgrade_body, upgrade_shared_bodies
from .conversion import JSON_MEDIA_TYPE, Conversion
from .parameters import ParameterLists, split_parameters, upgrade_shared_parameters
from .references import rewrite_reference, update_inner_references
from .responses import describes_content, upgrade_responses, upgrade_shared_responses
from .schemas import SchemaUpgrade
from .security import upgrade_security_definitions
from .servers import upgrade_operation_servers, upgrade_servers

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from ..load.document import Document

_METHODS: Final = frozenset(
    {"get", "put", "post", "delete", "options", "head", "patch"}
)
_KEPT: Final = ("security", "tags", "externalDocs")
_OPERATION_KEYS: Final = frozenset(
    {"tags", "summary", "description", "externalDocs", "operationId", "deprecated"}
    | {"security"}
)
_CONVERTED: Final = frozenset({"x-sdksmith-response-ranges", "x-deprecated"})
"""Extensions of an operation that are converted to fields of 3.1."""


def upgrade_swagger2(document: Document) -> Document:
    """Upgrade a Swagger 2.0 document to OpenAPI 3.1.

    Extensions that 3.1 cannot express either (`x-sdksmith-query`,
    `x-sdksmith-error-codes`, ...) are preserved. `x-sdksmith-produces` contains the
    media types of an operation without any content, because 3.1 declares media types
    only in the content.
    """
    root = document.root
    schemas = SchemaUpgrade(document.origins, rewrite_reference)
    conversion = Conversion(root, document.origins, schemas)
    new: JsonObject = {"openapi": "3.1.0", "info": root.get("info", {})}
    new["servers"] = upgrade_servers(root, document.source.name)
    new.update({key: root[key] for key in _KEPT if key in root})
    new["paths"] = _paths(conversion, document.source.name)
    new["components"] = _components(conversion)
    new.update({key: value for key, value in root.items() if key.startswith("x-")})
    update_inner_references(root, new, schemas)
    document.origins.derive(new, root)
    return document.with_root(new, Dialect.OPENAPI_31)


def _components(conversion: Conversion) -> JsonObject:
    definitions = object_of(conversion.root.get("definitions"))
    sections = {
        "schemas": conversion.schemas.convert_map(definitions),
        "parameters": upgrade_shared_parameters(conversion),
        "requestBodies": upgrade_shared_bodies(conversion),
        "responses": upgrade_shared_responses(conversion),
        "securitySchemes": upgrade_security_definitions(conversion),
    }
    return {name: section for name, section in sections.items() if section}


def _paths(conversion: Conversion, source_name: str) -> JsonObject:
    paths = object_of(conversion.root.get("paths"))
    new: JsonObject = {}
    for path, item in paths.items():
        if isinstance(item, dict) and not path.startswith("x-"):
            new[path] = _path_item(conversion, item, source_name)
        else:
            new[path] = item
    return conversion.derived(new, paths)


def _path_item(
    conversion: Conversion, item: JsonObject, source_name: str
) -> JsonObject:
    lists = split_parameters(conversion, item.get("parameters"))
    new: JsonObject = {}
    for key, value in item.items():
        if key in _METHODS and isinstance(value, dict):
            new[key] = _operation(conversion, value, lists, source_name)
        elif key == "parameters":
            if lists.parameters:
                new[key] = lists.parameters
                _derive_list(conversion, lists.parameters, value)
        else:
            new[key] = value
    return conversion.derived(new, item)


def _operation(
    conversion: Conversion, node: JsonObject, shared: ParameterLists, source_name: str
) -> JsonObject:
    lists = split_parameters(conversion, node.get("parameters"))
    new: JsonObject = {
        key: value
        for key, value in node.items()
        if key in _OPERATION_KEYS or (key.startswith("x-") and key not in _CONVERTED)
    }
    if node.get("x-deprecated") is True:
        new["deprecated"] = True
    servers = upgrade_operation_servers(conversion.root, node, source_name)
    if servers:
        new["servers"] = servers
    if lists.parameters:
        new["parameters"] = lists.parameters
        _derive_list(conversion, lists.parameters, node.get("parameters"))
    body = upgrade_body(conversion, node, {**shared.body, **lists.body})
    if body is not None:
        new["requestBody"] = body
    responses = upgrade_responses(conversion, node)
    if responses:
        new["responses"] = responses
    produces = conversion.produces(node)
    if produces not in ([], [JSON_MEDIA_TYPE]) and not describes_content(
        conversion, node
    ):
        new["x-sdksmith-produces"] = [*produces]
    return conversion.derived(new, node)


def _derive_list(conversion: Conversion, new: list[JsonValue], old: JsonValue) -> None:
    if isinstance(old, list):
        conversion.origins.derive(new, old)
