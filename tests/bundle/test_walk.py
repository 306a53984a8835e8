"""Objects in which references to other files are recognised."""

from __future__ import annotations

from tests.bundle.project import (
    OPENAPI_30,
    SWAGGER_20,
    Project,
    at,
    references_of,
    schemas_of,
    with_schemas,
)


def test_components_of_other_api_documents_can_be_referenced(project: Project) -> None:
    body = with_schemas(
        "A: {items: {$ref: 'v2.json#/definitions/Pet'}}",
        "B: {items: {$ref: 'v3.yaml#/components/schemas/Owner'}}",
    )
    files = {
        "v2.json": """{"swagger": "2.0", "paths": {}, "definitions": {
            "Pet": {"items": {"$ref": "#/definitions/Tag"}}, "Tag": {"type": "string"}}}""",
        "v3.yaml": """\
        openapi: 3.0.0
        paths: {/lost: {$ref: 'nowhere.yaml'}}
        components: {schemas: {Owner: {$ref: '#/components/schemas/Person'}, Person: {}}}
        """,
    }
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_30, body, files))
    assert list(schemas) == ["A", "B", "Person", "Pet", "Tag"]
    assert schemas["Pet"] == {"items": {"$ref": "#/components/schemas/Tag"}}


def test_keywords_of_all_schema_versions_are_walked(
    project: Project,
) -> None:
    body = """\
    paths: {}
    definitions:
      A:
        oneOf: [{$ref: 'all.yaml#/One'}]
        items: [{$ref: 'all.yaml#/Two'}]
        additionalItems: {$ref: 'all.yaml#/Three'}
        patternProperties: {^x: {$ref: 'all.yaml#/Four'}}
        dependencies: {b: {$ref: 'all.yaml#/Five'}}
    """
    files = {"all.yaml": "One: {}\nTwo: {}\nThree: {}\nFour: {}\nFive: {}\n"}
    root = project.bundle_without_diagnostics(SWAGGER_20, body, files)
    assert sorted(references_of(root)) == [
        f"#/definitions/{name}" for name in ("Five", "Four", "One", "Three", "Two")
    ]


def test_deeply_nested_files_are_bundled(project: Project) -> None:
    deep = '{"items": ' * 190 + "{}" + "}" * 190
    body = with_schemas("A: {$ref: deep.json}")
    root = project.bundle_without_diagnostics(OPENAPI_30, body, {"deep.json": deep})
    assert at(root, "/components/schemas/A" + "/items" * 190) == {}
