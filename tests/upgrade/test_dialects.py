"""Upgrade of documents of all specifications to OpenAPI 3.1."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from sdksmith.load.document import resolve
from sdksmith.load.loading import load_document
from sdksmith.upgrade import to_31, upgrade

from tests.model.documents import openapi30, openapi31
from tests.upgrade.documents import SOURCE

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject
    from sdksmith.load.document import Document


@pytest.fixture
def document() -> Document:
    return load_document("pets.yaml", SOURCE.encode()).document


def line_of(text: str) -> int:
    """Return the number of the only line that contains `text`."""
    (number,) = [
        number for number, line in enumerate(SOURCE.splitlines(), 1) if text in line
    ]
    return number


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("", 1),
        ("/paths/~1pets~1{id}", line_of("  /pets/{id}:")),
        ("/paths/~1pets~1{id}/parameters/0/schema", line_of("- name: id")),
        ("/paths/~1pets~1{id}/get/parameters/1", line_of("- name: tags")),
        ("/paths/~1pets~1{id}/get/parameters/1/schema", line_of("- name: tags")),
        ("/paths/~1pets~1{id}/put/requestBody", line_of("- name: pet")),
        (
            (
                "/paths/~1pets~1{id}/put/requestBody/content/application~1json"
                "/schema/properties/name"
            ),
            line_of("name: {type: string, x-nullable"),
        ),
        (
            (
                "/paths/~1pets~1{id}/post/requestBody/content/multipart~1form-data"
                "/schema/properties/photo"
            ),
            line_of("- name: photo"),
        ),
        (
            "/paths/~1pets~1{id}/get/responses/200/headers/X-Left/schema",
            line_of("X-Left"),
        ),
        ("/components/parameters/Fields", line_of("    name: fields") - 1),
        ("/components/schemas/Pet/properties/born", line_of("born:")),
        ("/components/securitySchemes/login/flows", line_of("  login:")),
    ],
)
def test_new_nodes_keep_their_lines(
    document: Document, pointer: str, line: int
) -> None:
    assert upgrade(document).locate(pointer).line == line


def test_input_is_not_mutated(document: Document) -> None:
    before = copy.deepcopy(document.root)
    upgrade(document)
    to_31(document)
    assert document.root == before


def test_result_is_valid_3_1(document: Document) -> None:
    root = json.loads(json.dumps(to_31(document).root))
    assert list(OpenAPIV31SpecValidator(root).iter_errors()) == []


def test_component_names_are_made_valid_for_3_1(document: Document) -> None:
    upgraded = to_31(document)
    schemas = resolve(upgraded.root, "/components/schemas")
    assert isinstance(schemas, dict)
    assert list(schemas) == ["Pet", "Map_string_Cat", "Cat_Fish"]
    assert resolve(schemas, "/Map_string_Cat/additionalProperties") == {
        "$ref": "#/components/schemas/Cat_Fish"
    }
    assert upgraded.locate("/components/schemas/Cat_Fish").line == line_of("Cat Fish:")


def test_names_that_become_equal_get_numbers() -> None:
    schemas: JsonObject = {
        "a b": {"type": "string"},
        "a/b": {"items": {"$ref": "#/components/schemas/a%20b"}},
        "a_b": {"items": {"$ref": "#/components/schemas/a~1b/items"}},
    }
    upgraded = to_31(openapi30(components={"schemas": schemas}))
    assert resolve(upgraded.root, "/components/schemas") == {
        "a_b_2": {"type": "string"},
        "a_b_3": {"items": {"$ref": "#/components/schemas/a_b_2"}},
        "a_b": {"items": {"$ref": "#/components/schemas/a_b_3/items"}},
    }


def test_valid_names_are_unchanged() -> None:
    document = openapi30(components={"schemas": {"A.b-c_1": {"type": "string"}}})
    assert to_31(document).root == upgrade(document).root


def test_documents_of_3_1_are_unchanged() -> None:
    document = openapi31(components={"schemas": {"A": {"nullable": True}}})
    assert upgrade(document) is document
