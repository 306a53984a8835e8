"""References by `$id`, anchor and `$self` (JSON Schema 2020-12, OpenAPI 3.2)."""

from __future__ import annotations

import pytest
from sdksmith.json_data import object_of

from tests.bundle.project import (
    OPENAPI_30,
    OPENAPI_31,
    OPENAPI_32,
    Project,
    at,
    references_of,
    schemas_of,
)

TREE = """\
paths: {}
components:
  schemas:
    Tree:
      $id: https://example.com/schemas/tree
      $anchor: tree
      properties:
        label: {$ref: '#/$defs/label'}
        again: {$ref: '#tree'}
        other: {$ref: leaf}
        far: {$ref: '#/components/schemas/Forest'}
      $defs:
        label: {type: string}
    Leaf: {$id: 'https://example.com/schemas/leaf', type: integer}
    Forest:
      properties:
        a: {$ref: 'https://example.com/schemas/tree'}
        b: {$ref: 'https://example.com/schemas/tree#tree'}
        c: {$ref: 'https://example.com/schemas/tree#/$defs/label'}
"""


def test_id_and_anchors_resolve(project: Project) -> None:
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_31, TREE, {}))
    tree = "#/components/schemas/Tree"
    label = f"{tree}/$defs/label"
    assert at(schemas, "/Tree/properties") == {
        "label": {"$ref": label},
        "again": {"$ref": tree},
        "other": {"$ref": "#/components/schemas/Leaf"},
        "far": {"$ref": "#/components/schemas/Forest"},
    }
    assert at(schemas, "/Forest/properties") == {
        "a": {"$ref": tree},
        "b": {"$ref": tree},
        "c": {"$ref": label},
    }


def test_id_that_would_change_references_is_removed(
    project: Project,
) -> None:
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_31, TREE, {}))
    assert list(object_of(schemas["Tree"])) == ["$anchor", "properties", "$defs"]
    assert at(schemas, "/Leaf") == {
        "$id": "https://example.com/schemas/leaf",
        "type": "integer",
    }


def test_id_and_anchors_of_other_files_resolve(project: Project) -> None:
    body = """\
    paths: {}
    components:
      schemas:
        A: {$ref: 'all.json#parcel'}
        B: {$ref: 'all.json#/$defs/Box'}
        C: {items: {$ref: 'https://example.com/box.json'}}
    """
    files = {"all.json": """{"$defs": {
        "Parcel": {"$anchor": "parcel", "type": "string"},
        "Box": {"$id": "https://example.com/box.json", "$schema": "x",
                "properties": {"lid": {"$ref": "#/$defs/Lid"}},
                "$defs": {"Lid": {"type": "integer"}}}}}"""}
    root = project.bundle_without_diagnostics(OPENAPI_31, body, files)
    assert schemas_of(root) == {
        "A": {"type": "string"},
        "B": {"properties": {"lid": {"$ref": "#/components/schemas/Lid"}}},
        "C": {"items": {"$ref": "#/components/schemas/B"}},
        "Lid": {"type": "integer"},
    }


@pytest.mark.parametrize("head", [OPENAPI_30, OPENAPI_31])
def test_definitions_of_schema_files_are_resolved(project: Project, head: str) -> None:
    body = "paths: {}\ncomponents: {schemas: {A: {items: {$ref: parcel.json}}}}\n"
    files = {"parcel.json": """{
        "$schema": "http://json-schema.org/draft-07/schema#", "$id": "parcel.json",
        "properties": {"size": {"$ref": "#/definitions/size"}},
        "definitions": {"size": {"type": "integer"}, "idle": {"$ref": "lost.json"}}}"""}
    root = project.bundle_without_diagnostics(head, body, files)
    schemas = schemas_of(root)
    assert schemas["parcel"] == {
        "properties": {"size": {"$ref": "#/components/schemas/size"}}
    }
    assert schemas["size"] == {"type": "integer"}


def test_dynamic_reference_resolves_to_the_outermost_resource(
    project: Project,
) -> None:
    body = """\
    paths: {}
    components:
      schemas:
        Strict:
          $id: https://example.com/strict
          $dynamicAnchor: node
          properties:
            inner:
              $id: https://example.com/loose
              $dynamicAnchor: node
              properties: {child: {$dynamicRef: '#node', description: Below.}}
        Tree:
          $dynamicAnchor: tree
          properties: {child: {$dynamicRef: '#tree'}}
    """
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_31, body, {}))
    assert at(schemas, "/Strict/properties/inner/properties/child") == {
        "$ref": "#/components/schemas/Strict",
        "description": "Below.",
    }
    assert at(schemas, "/Tree/properties/child") == {
        "$ref": "#/components/schemas/Tree"
    }


def test_self_is_the_base_uri_of_a_document(project: Project) -> None:
    body = """\
    $self: https://example.com/api/openapi
    paths: {}
    components:
      schemas:
        A: {items: {$ref: 'openapi#/components/schemas/B'}}
        B: {items: {$ref: 'https://example.com/api/openapi#/components/schemas/A'}}
        C: {items: {$ref: 'other.yaml#/components/schemas/D'}}
    """
    files = {"other.yaml": "$self: /api/other\ncomponents: {schemas: {D: {}}}\n"}
    root = project.bundle_without_diagnostics(OPENAPI_32, body, files)
    assert references_of(root) == {f"#/components/schemas/{name}" for name in "ABD"}


def test_properties_named_like_identifiers_are_ignored(project: Project) -> None:
    body = """\
    paths: {}
    components:
      schemas:
        A: {properties: {$id: {type: string}, b: {$ref: '#/components/schemas/A'}}}
    """
    project.bundle_without_diagnostics(OPENAPI_31, body, {})
    assert project.bundled.document.root is project.bundled.document.source.root
