"""What a schema means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import Choice

from tests.model.documents import (
    build_schema,
    build_schemas,
    field_of,
    record_of,
    schema_of,
    show,
    type_of,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonArray, JsonObject, JsonValue


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
def test_a_schema_has_the_type_it_says(schema: JsonValue, expected: str) -> None:
    assert build_schema(schema) == expected


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"enum": ["a", "b", "a"]}, "string['a', 'b']"),
        ({"type": "string", "enum": ["a", None]}, "string['a']"),
        ({"type": "integer", "enum": [1, 2]}, "integer[1, 2]"),
        ({"type": "integer", "enum": ["1", "2"]}, "integer[1, 2]"),
        ({"type": "string", "enum": [1, True]}, "string['1', 'true']"),
        ({"type": "number", "enum": [0.5, 1]}, "number[0.5, 1]"),
        ({"enum": [1, "a"]}, "any[1, 'a']"),
        ({"enum": [1, True]}, "any[1, True]"),
        ({"const": "cat"}, "string['cat']"),
        ({"const": None}, "null"),
        ({"enum": [None]}, "null"),
        ({"enum": []}, "any"),
        ({"enum": [{"a": 1}]}, "map<any>"),
        ({"type": "array", "enum": [["a"]], "items": {"type": "string"}}, "[string]"),
        ({"type": "array", "enum": ["a", "b"]}, "[string['a', 'b']]"),
        (
            {"type": ["array", "null"], "items": {"enum": [1]}, "enum": ["a"]},
            "[integer[1]]",
        ),
        ({"type": "boolean", "enum": [True, False]}, "boolean"),
        ({"type": "boolean", "enum": [True]}, "boolean[True]"),
    ],
)
def test_an_enumeration_has_the_values_it_lists(
    schema: JsonObject, expected: str
) -> None:
    assert build_schema(schema) == expected


@pytest.mark.parametrize(
    "extension",
    [
        {"x-enum-varnames": ["Red", "Green"], "x-enum-descriptions": ["Hot", "Cold"]},
        {
            "x-ms-enum": {
                "name": "Colour",
                "values": [
                    {"value": "g", "name": "Green", "description": "Cold"},
                    {"value": "r", "name": "Red", "description": "Hot"},
                ],
            }
        },
        {
            "x-enumNames": ["Red", "Green"],
            "x-enum-descriptions": {"r": "Hot", "g": "Cold"},
        },
    ],
)
def test_values_have_the_names_that_extensions_give_them(extension: JsonObject) -> None:
    api = build_schemas({"Colour": {"type": "string", "enum": ["r", "g"], **extension}})
    choice = schema_of(api, "Colour")
    assert isinstance(choice, Choice)
    assert choice.labels == ("Red", "Green")
    assert choice.descriptions == ("Hot", "Cold")


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
def test_titled_constants_are_an_enumeration(key: str) -> None:
    members: JsonArray = [
        {"const": 1, "title": "Red", "description": "Hot"},
        {"const": 2, "title": "Green"},
        {"type": "null"},
    ]
    colour: JsonObject = {"type": "integer", key: members}
    only: JsonObject = {key: [{"const": "x", "title": "X"}]}
    api = build_schemas({"Colour": colour, "Only": only})
    choice = schema_of(api, "Colour")
    assert isinstance(choice, Choice)
    assert (choice.values, choice.labels) == ((1, 2), ("Red", "Green"))
    assert choice.descriptions == ("Hot", "")
    lone = schema_of(api, "Only")
    assert isinstance(lone, Choice)
    assert (lone.meta.name, lone.labels) == ("Only", ("X",))


def test_values_of_several_types_stay_a_union() -> None:
    assert (
        build_schema({"oneOf": [{"const": 1}, {"const": "a"}]})
        == "integer[1] | string['a']"
    )


def test_fields_say_whether_they_are_there() -> None:
    api = build_schemas(
        {
            "Pet": {
                "type": "object",
                "required": ["id", "nobody"],
                "properties": {
                    "id": {"type": "integer"},
                    "tag": {"type": ["string", "null"]},
                    "limit": {"type": "integer", "default": 10},
                    "gone": {"type": "string", "default": None},
                    "unset": {"type": ["string", "null"], "default": None},
                },
            }
        }
    )
    assert show(api, schema_of(api, "Pet")) == (
        "{id: integer, tag?: string|null, limit=10: integer, gone?: string, "
        "unset=null: string|null}"
    )


def test_fields_keep_what_is_said_about_them() -> None:
    api = build_schemas(
        {
            "Pet": {
                "properties": {
                    "id": {
                        "type": "string",
                        "readOnly": True,
                        "description": " The id. ",
                    },
                    "pin": {"type": "string", "writeOnly": True, "deprecated": True},
                    "owner": {
                        "allOf": [{"$ref": "#/components/schemas/Owner"}],
                        "description": "Who has it.",
                        "readOnly": True,
                    },
                    "kind": {
                        "anyOf": [
                            {"type": "string", "description": "Which."},
                            {"type": "null"},
                        ]
                    },
                    "plain": {"$ref": "#/components/schemas/Owner"},
                }
            },
            "Owner": {"type": "object", "description": "A person.", "deprecated": True},
        }
    )
    assert field_of(api, "Pet", "id").read_only
    assert field_of(api, "Pet", "id").description == "The id."
    assert field_of(api, "Pet", "pin").write_only
    assert field_of(api, "Pet", "pin").deprecated
    owner = field_of(api, "Pet", "owner")
    assert (owner.description, owner.read_only) == ("Who has it.", True)
    assert type_of(api, owner.type) == "Owner"
    kind = field_of(api, "Pet", "kind")
    assert (kind.description, kind.nullable) == ("Which.", True)
    plain = field_of(api, "Pet", "plain")
    assert (plain.description, plain.deprecated) == ("", False)
    assert schema_of(api, "Owner").meta.deprecated


@pytest.mark.parametrize(
    ("rest", "extra", "declared"),
    [
        ({}, "any", False),
        ({"additionalProperties": True}, "any", True),
        ({"additionalProperties": {}}, "any", True),
        ({"additionalProperties": {"type": "string"}}, "string", True),
        ({"additionalProperties": False}, "none", True),
        ({"unevaluatedProperties": False}, "none", True),
        ({"patternProperties": {"^a": {"type": "string"}}}, "string", True),
        (
            {"patternProperties": {"^x-": {}}, "additionalProperties": False},
            "none",
            True,
        ),
    ],
)
def test_a_record_says_what_else_it_may_hold(
    rest: JsonObject, extra: str, declared: bool
) -> None:
    api = build_schemas({"Pet": {"properties": {"id": {}}, **rest}})
    pet = record_of(api, "Pet")
    assert extra == ("none" if pet.extra is None else type_of(api, pet.extra))
    assert pet.extra_declared is declared
