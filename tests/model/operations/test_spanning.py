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


@pytest.mark.parametrize(
    ("path", "name", "fields", "spans"),
    [
        ("/v1/{p}", "p", {"x-sdksmith-spanning": ["p"]}, True),
        ("/v1/{p}", "p", {"x-sdksmith-spanning": ["q"]}, False),
        ("/v1/{+p}", "+p", {}, True),
        ("/v1/{p*}", "p*", {}, True),
        ("/{p+}", "p+", {}, True),
        ("/users{p}", "p", {}, False),
    ],
)
def test_paths_can_show_that_placeholders_span_segments(
    path: str, name: str, fields: JsonObject, spans: bool
) -> None:
    parameter: JsonObject = {
        "name": name,
        "in": "path",
        "required": True,
        "schema": {"type": "string"},
    }
    for parameters in ([parameter], []):  # declared and not declared
        item: JsonObject = {
            "get": {"parameters": [*parameters], "responses": OK},
            **fields,
        }
        api = build(openapi31(paths={path: item})).api
        assert parameter_of(api, name).allow_reserved is spans


def test_optional_placeholders_after_text_contain_their_separator() -> None:
    parameter: JsonObject = {
        "name": "p",
        "in": "path",
        "required": True,
        "x-sdksmith-optional": True,
        "schema": {"type": "string"},
    }
    item: JsonObject = {"get": {"parameters": [parameter], "responses": OK}}
    for path, spans in (("/users{p}", True), ("/users/{p}", False)):
        api = build(openapi31(paths={path: item})).api
        assert parameter_of(api, "p").allow_reserved is spans
