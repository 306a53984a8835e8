"""Values of the `mapping` of a discriminator."""

from __future__ import annotations

from tests.bundle.project import OPENAPI_30, Project, at, schemas_of

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


def test_a_mapping_to_what_is_not_there_is_said(project: Project) -> None:
    files = {"dogs.yaml": "Dog: {type: object}\n"}
    project.bundle(OPENAPI_30, BODY, files)
    said = [str(item.location) for item in project.bundled.diagnostics]
    api = project.folder / "api.yaml"
    assert said == [f"{api}:11:11", f"{api}:12:11", f"{api}:7:16"]
