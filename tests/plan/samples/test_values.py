"""Samples of schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema_rs
import pytest

from tests.plan.samples.schemas import sample

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

SCHEMAS: list[JsonObject] = [
    {"type": "integer", "minimum": 18, "maximum": 20},
    {"type": "integer", "exclusiveMinimum": 7, "multipleOf": 5},
    {"type": "integer", "maximum": -3},
    {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1},
    {"type": "number", "multipleOf": 0.01, "minimum": 19.99},
    {"type": "string", "minLength": 12},
    {"type": "string", "minLength": 2, "maxLength": 2},
    {"type": "string", "format": "email", "minLength": 30},
    {"type": "string", "format": "ipv6"},
    {"type": "string", "format": "uri"},
    {"type": "string", "format": "date-time"},
    {"type": "array", "items": {"type": "integer"}, "minItems": 3, "uniqueItems": True},
    {
        "type": "array",
        "items": {"enum": ["a", "b", "c"]},
        "minItems": 2,
        "uniqueItems": True,
    },
    {
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 5},
        "propertyNames": {"pattern": "^[A-Z]{2}$"},
        "minProperties": 1,
    },
    {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
        "minProperties": 1,
        "dependentRequired": {"a": ["b"]},
    },
    {
        "type": "object",
        "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
        "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
    },
    {
        "oneOf": [
            {
                "type": "object",
                "properties": {name: {"type": "string"}},
                "additionalProperties": False,
            }
            for name in ("cat", "dog")
        ]
    },
    {"type": "string", "minLength": 2, "example": "x"},
    {"type": "string", "format": "byte", "example": "not base64", "minLength": 4},
    {"type": "string", "enum": ["", ".", "up"]},
    {"type": ["string", "null"], "const": "only"},
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=str)
def test_sample_is_valid(schema: JsonObject) -> None:
    validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
    value = sample(schema)
    assert validator.is_valid(value), value


def test_valid_examples_are_used() -> None:
    schema: JsonObject = {
        "type": "object",
        "required": ["id", "age", "kind"],
        "properties": {
            "id": {"type": "string", "example": "in_1"},
            "age": {"type": "integer", "minimum": 18, "example": 3, "default": 21},
            "kind": {"type": "string"},
            "optional": {"type": "string", "example": "omitted"},
        },
        "example": {"kind": "cat", "id": 7},
    }
    assert sample(schema) == {"id": "in_1", "age": 21, "kind": "cat"}


def test_read_only_properties_are_not_sent_and_write_only_ones_not_received() -> None:
    schema: JsonObject = {
        "type": "object",
        "required": ["id", "secret", "name"],
        "properties": {
            "id": {"type": "string", "readOnly": True},
            "secret": {"type": "string", "writeOnly": True},
            "name": {"type": "string"},
        },
    }
    assert sample(schema) == {"secret": "x", "name": "x"}
    assert sample(schema, sent=False) == {"id": "x", "name": "x"}


def test_samples_of_recursive_schemas_terminate() -> None:
    expression: JsonObject = {
        "oneOf": [
            {"$ref": "#/components/schemas/And"},
            {"$ref": "#/components/schemas/Not"},
            {"$ref": "#/components/schemas/Leaf"},
        ]
    }
    both: JsonObject = {
        "type": "object",
        "required": ["left", "right"],
        "properties": {
            "left": {"$ref": "#/components/schemas/Thing"},
            "right": {"$ref": "#/components/schemas/Thing"},
        },
    }
    negation: JsonObject = {
        "type": "object",
        "required": ["inner"],
        "properties": {"inner": {"$ref": "#/components/schemas/Thing"}},
    }
    leaf: JsonObject = {
        "type": "object",
        "required": ["name", "value", "note"],
        "properties": {key: {"type": "string"} for key in ("name", "value", "note")},
    }
    made = sample(expression, And=both, Not=negation, Leaf=leaf)
    assert made == {"name": "x", "value": "x", "note": "x"}
    endless: JsonObject = {
        "type": "object",
        "required": ["again"],
        "properties": {"again": {"$ref": "#/components/schemas/Thing"}},
    }
    assert sample(endless) == {"again": {}}
