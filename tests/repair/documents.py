"""Documents for the tests of the repair stage, and the validator that judges them."""

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
    """Return the mapping of a YAML text; its keys are texts, as in JSON."""
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
    """Return a tree as the load stage would hand it on."""
    return load_document(name, json.dumps(root, indent=1).encode()).document


def swagger(text: str) -> Document:
    """Return a Swagger 2.0 document of its YAML, but for version and info."""
    start: JsonObject = {"swagger": "2.0", "info": {"title": "T", "version": "1"}}
    return document(start | parse(text))


def as_text(root: JsonObject) -> str:
    """Return a tree as text: `true` and `1` are equal in Python, not in a document."""
    return json.dumps(root, indent=1, sort_keys=True)


def validation_errors(root: JsonObject, dialect: Dialect) -> list[str]:
    """Return what openapi-spec-validator's full check says, or stumbles over."""
    try:
        errors = list(_VALIDATORS[dialect](root).iter_errors())
    except Exception as error:  # noqa: BLE001 - it promises none, and raises many
        return [f"{type(error).__name__}: {str(error)[:200]}"]
    return [f"{'/'.join(map(str, e.path))}: {e.message[:200]}" for e in errors]
