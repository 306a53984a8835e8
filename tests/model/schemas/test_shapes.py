"""Nullable schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.documents import build_schemas, field_of, record_of, type_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


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
def test_nullability_is_separate_from_the_type(
    schema: JsonObject, nullable: bool
) -> None:
    api = build_schemas(
        {
            "Maybe": {"type": ["string", "null"]},
            "Never": {"type": "string"},
            "User": {"properties": {"it": schema}},
        }
    )
    assert field_of(api, "User", "it").nullable is nullable


@pytest.mark.parametrize("key", ["oneOf", "anyOf"])
def test_nullable_component_keeps_its_name(key: str) -> None:
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
