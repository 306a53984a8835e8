"""References between schemas, and where schemas stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import Choice, Record

from tests.model.documents import (
    build_schemas,
    field_of,
    record_of,
    schema_of,
    show,
    type_of,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


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


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
def test_a_component_that_adds_null_alone_keeps_its_name(key: str) -> None:
    inner: JsonObject = {"properties": {"kind": {"enum": ["a"]}}, "description": "In."}
    wrapped: JsonObject = {key: [inner, {"type": "null"}], "title": "Out"}
    api = build_schemas(
        {
            "Maybe": wrapped,
            "User": {"properties": {"it": {"$ref": "#/components/schemas/Maybe"}}},
        }
    )
    it = field_of(api, "User", "it")
    assert (type_of(api, it.type), it.nullable, it.description) == ("Maybe", True, "")
    meta = record_of(api, "Maybe").meta
    assert (meta.title, meta.description) == ("Out", "In.")
    kind = api.types[field_of(api, "Maybe", "kind").type]
    assert kind.meta.context == ("Maybe", "kind")


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
