"""Repair rules for responses, beyond the example of each rule."""

from __future__ import annotations

from sdksmith.load.document import resolve
from sdksmith.repair.engine.passes import repair

from tests.repair.documents import swagger


def test_response_with_two_statuses_is_duplicated() -> None:
    repaired = repair(swagger("""
        paths:
          /a:
            get: {responses: {"200, 201": {description: A.}, "404": {description: B.}}}
        """))
    assert repaired.document.root["paths"] == {
        "/a": {
            "get": {
                "responses": {
                    "200": {"description": "A."},
                    "404": {"description": "B."},
                    "201": {"description": "A."},
                }
            }
        }
    }


def test_default_response_is_added_if_only_error_numbers_exist() -> None:
    repaired = repair(swagger("""
        paths:
          /a: {get: {responses: {"7": {description: Seven.}, "404": {description: B.}}}}
        """))
    operation = resolve(repaired.document.root, "/paths/~1a/get")
    assert operation == {
        "responses": {
            "404": {"description": "B."},
            "default": {"description": "No description was provided."},
        },
        "x-sdksmith-error-codes": {"7": "Seven."},
    }
