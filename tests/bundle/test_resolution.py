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
    in_schemas,
    references_of,
    schemas_of,
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
def test_one_node_is_one_component_however_it_is_reached(
    project: Project, spelling: str
) -> None:
    body = in_schemas(
        "A: {properties: {pet: {$ref: 'pet.yaml'}}}",
        f"B: {{properties: {{pet: {{$ref: '{spelling}'}}}}}}",
    )
    files = {
        "pet.yaml": PET,
        "schemas/alias.yaml": "$ref: ../pet.yaml\n",
        "schemas/all.yaml": "Pet: {$ref: ../pet.yaml}\nChain: {$ref: '#/Pet'}\n",
    }
    schemas = schemas_of(project.bundle_silently(OPENAPI_30, body, files))
    assert list(schemas) == ["A", "B", "pet"]
    assert at(schemas, "/A/properties/pet") == at(schemas, "/B/properties/pet")


def test_files_refer_back_to_the_entry_document_and_to_themselves(
    project: Project,
) -> None:
    body = in_schemas("Owner: {properties: {pet: {$ref: pet.yaml}}}")
    pet = """\
    properties:
      owner: {$ref: 'api.yaml#/components/schemas/Owner'}
      mother: {$ref: '#'}
      father: {$ref: 'pet.yaml'}
    """
    schemas = schemas_of(project.bundle_silently(OPENAPI_30, body, {"pet.yaml": pet}))
    assert schemas["pet"] == {
        "properties": {
            "owner": {"$ref": "#/components/schemas/Owner"},
            "mother": {"$ref": "#/components/schemas/pet"},
            "father": {"$ref": "#/components/schemas/pet"},
        }
    }


def test_files_may_refer_to_each_other_in_a_circle(project: Project) -> None:
    body = in_schemas("A: {$ref: a.yaml}")
    files = {
        "a.yaml": "properties: {b: {$ref: b.yaml}}\n",
        "b.yaml": "properties: {a: {$ref: a.yaml}}\n",
    }
    schemas = schemas_of(project.bundle_silently(OPENAPI_30, body, files))
    assert schemas == {
        "A": {"properties": {"b": {"$ref": "#/components/schemas/b"}}},
        "b": {"properties": {"a": {"$ref": "#/components/schemas/A"}}},
    }


def test_references_that_go_round_for_ever_are_kept_for_the_repairs(
    project: Project,
) -> None:
    body = in_schemas("A: {properties: {a: {$ref: a.yaml}}}")
    files = {"a.yaml": "$ref: b.yaml\n", "b.yaml": "$ref: a.yaml\n"}
    root = project.bundle_silently(OPENAPI_30, body, files)
    assert all(reference.startswith("#/") for reference in references_of(root))


def test_pointers_are_decoded(project: Project) -> None:
    body = in_schemas(
        "A: {items: {$ref: 'my%20files/pet%20store.yaml#/a~1b/c%25/d%20e'}}",
        "B: {items: {$ref: 'my files/pet store.yaml#/list/1'}}",
    )
    files = {
        "my files/pet store.yaml": "a/b: {c%: {d e: {type: string}}}\nlist: [{}, {}]\n"
    }
    schemas = schemas_of(project.bundle_silently(OPENAPI_30, body, files))
    assert [name for name in schemas if name not in ("A", "B")] == [
        "d_e",
        "pet_store_1",
    ]


def test_a_pointer_leads_through_references_on_its_way(project: Project) -> None:
    body = in_schemas("A: {items: {$ref: 'all.yaml#/Pet/properties/tag'}}")
    files = {
        "all.yaml": "Pet: {$ref: 'pet.yaml'}\n",
        "pet.yaml": "properties: {tag: {type: string}}\n",
    }
    schemas = schemas_of(project.bundle_silently(OPENAPI_30, body, files))
    assert schemas["pet_tag"] == {"type": "string"}


def test_words_that_are_no_files_are_left_to_the_repairs(project: Project) -> None:
    body = (
        "paths: {}\ndefinitions: {A: {$ref: B}, B: {$ref: '#C'}, C: {$ref: b.yaml}}\n"
    )
    root = project.bundle_silently(SWAGGER_20, body, {"b.yaml": "{}\n"})
    assert schemas_of(root) == {"A": {"$ref": "B"}, "B": {"$ref": "#C"}, "C": {}}


def test_a_local_reference_of_another_file_may_mean_the_entry_document(
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
