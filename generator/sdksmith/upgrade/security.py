"""Conversion of Swagger 2.0 security definitions to OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..json_data import object_of, text_of

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from .conversion import Conversion

_FLOWS: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_FLOW_KEYS: Final = frozenset({"flow", "authorizationUrl", "tokenUrl", "scopes"})


def upgrade_security_definitions(conversion: Conversion) -> JsonObject:
    """Return `components.securitySchemes` of a document."""
    definitions = object_of(conversion.root.get("securityDefinitions"))
    schemes: JsonObject = {
        name: conversion.derived(_scheme(conversion, node), node)
        for name, node in definitions.items()
        if isinstance(node, dict)
    }
    return conversion.derived(schemes, definitions)


def _scheme(conversion: Conversion, node: JsonObject) -> JsonObject:
    if node.get("type") == "basic":
        return {**node, "type": "http", "scheme": "basic"}
    if isinstance(node.get("x-sdksmith-scheme"), str):
        return _http_scheme(node)
    if node.get("type") != "oauth2":
        return dict(node)
    scheme = {key: value for key, value in node.items() if key not in _FLOW_KEYS}
    scheme["flows"] = {_flow_name(node): conversion.derived(_flow(node), node)}
    return scheme


def _http_scheme(node: JsonObject) -> JsonObject:
    """Convert an API key in the Authorization header that stands for an HTTP scheme."""
    key = {"type", "in", "name", "x-sdksmith-scheme"}
    scheme = {field: value for field, value in node.items() if field not in key}
    return {**scheme, "type": "http", "scheme": node["x-sdksmith-scheme"]}


def _flow_name(node: JsonObject) -> str:
    """Return the 3.1 name of a flow, inferred from its URLs if it is not declared."""
    named = _FLOWS.get(text_of(node.get("flow")))
    if named:
        return named
    if "tokenUrl" not in node:
        return "implicit"
    return "authorizationCode" if "authorizationUrl" in node else "clientCredentials"


def _flow(node: JsonObject) -> JsonObject:
    flow: dict[str, JsonValue] = {
        key: node[key] for key in ("authorizationUrl", "tokenUrl") if key in node
    }
    flow["scopes"] = {
        name: text_of(description)
        for name, description in object_of(node.get("scopes")).items()
        if not name.startswith("x-")
    }
    return flow
