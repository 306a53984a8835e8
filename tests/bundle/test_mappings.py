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


def test_mapping_values_are_updated(project: Project) -> None:
    files = {"cat.yaml": "type: object\n", "dogs.yaml": "Dog: {type: object}\n"}
    root = project.bundle_without_diagnostics(OPENAPI_30, BODY, files)
    assert at(schemas_of(root), "/Pet/discriminator/mapping") == {
        "cat": "#/components/schemas/cat",
        "tom": "#/components/schemas/cat",
        "dog": "#/components/schemas/Dog",
        "own": "Own",
        "other": "#/components/schemas/Own",
    }


def test_mapping_without_references_is_bundled(project: Project) -> None:
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
    root = project.bundle_without_diagnostics(
        OPENAPI_30, body, {"cat.yaml": "type: object\n"}
    )
    assert schemas_of(root)["cat"] == {"type": "object"}


def test_mapping_names_are_resolved_in_their_file(
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
    schemas = schemas_of(
        project.bundle_without_diagnostics(OPENAPI_30, body, {"lib.yaml": lib})
    )
    assert at(schemas, "/A/discriminator/mapping") == {
        "cat": "#/components/schemas/Cat",
        "dog": "#/components/schemas/Dog",
    }


def test_mapping_to_a_missing_file_is_reported(project: Project) -> None:
    files = {"dogs.yaml": "Dog: {type: object}\n"}
    project.bundle(OPENAPI_30, BODY, files)
    locations = [str(item.location) for item in project.bundled.diagnostics]
    api = project.folder / "api.yaml"
    assert locations == [f"{api}:11:11", f"{api}:12:11", f"{api}:7:16"]
