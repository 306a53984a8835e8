"""Placeholders whose values span several path segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.model.documents import OK, build, build_operation, openapi31, parameter_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


@pytest.mark.parametrize(
    ("fields", "spans"),
    [
        ({"allowReserved": True}, True),
        ({"x-ms-skip-url-encoding": True}, True),
        ({"description": "The name, as `projects/*/secrets/*`."}, True),
        ({"description": 'Of the form "orgs/{org_id}/apis/{api}".'}, True),
        ({"schema": {"type": "string", "pattern": "^projects/[^/]+$"}}, True),
        ({"schema": {"type": "string", "pattern": "projects/.*"}}, True),
        # Values with slashes in a single segment.
        ({"schema": {"type": "string", "pattern": "^arn:[a-z]+:thing/.*$"}}, False),
        ({"description": "The path of a file, for example `docs/read.me`."}, False),
        ({"description": "See GET /users/{id}."}, False),
        ({"example": "group/project"}, False),
        ({}, False),
    ],
)
def test_placeholders_can_span_several_segments(
    fields: JsonObject, spans: bool
) -> None:
    parameter: JsonObject = {"name": "p", "in": "path", "required": True, **fields}
    parameter.setdefault("schema", {"type": "string"})
    item: JsonObject = {"get": {"parameters": [parameter], "responses": OK}}
    api = build(openapi31(paths={"/v1/{p}": item})).api
    assert parameter_of(api, "p").allow_reserved is spans
    query: JsonObject = {**parameter, "in": "query", "allowReserved": False}
    api = build_operation({"parameters": [query], "responses": OK})
    assert not parameter_of(api, "p").allow_reserved
