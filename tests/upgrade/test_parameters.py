"""Path, query and header parameters of Swagger 2.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.json_data import object_of
from sdksmith.load.document import resolve

from tests.upgrade.documents import upgrade_operation

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def upgrade_parameter(parameter: JsonObject) -> JsonObject:
    operation = upgrade_operation({"parameters": [{"name": "p", **parameter}]})
    return object_of(resolve(operation, "/parameters/0"))


STYLES: list[tuple[str, str | None, JsonObject]] = [
    ("query", None, {"style": "form", "explode": False}),
    ("query", "csv", {"style": "form", "explode": False}),
    ("query", "multi", {"style": "form", "explode": True}),
    ("query", "ssv", {"style": "spaceDelimited", "explode": False}),
    ("query", "pipes", {"style": "pipeDelimited", "explode": False}),
    (
        "query",
        "tsv",
        {"style": "form", "explode": False, "x-sdksmith-style": "tabDelimited"},
    ),
    ("path", None, {"style": "simple"}),
    ("header", "csv", {"style": "simple"}),
    ("header", "multi", {"style": "simple"}),
    ("header", "ssv", {"style": "simple", "x-sdksmith-style": "spaceDelimited"}),
    ("path", "pipes", {"style": "simple", "x-sdksmith-style": "pipeDelimited"}),
    ("path", "tsv", {"style": "simple", "x-sdksmith-style": "tabDelimited"}),
]


@pytest.mark.parametrize(("place", "collection", "expected"), STYLES)
def test_collection_format_becomes_a_style(
    place: str, collection: str | None, expected: JsonObject
) -> None:
    items: JsonObject = {"type": "array", "items": {"type": "string"}}
    parameter: JsonObject = {
        "in": place,
        "type": "array",
        "items": {**items, "collectionFormat": "pipes"},
    }
    if collection is not None:
        parameter["collectionFormat"] = collection
    schema: JsonObject = {"type": "array", "items": items}
    whole: JsonObject = {"name": "p", "in": place, "schema": schema, **expected}
    assert upgrade_parameter(parameter) == whole


def test_type_keywords_of_parameters_become_a_schema() -> None:
    parameter: JsonObject = {
        "in": "query",
        "description": "How many.",
        "type": "integer",
        "format": "int32",
        "minimum": 0,
        "exclusiveMinimum": True,
        "default": 5,
        "enum": [1, 5],
        "x-enum-varnames": ["One", "Five"],
        "x-nullable": True,
        "allowEmptyValue": True,
        "x-example": 1,
        "x-deprecated": True,
        "x-sdksmith-untyped": True,
        "x-note": "kept",
    }
    assert upgrade_parameter(parameter) == {
        "name": "p",
        "in": "query",
        "description": "How many.",
        "allowEmptyValue": True,
        "example": 1,
        "deprecated": True,
        "x-sdksmith-untyped": True,
        "x-note": "kept",
        "schema": {
            "type": ["integer", "null"],
            "format": "int32",
            "exclusiveMinimum": 0,
            "default": 5,
            "enum": [1, 5, None],
            "x-enum-varnames": ["One", "Five"],
        },
    }


def test_headers_ignored_by_openapi_3_are_marked() -> None:
    for name in ("Accept", "authorization", "Content-Type"):
        operation = upgrade_operation(
            {"parameters": [{"name": name, "in": "header", "type": "string"}]}
        )
        assert resolve(operation, "/parameters/0/x-sdksmith-keep") is True
