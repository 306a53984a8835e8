"""Enumerations: `enum`, `const`, and the names of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import Choice

from tests.model.documents import build_schema, build_schemas, schema_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonArray, JsonObject

TEXT: JsonObject = {"type": "string"}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"const": {"a": 1}}, "map<any>"),
        ({"const": [1]}, "[any]"),
        ({"enum": [{"a": 1}, [1], "x", None]}, "map<any> | [any] | string"),
        ({"enum": [{"a": 1}, {"b": 1}]}, "map<any>"),
        ({"enum": [[1], 2, 2.5]}, "[any] | integer | number"),
        (
            {"enum": [{"a": 1}], "type": "object", "properties": {"a": TEXT}},
            "{a?: string}",
        ),
    ],
)
def test_types_are_inferred_from_non_scalar_values(
    schema: JsonObject, expected: str
) -> None:
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
def test_values_of_enumerations_are_read(schema: JsonObject, expected: str) -> None:
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
def test_names_of_values_in_extensions_are_read(extension: JsonObject) -> None:
    api = build_schemas({"Colour": {"type": "string", "enum": ["r", "g"], **extension}})
    choice = schema_of(api, "Colour")
    assert isinstance(choice, Choice)
    assert choice.labels == ("Red", "Green")
    assert choice.descriptions == ("Hot", "Cold")


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
def test_alternatives_of_titled_constants_become_an_enumeration(key: str) -> None:
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


def test_constants_of_several_types_become_a_union() -> None:
    assert (
        build_schema({"oneOf": [{"const": 1}, {"const": "a"}]})
        == "integer[1] | string['a']"
    )
