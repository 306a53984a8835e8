"""Conversion of schemas to types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.documents import (
    build_schema,
    build_schemas,
    field_of,
    schema_of,
    show,
    type_of,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


@pytest.mark.parametrize("value", [None, 1, "x", [], [1], {"a": 1}, {"$ref": 1}])
@pytest.mark.parametrize(
    "key",
    [
        *("type", "enum", "properties", "required", "items", "allOf", "oneOf", "anyOf"),
        *("additionalProperties", "discriminator", "format", "prefixItems", "$ref"),
        *("patternProperties", "description", "x-ms-enum", "nullable", "examples"),
    ],
)
def test_invalid_values_of_keywords_are_tolerated(key: str, value: JsonValue) -> None:
    assert build_schema({key: value})
    assert build_schema({"type": "object", "properties": {"a": {}}, key: value})


def test_alias_components_share_a_type() -> None:
    api = build_schemas(
        {
            "A": {"$ref": "#/components/schemas/B"},
            "B": {"$ref": "#/components/schemas/C"},
            "C": {"type": "object", "properties": {"id": {"type": "string"}}},
        }
    )
    ids = dict(api.schemas)
    assert ids["A"] == ids["B"] == ids["C"]
    assert api.types[ids["A"]].meta.name == "C"


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}},
        {"type": "object"},
        {"enum": ["a"]},
        {},
    ],
)
def test_components_of_any_type_keep_their_names(schema: JsonObject) -> None:
    api = build_schemas(
        {
            "Named": schema,
            "User": {"properties": {"it": {"$ref": "#/components/schemas/Named"}}},
        }
    )
    assert type_of(api, field_of(api, "User", "it").type) == "Named"


def test_recursive_schemas_are_converted() -> None:
    api = build_schemas(
        {
            "Node": {
                "type": "object",
                "properties": {
                    "next": {"$ref": "#/components/schemas/Node"},
                    "children": {
                        "type": "array",
                        "items": {"$ref": "#/components/schemas/Node"},
                    },
                },
            }
        }
    )
    assert show(api, schema_of(api, "Node")) == "{next?: Node, children?: [Node]}"


@pytest.mark.parametrize(
    "schemas",
    [
        {"A": {"$ref": "#/components/schemas/A"}},
        {
            "A": {"$ref": "#/components/schemas/B"},
            "B": {"$ref": "#/components/schemas/A"},
        },
        {"A": {"allOf": [{"$ref": "#/components/schemas/A"}]}},
        {"A": {"oneOf": [{"$ref": "#/components/schemas/A"}]}},
        {"A": {"$ref": "#/components/schemas/Missing"}},
        {"A": {"$ref": "other.json#/Pet"}},
        {"A": {"$ref": "#anchor"}},
        {"A": {"$ref": "https://example.com/pet.json"}},
    ],
)
def test_unresolvable_references_have_type_any(schemas: JsonObject) -> None:
    api = build_schemas(schemas)
    assert show(api, schema_of(api, "A")) == "any"


def test_escaped_references_through_references_resolve() -> None:
    api = build_schemas(
        {
            "a/b c": {"properties": {"tag": {"type": "string", "enum": ["x"]}}},
            "Alias": {"$ref": "#/components/schemas/a~1b%20c"},
            "User": {
                "properties": {
                    "tag": {"$ref": "#/components/schemas/Alias/properties/tag"}
                }
            },
        }
    )
    assert dict(api.schemas)["Alias"] == dict(api.schemas)["a/b c"]
    assert type_of(api, field_of(api, "User", "tag").type) == "string['x']"


def test_deep_schemas_do_not_exceed_the_recursion_limit() -> None:
    deep: JsonObject = {"type": "string"}
    for _ in range(150):
        deep = {"type": "array", "items": deep}
    schemas: JsonObject = {
        f"S{number}": {
            "properties": {"next": {"$ref": f"#/components/schemas/S{number + 1}"}}
        }
        for number in range(3000)
    }
    chain: JsonObject = {
        f"R{number}": {"oneOf": [{"$ref": f"#/components/schemas/R{number + 1}"}]}
        for number in range(3000)
    }
    api = build_schemas(
        {"Deep": deep, **schemas, **chain, "R3000": {"type": "integer"}}
    )
    assert show(api, schema_of(api, "R0")) == "integer"
    assert show(api, schema_of(api, "S2998")) == "{next?: S2999}"
    assert show(api, schema_of(api, "Deep")).count("[") == 150


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, "string"),
        ({"type": "string", "format": "date"}, "date(date)"),
        ({"type": "string", "format": "date-time"}, "date-time(date-time)"),
        ({"type": "string", "format": "time"}, "time(time)"),
        ({"type": "string", "format": "duration"}, "duration(duration)"),
        ({"type": "string", "format": "uuid"}, "uuid(uuid)"),
        ({"type": "string", "format": "byte"}, "byte(byte)"),
        ({"type": "string", "format": "binary"}, "binary(binary)"),
        ({"type": "string", "format": "password"}, "string(password)"),
        ({"type": "string", "format": "email"}, "string(email)"),
        ({"type": "string", "contentEncoding": "base64"}, "byte(base64)"),
        ({"type": "string", "contentMediaType": "image/png"}, "binary"),
        ({"type": "string", "contentMediaType": "application/json"}, "string"),
        ({"type": "integer", "format": "int64"}, "integer(int64)"),
        ({"type": "number", "format": "double"}, "number(double)"),
        ({"type": "number", "format": "int64"}, "integer(int64)"),
        ({"type": "boolean"}, "boolean"),
        ({"type": "null"}, "null"),
        ({}, "any"),
        (True, "any"),
        ({"description": "Anything."}, "any"),
        ({"type": "time"}, "any"),
        ({"format": "uuid"}, "uuid(uuid)"),
        ({"pattern": "^a"}, "string"),
        ({"minimum": 1}, "number"),
        ({"type": ["string", "null"]}, "string"),
        ({"type": ["string", "integer"]}, "string | integer"),
        (
            {"type": ["array", "string"], "items": {"type": "integer"}},
            "[integer] | string",
        ),
        (
            {"type": ["string", "number", "boolean", "object", "array", "null"]},
            "any",
        ),
        ({"x-sdksmith-untyped": True, "type": "string"}, "untyped"),
        ({"not": {"type": "string"}}, "any"),
        ({"type": "array"}, "[any]"),
        ({"type": "array", "items": {"type": "string"}}, "[string]"),
        ({"items": {"type": "string"}}, "[string]"),
        ({"type": "array", "items": {"type": ["string", "null"]}}, "[string|null]"),
        (
            {"prefixItems": [{"type": "string"}, {"type": "integer"}]},
            "(string, integer)",
        ),
        (
            {"prefixItems": [{"type": "string"}], "items": {"type": "integer"}},
            "(string, *integer)",
        ),
        ({"prefixItems": [{"type": "string"}], "items": False}, "(string)"),
        ({"type": "object"}, "map<any>"),
        ({"type": "object", "properties": {}}, "map<any>"),
        ({"additionalProperties": {"type": "integer"}}, "map<integer>"),
        (
            {"type": "object", "additionalProperties": {"type": ["integer", "null"]}},
            "map<integer|null>",
        ),
        ({"type": "object", "additionalProperties": False}, "{}"),
        (
            {"type": "object", "patternProperties": {"^x": {"type": "string"}}},
            "map<string>",
        ),
        (
            {
                "type": "object",
                "patternProperties": {"^a": {"type": "string"}, "^b": {"type": "null"}},
                "additionalProperties": False,
            },
            "map<string | null|null>",
        ),
        ({"properties": {"id": {"type": "integer"}}}, "{id?: integer}"),
    ],
)
def test_schemas_are_converted_to_types(schema: JsonValue, expected: str) -> None:
    assert build_schema(schema) == expected
