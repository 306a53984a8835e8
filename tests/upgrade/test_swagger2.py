"""Upgrade of Swagger 2.0 documents to OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.json_data import object_of
from sdksmith.load.document import Dialect, resolve
from sdksmith.upgrade import upgrade

from tests.model.documents import swagger2
from tests.upgrade.documents import DONE, at, upgrade_operation

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


def test_upgraded_document_has_version_3_1() -> None:
    document = upgrade(
        swagger2(tags=[{"name": "a"}], externalDocs={"url": "u"}, **{"x-note": 1})
    )
    assert document.dialect is Dialect.OPENAPI_31
    assert document.root == {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "/"}],
        "tags": [{"name": "a"}],
        "externalDocs": {"url": "u"},
        "paths": {},
        "components": {},
        "x-note": 1,
    }


def test_sdksmith_extensions_are_preserved() -> None:
    item: JsonObject = {
        "x-sdksmith-path": "/b",
        "x-sdksmith-query": {"a": "1"},
        "get": {"responses": DONE, "x-sdksmith-error-codes": {"95": "No."}},
    }
    upgraded = object_of(at("/paths/~1a", paths={"/a": item}))
    assert upgraded["x-sdksmith-path"] == "/b"
    assert upgraded["x-sdksmith-query"] == {"a": "1"}
    assert resolve(upgraded, "/get/x-sdksmith-error-codes") == {"95": "No."}


INVALID_VALUES: list[JsonValue] = [
    None,
    1,
    "x",
    [],
    [1],
    {"a": 1},
    {"a": {"b": 1}},
    [{}, []],
]


@pytest.mark.parametrize("value", INVALID_VALUES)
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
def test_invalid_values_of_root_keys_are_tolerated(key: str, value: JsonValue) -> None:
    assert at("/openapi", **{key: value}) == "3.1.0"


@pytest.mark.parametrize("value", INVALID_VALUES)
@pytest.mark.parametrize(
    "key",
    [
        *("parameters", "responses", "consumes", "produces", "schemes", "security"),
        *("x-sdksmith-response-ranges", "tags", "deprecated"),
    ],
)
def test_invalid_values_in_operations_are_tolerated(key: str, value: JsonValue) -> None:
    upgrade_operation({key: value})
    item: JsonObject = {"get": {"responses": {"200": value}}, key: value}
    assert at("/openapi", paths={"/a": item, "/b": value}) == "3.1.0"


@pytest.mark.parametrize("value", INVALID_VALUES)
@pytest.mark.parametrize("place", ["query", "body", "formData", "nowhere", None])
@pytest.mark.parametrize(
    "key", ["type", "items", "schema", "name", "collectionFormat", "enum", "required"]
)
def test_invalid_values_in_parameters_are_tolerated(
    key: str, place: JsonValue, value: JsonValue
) -> None:
    assert upgrade_operation({"parameters": [{"in": place, key: value}]})
