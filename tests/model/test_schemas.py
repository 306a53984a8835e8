"""What a schema means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import Choice, Record

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
    from sdksmith.jsondata import JsonObject, JsonValue


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
        ({"type": "string", "contentEncoding": "base64"}, "byte"),
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
        ({"enum": [{"a": 1}]}, "any"),
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


def test_a_component_that_is_another_name_is_the_same_type() -> None:
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
def test_a_component_of_any_shape_keeps_its_name(schema: JsonObject) -> None:
    api = build_schemas(
        {
            "Named": schema,
            "User": {"properties": {"it": {"$ref": "#/components/schemas/Named"}}},
        }
    )
    assert type_of(api, field_of(api, "User", "it").type) == "Named"


def test_recursive_schemas_refer_to_themselves() -> None:
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
def test_a_reference_that_leads_nowhere_is_anything(schemas: JsonObject) -> None:
    api = build_schemas(schemas)
    assert show(api, schema_of(api, "A")) == "any"


def test_references_may_be_escaped_and_pass_through_references() -> None:
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


@pytest.mark.parametrize(
    ("schema", "nullable"),
    [
        ({"$ref": "#/components/schemas/Maybe"}, True),
        ({"$ref": "#/components/schemas/Never"}, False),
        ({"allOf": [{"$ref": "#/components/schemas/Maybe"}]}, True),
        ({"oneOf": [{"$ref": "#/components/schemas/Never"}, {"type": "null"}]}, True),
        (
            {"anyOf": [{"$ref": "#/components/schemas/Maybe"}, {"type": "integer"}]},
            True,
        ),
        ({"type": "string", "nullable": True}, True),
        ({"type": "string", "x-nullable": True}, True),
        ({"enum": ["a", None]}, True),
        ({"type": "string"}, False),
        ({}, False),
    ],
)
def test_null_is_known_apart_from_the_type(schema: JsonObject, nullable: bool) -> None:
    api = build_schemas(
        {
            "Maybe": {"type": ["string", "null"]},
            "Never": {"type": "string"},
            "User": {"properties": {"it": schema}},
        }
    )
    assert field_of(api, "User", "it").nullable is nullable


def test_inline_schemas_say_where_they_stand() -> None:
    api = build_schemas(
        {
            "Invoice": {
                "properties": {
                    "lines": {
                        "type": "array",
                        "items": {"properties": {"amount": {"enum": ["a"]}}},
                    },
                    "totals": {"additionalProperties": {"properties": {"net": {}}}},
                }
            }
        }
    )
    contexts = {
        item.meta.pointer: item.meta.context
        for item in api.types
        if isinstance(item, Record | Choice) and item.meta.name is None
    }
    invoice = "/components/schemas/Invoice/properties"
    assert contexts == {
        f"{invoice}/lines/items": ("Invoice", "lines", "item"),
        f"{invoice}/lines/items/properties/amount": (
            "Invoice",
            "lines",
            "item",
            "amount",
        ),
        f"{invoice}/totals/additionalProperties": ("Invoice", "totals", "value"),
    }


def test_deep_and_long_schemas_do_not_recurse() -> None:
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
