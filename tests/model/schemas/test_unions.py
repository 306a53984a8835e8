"""Unions from `oneOf` and `anyOf`, and unions inside other unions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.types import Record, UnionOf

from tests.model.documents import (
    build_schema,
    build_schemas,
    ref,
    schema_of,
    show_component,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

ALTERNATIVES: list[tuple[JsonObject, str]] = [
    ({"oneOf": [{"type": "string"}, {"type": "integer"}]}, "string | integer"),
    ({"anyOf": [{"type": "string"}, {"type": "string"}]}, "string"),
    (
        {"anyOf": [{"type": "string", "maxLength": 1}, {"type": "string"}, {}]},
        "string | any",
    ),
    ({"oneOf": [{"type": "string"}, {"type": "null"}]}, "string"),
    ({"oneOf": [{"type": "null"}]}, "any"),
    (
        {"anyOf": [{"type": "string"}, {"enum": ["a", "b"]}]},
        "string | string['a', 'b']",
    ),
    (
        {
            "oneOf": [
                {"oneOf": [{"type": "string"}, {"type": "boolean"}]},
                ref("Pet"),
            ]
        },
        "string | boolean | Pet",
    ),
    ({"type": "object", "oneOf": [ref("Pet"), {"type": "array"}]}, "Pet | [any]"),
    (
        {
            "properties": {"a": {"type": "string"}},
            "anyOf": [{"required": ["a"]}, {}],
        },
        "{a?: string}",
    ),
    (
        {
            "properties": {"kind": {"type": "string"}},
            "oneOf": [ref("Pet"), {"properties": {"name": {"type": "string"}}}],
        },
        (
            "{kind?: string, id: integer, tag?: string} | "
            "{kind?: string, name?: string}"
        ),
    ),
    (
        {
            "allOf": [
                {"properties": {"kind": {"type": "string"}}},
                {"anyOf": [ref("Pet"), {"properties": {"name": {}}}]},
            ]
        },
        "{kind?: string, id: integer, tag?: string} | {kind?: string, name?: any}",
    ),
]


@pytest.mark.parametrize(("schema", "expected"), ALTERNATIVES)
def test_alternatives_become_a_union(schema: JsonObject, expected: str) -> None:
    assert show_component({"Subject": schema}) == expected


TEXT: JsonObject = {"type": "string"}


def one_of(*names: str) -> JsonObject:
    members: list[JsonValue] = [
        {"type": "object", "required": [name], "properties": {name: TEXT}}
        for name in names
    ]
    return {"oneOf": members}


def test_two_unions_in_one_schema_are_combined() -> None:
    whole: JsonObject = {"allOf": [one_of("a", "b"), one_of("c", "d")]}
    assert build_schema(whole) == (
        "{a: string, c: string} | {a: string, d: string}"
        " | {b: string, c: string} | {b: string, d: string}"
    )


def test_union_next_to_properties_is_combined_with_a_union_in_a_part() -> None:
    whole: JsonObject = {
        "type": "object",
        "properties": {"id": TEXT},
        "allOf": [one_of("a", "b")],
        **one_of("c", "d"),
    }
    api = build_schemas({"Whole": whole})
    union = schema_of(api, "Whole")
    assert isinstance(union, UnionOf)
    names = [
        [field.name for field in record.fields]
        for record in (api.types[member] for member in union.members)
        if isinstance(record, Record)
    ]
    assert [sorted(fields) for fields in names] == [
        ["a", "c", "id"],
        ["a", "d", "id"],
        ["b", "c", "id"],
        ["b", "d", "id"],
    ]
    contexts = [" ".join(api.types[member].meta.context) for member in union.members]
    assert contexts[0] == "Whole with a with c"
    assert len(set(contexts)) == 4


def test_number_of_combined_members_is_limited() -> None:
    parts: list[JsonValue] = [one_of(*(f"{a}{b}" for b in "wxyz")) for a in "abcd"]
    union = schema_of(build_schemas({"Whole": {"allOf": parts}}), "Whole")
    assert isinstance(union, UnionOf)
    assert len(union.members) == 16
