"""Signatures of schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.signatures import Signatures

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

INNER: JsonObject = {"type": "string", "description": "A name."}


@pytest.mark.parametrize(
    ("one", "other", "are_equal"),
    [
        ({"type": "object", "title": "A"}, {"title": "B", "type": "object"}, True),
        ({"type": ["string", "null"]}, {"type": "string"}, True),
        ({"type": ["string", "integer", "null"]}, {"type": "string"}, False),
        ({"enum": ["a", None]}, {"enum": ["a"]}, True),
        ({"enum": ["a", "b"]}, {"enum": ["b", "a"]}, False),
        ({"enum": [1]}, {"enum": [True]}, False),
        ({"items": INNER}, {"items": {"type": "string"}}, False),
        ({"items": INNER}, {"items": dict(INNER)}, True),
        ({"properties": {"a": INNER}}, {"properties": {"b": INNER}}, False),
        ({"properties": {"title": INNER}}, {"properties": {}}, False),
        ({"items": {"type": ["string", "null"]}}, {"items": {"type": "string"}}, False),
        ({"$ref": "#/a"}, {"$ref": "#/b"}, False),
        ({"x-enum-varnames": ["A"]}, {}, False),
        (True, False, False),
    ],
)
def test_schemas_with_equal_types_have_equal_signatures(
    one: JsonValue, other: JsonValue, are_equal: bool
) -> None:
    signatures = Signatures()
    assert (signatures.of(one) == signatures.of(other)) is are_equal
