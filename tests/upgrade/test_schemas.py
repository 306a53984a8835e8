"""Conversion of the schemas of Swagger 2.0 and OpenAPI 3.0 to 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.load.document import resolve
from sdksmith.upgrade import upgrade

from tests.model.documents import openapi30, swagger2

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

PET: JsonObject = {"$ref": "#/definitions/Pet"}
NEW_PET: JsonObject = {"$ref": "#/components/schemas/Pet"}
NULL: JsonObject = {"type": "null"}
BOTH: list[tuple[JsonObject, JsonObject]] = [
    ({"type": "string"}, {"type": "string"}),
    ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
    ({"type": "string", "x-nullable": True}, {"type": ["string", "null"]}),
    ({"type": "string", "nullable": False}, {"type": "string"}),
    (
        {"type": "string", "enum": ["a"], "nullable": True},
        {"type": ["string", "null"], "enum": ["a", None]},
    ),
    (
        {"type": ["string", "integer"], "nullable": True},
        {"type": ["string", "integer", "null"]},
    ),
    (
        {"properties": {}, "nullable": True},
        {"properties": {}, "type": ["object", "null"]},
    ),
    ({"items": {}, "nullable": True}, {"items": {}, "type": ["array", "null"]}),
    ({"nullable": True}, {}),
    (
        {
            "minimum": 1,
            "exclusiveMinimum": True,
            "maximum": 2,
            "exclusiveMaximum": False,
        },
        {"exclusiveMinimum": 1, "maximum": 2},
    ),
    ({"exclusiveMaximum": True}, {}),
    ({"example": 1}, {"examples": [1]}),
    ({"x-example": 1}, {"examples": [1]}),
    ({"example": 1, "examples": [2]}, {"examples": [2]}),
    ({"type": "file"}, {"type": "string", "format": "binary"}),
    ({"format": "byte"}, {"format": "byte"}),
    ({"x-deprecated": True}, {"deprecated": True}),
    ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}),
    (
        {"x-sdksmith-one-of": [{"type": "file"}], "x-sdksmith-any-of": [{}]},
        {"oneOf": [{"type": "string", "format": "binary"}], "anyOf": [{}]},
    ),
    ({"x-sdksmith-types": ["string", "null"]}, {"type": ["string", "null"]}),
    ({"x-sdksmith-const": None}, {"const": None}),
    (
        {"type": "array", "items": {}, "x-sdksmith-tuple": [{"type": "string"}]},
        {"type": "array", "prefixItems": [{"type": "string"}]},
    ),
    (
        {"items": [{"type": "string"}], "additionalItems": False},
        {"prefixItems": [{"type": "string"}], "items": False},
    ),
    ({"items": []}, {}),
    (
        {"properties": {"nullable": {"type": "string"}, "example": {"example": 1}}},
        {"properties": {"nullable": {"type": "string"}, "example": {"examples": [1]}}},
    ),
    (
        {"additionalProperties": {"type": "file"}},
        {"additionalProperties": {"type": "string", "format": "binary"}},
    ),
    ({"example": {"nullable": True}}, {"examples": [{"nullable": True}]}),
    ({"default": {"type": "file"}}, {"default": {"type": "file"}}),
]


@pytest.mark.parametrize(("old", "new"), BOTH)
def test_schema_is_converted_to_3_1(old: JsonObject, new: JsonObject) -> None:
    in_20 = upgrade(swagger2(definitions={"S": old}))
    in_30 = upgrade(openapi30(components={"schemas": {"S": old}}))
    assert resolve(in_20.root, "/components/schemas/S") == new
    assert resolve(in_30.root, "/components/schemas/S") == new


SWAGGER: list[tuple[JsonObject, JsonObject]] = [
    (PET, NEW_PET),
    (
        {**PET, "description": "Mine.", "required": ["a"], "x-note": 1},
        {**NEW_PET, "description": "Mine.", "x-note": 1},
    ),
    ({**PET, "x-nullable": True}, {"anyOf": [NEW_PET, NULL]}),
    (
        {"allOf": [PET], "x-nullable": True, "description": "Mine."},
        {"anyOf": [{"allOf": [NEW_PET]}, NULL], "description": "Mine."},
    ),
    (
        {"x-sdksmith-any-of": [PET], "x-nullable": True},
        {"anyOf": [NEW_PET, NULL]},
    ),
    (
        {
            "discriminator": "kind",
            "x-sdksmith-mapping": {"a": "Pet", "b": "#/definitions/Pet"},
        },
        {
            "discriminator": {
                "propertyName": "kind",
                "mapping": {"a": "Pet", "b": "#/components/schemas/Pet"},
            }
        },
    ),
    ({"$ref": "pets.json#/definitions/Pet"}, {"$ref": "pets.json#/definitions/Pet"}),
]


@pytest.mark.parametrize(("old", "new"), SWAGGER)
def test_references_of_swagger_2_are_rewritten(
    old: JsonObject, new: JsonObject
) -> None:
    upgraded = upgrade(swagger2(definitions={"S": {"properties": {"it": old}}}))
    assert resolve(upgraded.root, "/components/schemas/S/properties/it") == new


def test_escaped_names_stay_escaped() -> None:
    upgraded = upgrade(
        swagger2(
            definitions={"a/b": {}, "S": {"items": {"$ref": "#/definitions/a~1b"}}}
        )
    )
    found = resolve(upgraded.root, "/components/schemas/S/items/$ref")
    assert found == "#/components/schemas/a~1b"
    assert resolve(upgraded.root, "/components/schemas/a~1b") == {}


def test_deeply_nested_schemas_are_upgraded() -> None:
    # The load stage rejects documents with more than 200 levels.
    deep: JsonObject = {"type": "file"}
    for _ in range(180):
        deep = {"type": "array", "items": deep}
    upgraded = upgrade(swagger2(definitions={"Deep": deep}))
    pointer = "/components/schemas/Deep" + "/items" * 180
    assert resolve(upgraded.root, pointer) == {"type": "string", "format": "binary"}
