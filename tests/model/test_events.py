"""Schemas of server-sent events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.documents import build_schemas, schema_of, show

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

PET: JsonObject = {"$ref": "#/components/schemas/Pet"}
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
                                "contentSchema": PET,
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
        # Text in other formats stays text, and so does JSON in what is no event.
        (
            {
                "properties": {
                    "data": {
                        "type": "string",
                        "contentMediaType": "application/xml",
                        "contentSchema": PET,
                    }
                }
            },
            "{data?: string}",
        ),
        (
            {
                "properties": {
                    "data": {"type": "string", "contentSchema": PET},
                    "size": {"type": "integer"},
                }
            },
            "{data?: string, size?: integer}",
        ),
    ],
)
def test_the_data_of_an_event_is_what_its_json_is(
    schema: JsonObject, expected: str
) -> None:
    api = build_schemas({"Pet": {"properties": {"id": True}}, "Subject": schema})
    assert show(api, schema_of(api, "Subject")) == expected
