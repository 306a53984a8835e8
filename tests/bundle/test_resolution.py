"""Resolution of references across files."""

from __future__ import annotations

import pytest
from sdksmith.report.diagnostics import Effect

from tests.bundle.project import (
    OPENAPI_30,
    PET,
    SWAGGER_20,
    Project,
    at,
    references_of,
    schemas_of,
    with_schemas,
)


@pytest.mark.parametrize(
    "spelling",
    [
        "./pet.yaml",
        "pet.yaml#",
        "pet.yaml#/",
        "../specs/pet.yaml",
        "./schemas/../pet.yaml",
        "schemas/alias.yaml",
        "schemas/all.yaml#/Pet",
        "schemas/all.yaml#/Chain",
        "%70et.yaml",
        ".\\pet.yaml",
    ],
)
def test_spellings_of_a_reference_lead_to_one_component(
    project: Project, spelling: str
) -> None:
    body = with_schemas(
        "A: {properties: {pet: {$ref: 'pet.yaml'}}}",
        f"B: {{properties: {{pet: {{$ref: '{spelling}'}}}}}}",
    )
    files = {
        "pet.yaml": PET,
        "schemas/alias.yaml": "$ref: ../pet.yaml\n",
        "schemas/all.yaml": "Pet: {$ref: ../pet.yaml}\nChain: {$ref: '#/Pet'}\n",
    }
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_30, body, files))
    assert list(schemas) == ["A", "B", "pet"]
    assert at(schemas, "/A/properties/pet") == at(schemas, "/B/properties/pet")


def test_files_can_reference_the_entry_document_and_themselves(
    project: Project,
) -> None:
    body = with_schemas("Owner: {properties: {pet: {$ref: pet.yaml}}}")
    pet = """\
    properties:
      owner: {$ref: 'api.yaml#/components/schemas/Owner'}
      mother: {$ref: '#'}
      father: {$ref: 'pet.yaml'}
    """
    schemas = schemas_of(
        project.bundle_without_diagnostics(OPENAPI_30, body, {"pet.yaml": pet})
    )
    assert schemas["pet"] == {
        "properties": {
            "owner": {"$ref": "#/components/schemas/Owner"},
            "mother": {"$ref": "#/components/schemas/pet"},
            "father": {"$ref": "#/components/schemas/pet"},
        }
    }


def test_files_can_reference_each_other_recursively(project: Project) -> None:
    body = with_schemas("A: {$ref: a.yaml}")
    files = {
        "a.yaml": "properties: {b: {$ref: b.yaml}}\n",
        "b.yaml": "properties: {a: {$ref: a.yaml}}\n",
    }
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_30, body, files))
    assert schemas == {
        "A": {"properties": {"b": {"$ref": "#/components/schemas/b"}}},
        "b": {"properties": {"a": {"$ref": "#/components/schemas/A"}}},
    }


def test_reference_loops_are_preserved_for_repair(
    project: Project,
) -> None:
    body = with_schemas("A: {properties: {a: {$ref: a.yaml}}}")
    files = {"a.yaml": "$ref: b.yaml\n", "b.yaml": "$ref: a.yaml\n"}
    root = project.bundle_without_diagnostics(OPENAPI_30, body, files)
    assert all(reference.startswith("#/") for reference in references_of(root))


def test_pointers_are_decoded(project: Project) -> None:
    body = with_schemas(
        "A: {items: {$ref: 'my%20files/pet%20store.yaml#/a~1b/c%25/d%20e'}}",
        "B: {items: {$ref: 'my files/pet store.yaml#/list/1'}}",
    )
    files = {
        "my files/pet store.yaml": "a/b: {c%: {d e: {type: string}}}\nlist: [{}, {}]\n"
    }
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_30, body, files))
    assert [name for name in schemas if name not in ("A", "B")] == [
        "d_e",
        "pet_store_1",
    ]


def test_pointers_pass_through_references(project: Project) -> None:
    body = with_schemas("A: {items: {$ref: 'all.yaml#/Pet/properties/tag'}}")
    files = {
        "all.yaml": "Pet: {$ref: 'pet.yaml'}\n",
        "pet.yaml": "properties: {tag: {type: string}}\n",
    }
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_30, body, files))
    assert schemas["pet_tag"] == {"type": "string"}


def test_references_that_are_not_file_names_are_preserved(project: Project) -> None:
    body = (
        "paths: {}\ndefinitions: {A: {$ref: B}, B: {$ref: '#C'}, C: {$ref: b.yaml}}\n"
    )
    root = project.bundle_without_diagnostics(SWAGGER_20, body, {"b.yaml": "{}\n"})
    assert schemas_of(root) == {"A": {"$ref": "B"}, "B": {"$ref": "#C"}, "C": {}}


def test_local_reference_falls_back_to_the_entry_document(
    project: Project,
) -> None:
    body = "paths: {}\ndefinitions: {A: {$ref: a.yaml}, B: {type: string}}\n"
    a = "properties:\n  b: {$ref: '#/definitions/B'}\n  c: {$ref: '#/definitions/B'}\n"
    root = project.bundle(SWAGGER_20, body, {"a.yaml": a})
    target = {"$ref": "#/definitions/B"}
    assert at(schemas_of(root), "/A/properties") == {"b": target, "c": target}
    (diagnostic,) = project.bundled.diagnostics
    assert (diagnostic.code, diagnostic.effect) == ("BN005", Effect.REPAIRED)
    assert str(diagnostic.location) == f"{project.folder}/a.yaml:2:7"
