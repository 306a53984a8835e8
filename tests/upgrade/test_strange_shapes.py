"""Documents in which things are not what they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.upgrade.pieces import at, upgrade_operation

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

STRANGE: list[JsonValue] = [None, 1, "x", [], [1], {"a": 1}, {"a": {"b": 1}}, [{}, []]]


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize(
    "key",
    [
        *("info", "paths", "definitions", "parameters", "responses", "schemes", "host"),
        *(
            "securityDefinitions",
            "security",
            "consumes",
            "produces",
            "tags",
            "basePath",
        ),
    ],
)
def test_no_shape_of_a_root_key_is_too_strange(key: str, value: JsonValue) -> None:
    assert at("/openapi", **{key: value}) == "3.1.0"


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize(
    "key",
    [
        *("parameters", "responses", "consumes", "produces", "schemes", "security"),
        *("x-sdksmith-response-ranges", "tags", "deprecated"),
    ],
)
def test_no_shape_of_an_operation_is_too_strange(key: str, value: JsonValue) -> None:
    upgrade_operation({key: value})
    item: JsonObject = {"get": {"responses": {"200": value}}, key: value}
    assert at("/openapi", paths={"/a": item, "/b": value}) == "3.1.0"


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize("place", ["query", "body", "formData", "nowhere", None])
@pytest.mark.parametrize(
    "key", ["type", "items", "schema", "name", "collectionFormat", "enum", "required"]
)
def test_no_shape_of_a_parameter_is_too_strange(
    key: str, place: JsonValue, value: JsonValue
) -> None:
    assert upgrade_operation({"parameters": [{"in": place, key: value}]})
