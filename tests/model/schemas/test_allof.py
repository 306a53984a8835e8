"""Flattening of `allOf` into one record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.documents import (
    PET,
    build_schema,
    build_schemas,
    field_of,
    record_of,
    ref,
    schema_of,
    show,
    show_component,
    type_of,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            {"allOf": [ref("Pet"), {"properties": {"name": {"type": "string"}}}]},
            "{id: integer, tag?: string, name?: string}",
        ),
        (
            {
                "allOf": [ref("Pet")],
                "required": ["tag", "name"],
                "properties": {"name": {"type": "string"}},
            },
            "{id: integer, tag: string, name: string}",
        ),
        ({"allOf": [ref("Pet"), {"required": ["tag"]}]}, "{id: integer, tag: string}"),
        (
            {"allOf": [ref("Pet")], "properties": {"tag": {"type": "integer"}}},
            "{id: integer, tag?: integer}",
        ),
        (
            {"allOf": [ref("Pet")], "properties": {"tag": {"description": "Mine."}}},
            "{id: integer, tag?: string}",
        ),
        ({**ref("Pet"), "required": ["tag"]}, "{id: integer, tag: string}"),
        (
            {**ref("Pet"), "properties": {"name": {"type": "string"}}},
            "{id: integer, tag?: string, name?: string}",
        ),
        ({"allOf": [{"type": "string"}, {"maxLength": 3}]}, "string"),
        ({"allOf": [{"type": "string"}, {"enum": ["a"]}]}, "string['a']"),
        ({"allOf": [{"allOf": [ref("Pet")]}]}, "{id: integer, tag?: string}"),
        ({"allOf": []}, "any"),
        ({"allOf": [ref("Pet"), ref("Pet")]}, "{id: integer, tag?: string}"),
        ({"allOf": [ref("Subject"), ref("Pet")]}, "{id: integer, tag?: string}"),
    ],
)
def test_parts_are_merged_into_one_record(schema: JsonObject, expected: str) -> None:
    assert show_component({"Subject": schema}) == expected


def test_nested_objects_of_parts_are_merged() -> None:
    base: JsonObject = {
        "properties": {"at": {"properties": {"x": {"type": "integer"}}}}
    }
    more: JsonObject = {
        "properties": {"at": {"properties": {"y": {"type": "integer"}}}}
    }
    expected = "{at?: {x?: integer, y?: integer}}"
    assert (
        show_component({"Base": base, "Subject": {"allOf": [ref("Base"), more]}})
        == expected
    )


def test_component_with_one_part_is_a_record_of_its_own() -> None:
    api = build_schemas({"Pet": PET, "Cat": {"allOf": [ref("Pet")]}})
    assert record_of(api, "Cat").meta.name == "Cat"
    assert dict(api.schemas)["Cat"] != dict(api.schemas)["Pet"]


@pytest.mark.parametrize(
    "schema",
    [
        {"allOf": [ref("Pet")]},
        {"allOf": [ref("Pet"), {"description": "Yours."}]},
        {"allOf": [ref("Pet")], "description": "Yours.", "type": "object"},
        {"oneOf": [ref("Pet")]},
        {"anyOf": [ref("Pet"), {"type": "null"}]},
        {"oneOf": [ref("Pet"), ref("Pet")]},
        {**ref("Pet"), "description": "Yours."},
    ],
)
def test_inline_schema_with_one_part_is_that_part(schema: JsonObject) -> None:
    api = build_schemas({"Pet": PET, "User": {"properties": {"pet": schema}}})
    assert type_of(api, field_of(api, "User", "pet").type) == "Pet"


TEXT: JsonObject = {"type": "string"}


def test_conditional_properties_are_optional() -> None:
    schema: JsonObject = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": TEXT},
        "if": {"properties": {"kind": {"const": "a"}}},
        "then": {"properties": {"more": {"type": "integer"}}, "required": ["more"]},
        "else": {"properties": {"kind": {"const": "b"}, "less": TEXT}},
        "dependentSchemas": {"kind": {"properties": {"also": {"type": "boolean"}}}},
        "not": {"required": ["never"]},
    }
    assert build_schema(schema) == (
        "{kind: string, more?: integer, less?: string, also?: boolean}"
    )


EVENT: JsonObject = {"event": {"type": "string"}, "data": {"type": "string"}}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        # The events of OpenAPI 3.2, section 4.14.3.2.
        ({"properties": EVENT}, "{event?: string, data?: string}"),
        (
            {
                "properties": EVENT,
                "oneOf": [
                    {
                        "properties": {
                            "event": {"const": "added"},
                            "data": {
                                "contentMediaType": "application/json",
                                "contentSchema": ref("Pet"),
                            },
                        }
                    },
                    {"properties": {"event": {"const": "removed"}}},
                ],
            },
            (
                "{event?: string['added'], data?: Pet}"
                " | {event?: string['removed'], data?: string}"
                " by event: added={event?: string['added'], data?: Pet},"
                " removed={event?: string['removed'], data?: string}"
            ),
        ),
        (
            {"properties": {"data": {"contentSchema": {"type": "number"}}}},
            "{data?: number}",
        ),
        # Other formats stay strings, as does JSON outside of events.
        (
            {
                "properties": {
                    "data": {
                        "type": "string",
                        "contentMediaType": "application/xml",
                        "contentSchema": ref("Pet"),
                    }
                }
            },
            "{data?: string}",
        ),
        (
            {
                "properties": {
                    "data": {"type": "string", "contentSchema": ref("Pet")},
                    "size": {"type": "integer"},
                }
            },
            "{data?: string, size?: integer}",
        ),
    ],
)
def test_data_of_an_event_has_the_type_of_its_content(
    schema: JsonObject, expected: str
) -> None:
    api = build_schemas({"Pet": {"properties": {"id": True}}, "Subject": schema})
    assert show(api, schema_of(api, "Subject")) == expected
