"""What a discriminator means beside what is referred to."""

from __future__ import annotations

import pytest

from tests.bundle.project import OPENAPI_30, SWAGGER_20, Project, at, schemas_of

BODY = """\
paths: {}
components:
  schemas:
    Pet:
      oneOf: [{$ref: cat.yaml}, {$ref: 'dogs.yaml#/Dog'}]
      discriminator:
        propertyName: kind
        mapping:
          cat: cat.yaml
          tom: ./cat.yaml#
          dog: dogs.yaml#/Dog
          own: Own
          other: '#/components/schemas/Own'
    Own: {}
"""


def test_a_mapping_follows_its_schemas(project: Project) -> None:
    files = {"cat.yaml": "type: object\n", "dogs.yaml": "Dog: {type: object}\n"}
    root = project.bundle_silently(OPENAPI_30, BODY, files)
    assert at(schemas_of(root), "/Pet/discriminator/mapping") == {
        "cat": "#/components/schemas/cat",
        "tom": "#/components/schemas/cat",
        "dog": "#/components/schemas/Dog",
        "own": "Own",
        "other": "#/components/schemas/Own",
    }


def test_a_mapping_alone_is_reason_enough(project: Project) -> None:
    body = """\
    paths: {}
    components:
      schemas:
        Pet:
          discriminator:
            propertyName: kind
            mapping:
              cat: cat.yaml
    """
    root = project.bundle_silently(OPENAPI_30, body, {"cat.yaml": "type: object\n"})
    assert schemas_of(root)["cat"] == {"type": "object"}


def test_names_in_the_mapping_of_another_file_are_of_that_file(
    project: Project,
) -> None:
    body = "paths: {}\ncomponents: {schemas: {A: {$ref: 'lib.yaml#/components/schemas/Pet'}}}\n"
    lib = """\
    components:
      schemas:
        Pet: {discriminator: {propertyName: kind, mapping: {cat: Cat, dog: '#/dogs/Dog'}}}
        Cat: {type: object}
    dogs: {Dog: {type: object}}
    """
    schemas = schemas_of(project.bundle_silently(OPENAPI_30, body, {"lib.yaml": lib}))
    assert at(schemas, "/A/discriminator/mapping") == {
        "cat": "#/components/schemas/Cat",
        "dog": "#/components/schemas/Dog",
    }


@pytest.mark.parametrize("referred", ["Pet", "Holder"])
def test_what_derives_from_a_schema_with_a_discriminator_comes_along(
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
    schemas = schemas_of(project.bundle_silently(SWAGGER_20, body, {"lib.yaml": lib}))
    assert schemas.keys() - {"A", "Holder"} == {"Pet", "Cat", "Tom", "Size"}


def test_a_schema_that_is_called_otherwise_keeps_its_value(project: Project) -> None:
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
    schemas = schemas_of(project.bundle_silently(SWAGGER_20, body, {"lib.yaml": lib}))
    base = {"$ref": "#/definitions/Pet"}
    assert schemas["lib_Cat"] == {"allOf": [base], "x-ms-discriminator-value": "Cat"}
    assert schemas["Dog"] == {"allOf": [base]}


def test_a_mapping_to_what_is_not_there_is_said(project: Project) -> None:
    files = {"dogs.yaml": "Dog: {type: object}\n"}
    project.bundle(OPENAPI_30, BODY, files)
    said = [str(item.location) for item in project.bundled.diagnostics]
    api = project.folder / "api.yaml"
    assert said == [f"{api}:11:11", f"{api}:12:11", f"{api}:7:16"]
