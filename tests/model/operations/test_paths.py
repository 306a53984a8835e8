"""Parsing of path templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import PathSlot, PathText
from sdksmith.model.operations.paths import parse_path

from tests.model.documents import OK, build, only_operation, openapi31

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def path_text(path: str) -> str:
    """Return a parsed path with its placeholders in angle brackets."""
    segments = parse_path(path).segments
    return "/".join(
        "".join(
            part.text if isinstance(part, PathText) else f"<{part.name}>"
            for part in run
        )
        for run in segments
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", ""),
        ("/pets", "pets"),
        ("/pets/", "pets/"),
        ("/pets/{id}", "pets/<id>"),
        ("/pets/{id}/", "pets/<id>/"),
        ("/data.{format}", "data.<format>"),
        ("/{a}-{b}/c", "<a>-<b>/c"),
        ("/{a}{b}", "<a><b>"),
        ("/users/{id | userPrincipalName}", "users/<id | userPrincipalName>"),
        ("/a//b", "a//b"),
        ("/a/{b", "a/{b"),
        ("/a/{}", "a/{}"),
        ("/x/{a/b}/y", "x/<a/b>/y"),
    ],
)
def test_paths_are_parsed(path: str, expected: str) -> None:
    assert path_text(path) == expected


def test_parsed_segments_contain_no_braces() -> None:
    assert parse_path("/pets/{id}.json").segments == (
        (PathText("pets"),),
        (PathSlot("id"), PathText(".json")),
    )


def test_paths_that_no_request_can_have_are_rejected() -> None:
    assert len(parse_path("/a" * 10_000).segments) == 10_000
    with pytest.raises(ValueError, match="path has 20,002 characters"):
        parse_path("/a" * 10_001)


def test_query_in_a_path_is_constant() -> None:
    item: JsonObject = {
        "x-sdksmith-path": "/search",
        "x-sdksmith-query": {"action": "find"},
        "get": {
            "parameters": [
                {"name": "action", "in": "query", "schema": {"type": "string"}}
            ],
            "responses": OK,
        },
    }
    api = build(openapi31(paths={"/search#find": item})).api
    operation = only_operation(api)
    assert operation.path == parse_path("/search")
    (fixed,) = operation.parameters
    assert (fixed.name, fixed.fixed, fixed.required) == ("action", "find", True)
