"""Schemas that derive from a schema with a discriminator."""

from __future__ import annotations

import pytest

from tests.bundle.project import SWAGGER_20, Project, schemas_of


@pytest.mark.parametrize("referred", ["Pet", "Holder"])
def test_schemas_that_derive_from_a_discriminated_schema_are_included(
    project: Project, referred: str
) -> None:
    body = f"paths: {{}}\ndefinitions: {{A: {{items: {{$ref: 'lib.yaml#/definitions/{referred}'}}}}}}\n"
    lib = """\
    definitions:
      Holder: {properties: {pet: {$ref: '#/definitions/Pet'}}}
      Pet: {discriminator: kind, properties: {kind: {type: string}}, required: [kind]}
      Cat: {allOf: [{$ref: '#/definitions/Pet'}, {properties: {size: {$ref: '#/definitions/Size'}}}]}
      Tom: {allOf: [{$ref: 'lib.yaml#/definitions/Cat'}]}
      Size: {type: integer}
      Idle: {allOf: [{$ref: '#/definitions/Size'}]}
    """
    schemas = schemas_of(
        project.bundle_without_diagnostics(SWAGGER_20, body, {"lib.yaml": lib})
    )
    assert schemas.keys() - {"A", "Holder"} == {"Pet", "Cat", "Tom", "Size"}


def test_renamed_schema_keeps_its_discriminator_value(project: Project) -> None:
    body = """\
    paths: {}
    definitions: {Cat: {}, A: {items: {$ref: 'lib.yaml#/definitions/Pet'}}}
    """
    lib = """\
    definitions:
      Pet: {discriminator: kind, properties: {kind: {type: string}}, required: [kind]}
      Cat: {allOf: [{$ref: '#/definitions/Pet'}]}
      Dog: {allOf: [{$ref: '#/definitions/Pet'}]}
    """
    schemas = schemas_of(
        project.bundle_without_diagnostics(SWAGGER_20, body, {"lib.yaml": lib})
    )
    base = {"$ref": "#/definitions/Pet"}
    assert schemas["lib_Cat"] == {"allOf": [base], "x-ms-discriminator-value": "Cat"}
    assert schemas["Dog"] == {"allOf": [base]}
