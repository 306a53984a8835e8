"""Documents for the tests of the repair stage, and their validation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml
from openapi_spec_validator import (
    OpenAPIV2SpecValidator,
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from sdksmith.load import load_document
from sdksmith.load.document import Dialect, Document

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

_VALIDATORS = {
    Dialect.SWAGGER_20: OpenAPIV2SpecValidator,
    Dialect.OPENAPI_30: OpenAPIV30SpecValidator,
    Dialect.OPENAPI_31: OpenAPIV31SpecValidator,
    Dialect.OPENAPI_32: OpenAPIV32SpecValidator,
}


def parse(text: str) -> JsonObject:
    """Parse a YAML mapping with string keys."""
    root = _with_text_keys(yaml.safe_load(text))
    assert isinstance(root, dict)
    return root


def _with_text_keys(value: JsonValue) -> JsonValue:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_with_text_keys(item) for item in value]
    return value


def document(root: JsonObject, name: str = "spec.yaml") -> Document:
    """Return a tree as a loaded document."""
    return load_document(name, json.dumps(root, indent=1).encode()).document


def swagger(text: str) -> Document:
    """Return a Swagger 2.0 document from YAML; version and info are added."""
    start: JsonObject = {"swagger": "2.0", "info": {"title": "T", "version": "1"}}
    return document(start | parse(text))


def as_text(root: JsonObject) -> str:
    """Serialise a tree for comparison: `true` and `1` are equal in Python."""
    return json.dumps(root, indent=1, sort_keys=True)


def validation_errors(root: JsonObject, dialect: Dialect) -> list[str]:
    """Return the errors of the full check of openapi-spec-validator."""
    try:
        errors = list(_VALIDATORS[dialect](root).iter_errors())
    except Exception as error:  # noqa: BLE001 - it raises undocumented exceptions
        return [f"{type(error).__name__}: {str(error)[:200]}"]
    return [f"{'/'.join(map(str, e.path))}: {e.message[:200]}" for e in errors]
