"""Fields of records, and their additional properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import UnionOf

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


def test_presence_and_defaults_of_fields_are_read() -> None:
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


def test_description_and_flags_of_fields_are_read() -> None:
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
                        "description": "The owner.",
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
    assert (owner.description, owner.read_only) == ("The owner.", True)
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
def test_additional_properties_are_read(
    rest: JsonObject, extra: str, declared: bool
) -> None:
    api = build_schemas({"Pet": {"properties": {"id": {}}, **rest}})
    pet = record_of(api, "Pet")
    assert extra == ("none" if pet.extra is None else type_of(api, pet.extra))
    assert pet.extra_declared is declared


@pytest.mark.parametrize(
    ("rest", "is_open"),
    [
        ({"patternProperties": {"^a": {"type": "string"}}}, True),
        (
            {
                "patternProperties": {
                    "^a": {"type": "string"},
                    "b$": {"type": "integer"},
                }
            },
            True,
        ),
        ({"patternProperties": {"^.*$": {"type": "string"}}}, False),
        ({"patternProperties": {".+": {"type": "string"}}}, False),
        ({"patternProperties": {"": {"type": "string"}}}, False),
        ({"patternProperties": {"^$": {"type": "string"}}}, True),
        (
            {
                "patternProperties": {"^a": {"type": "string"}},
                "additionalProperties": False,
            },
            False,
        ),
        (
            {
                "patternProperties": {"^a": {"type": "string"}},
                "additionalProperties": {"type": "integer"},
            },
            False,
        ),
    ],
)
def test_properties_that_match_no_pattern_can_have_any_value(
    rest: JsonObject, is_open: bool
) -> None:
    api = build_schemas({"Pet": {"properties": {"id": {}}, **rest}})
    pet = record_of(api, "Pet")
    assert pet.extra is not None
    item = api.types[pet.extra]
    assert (isinstance(item, UnionOf) and item.is_open) is is_open
