"""Repair rules for references, beyond the example of each rule."""

from __future__ import annotations

import pytest
from sdksmith.load.document import resolve
from sdksmith.repair.engine.passes import repair
from sdksmith.report.diagnostics import Effect

from tests.repair.documents import document, parse
from tests.repair.rules.documents import repaired, whole


@pytest.mark.parametrize("ref", ["#/definitions/Box", "Box", "#/models/Box"])
def test_missing_schema_is_added_once(ref: str) -> None:
    root = whole(f"{{properties: {{a: {{$ref: '{ref}'}}, b: {{$ref: '{ref}'}}}}}}")
    result = repaired(root)
    assert resolve(result.document.root, "/definitions/Box") == {}
    properties = "/paths/~1parcels/get/responses/200/schema/properties"
    for name in "ab":
        found = resolve(result.document.root, f"{properties}/{name}/$ref")
        assert found == "#/definitions/Box"


def test_missing_schema_is_added_without_definitions() -> None:
    root = whole("{$ref: '#/definitions/Box'}")
    del root["definitions"]
    assert repaired(root).document.root["definitions"] == {"Box": {}}


@pytest.mark.parametrize(
    ("definitions", "meant"),
    [
        ('{A: {$ref: "#/definitions/A"}}', "{A: {}}"),
        (
            '{A: {$ref: "#/definitions/B"}, B: {$ref: "#/definitions/A"}}',
            "{A: {}, B: {}}",
        ),
        (
            '{A: {allOf: [{$ref: "#/definitions/A"}, {type: object}]}}',
            "{A: {allOf: [{type: object}]}}",
        ),
        (
            '{A: {allOf: [{$ref: "#/definitions/B"}]}, B: {allOf: [{$ref: "#/definitions/A"}]}}',
            '{A: {}, B: {allOf: [{$ref: "#/definitions/A"}]}}',
        ),
    ],
)
def test_reference_loops_are_broken(definitions: str, meant: str) -> None:
    result = repaired(whole('{$ref: "#/definitions/A"}', definitions))
    wanted = parse(f"definitions: {meant}")["definitions"]
    assert result.document.root["definitions"] == wanted


def test_recursive_schema_is_valid() -> None:
    root = whole(
        '{$ref: "#/definitions/A"}',
        '{A: {type: object, properties: {a: {type: array, items: {$ref: "#/definitions/A"}}}}}',
    )
    assert repaired(root).diagnostics == ()


def test_ignored_siblings_of_references_are_noted() -> None:
    root = whole("{$ref: '#/definitions/Label', type: object}")
    result = repaired(root)
    assert result.document.root == root
    assert [(d.code, d.effect) for d in result.diagnostics] == [("RF006", Effect.NOTED)]


def test_reference_to_another_file_is_noted() -> None:
    result = repair(document(whole("{$ref: 'label.yaml#/Label'}")))
    assert [(d.code, d.effect) for d in result.diagnostics] == [("RF007", Effect.NOTED)]


@pytest.mark.parametrize("pointer", ["Anything", "Box/$defs/any"])
def test_reference_to_a_boolean_schema_is_valid(pointer: str) -> None:
    root = parse(f"""
        openapi: 3.1.0
        info: {{title: Parcels, version: "1"}}
        paths: {{}}
        components:
          schemas:
            Anything: true
            Box: {{type: object, $defs: {{any: true}}}}
            Parcel: {{$ref: "#/components/schemas/{pointer}"}}
        """)
    result = repair(document(root))
    assert result.diagnostics == ()
    assert result.document.root == root


@pytest.mark.parametrize("value", ["{}", "[string]", "1", "text", "null"])
def test_type_beside_a_reference_can_be_anything(value: str) -> None:
    root = whole(f'{{$ref: "#/definitions/A", type: {value}}}', "{A: {type: string}}")
    result = repaired(root)
    schema = "/paths/~1parcels/get/responses/200/schema"
    kept = {"type": ["string"]} if value == "[string]" else {}
    assert resolve(result.document.root, schema) == {"$ref": "#/definitions/A"} | kept
