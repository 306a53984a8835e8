"""References into other files become references to components, one for each node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bundle.project import (
    OPENAPI_30,
    OPENAPI_31,
    SWAGGER_20,
    Project,
    at,
    references_of,
    schemas_of,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

PET = "type: object\nproperties: {name: {type: string}}\n"
PET_TREE: JsonObject = {"type": "object", "properties": {"name": {"type": "string"}}}


def in_schemas(*entries: str) -> str:
    lines = "".join(f"    {entry}\n" for entry in entries)
    return f"paths: {{}}\ncomponents:\n  schemas:\n{lines}"


def test_a_whole_file_is_called_by_its_stem(project: Project) -> None:
    body = in_schemas("Owner: {properties: {pet: {$ref: ./schemas/pet.yaml}}}")
    root = project.bundle_silently(OPENAPI_30, body, {"schemas/pet.yaml": PET})
    assert schemas_of(root) == {
        "Owner": {"properties": {"pet": {"$ref": "#/components/schemas/pet"}}},
        "pet": PET_TREE,
    }


def test_a_part_of_a_file_is_called_by_its_last_token(project: Project) -> None:
    body = (
        "paths: {}\ndefinitions: {A: {items: {$ref: 'all.json#/definitions/Error'}}}\n"
    )
    files = {"all.json": '{"definitions": {"Error": {"type": "string"}, "Unused": {}}}'}
    root = project.bundle_silently(SWAGGER_20, body, files)
    assert schemas_of(root) == {
        "A": {"items": {"$ref": "#/definitions/Error"}},
        "Error": {"type": "string"},
    }


def test_what_the_entry_document_names_keeps_that_name(project: Project) -> None:
    body = in_schemas(
        "Animal: {$ref: pet.yaml}",
        "Owner: {properties: {pet: {$ref: pet.yaml}, friend: {$ref: person.yaml}}}",
    )
    person = "properties: {pet: {$ref: 'pet.yaml'}}\n"
    root = project.bundle_silently(
        OPENAPI_30, body, {"pet.yaml": PET, "person.yaml": person}
    )
    schemas = schemas_of(root)
    assert list(schemas) == ["Animal", "Owner", "person"]
    assert schemas["Animal"] == PET_TREE
    assert at(schemas, "/person/properties/pet") == {
        "$ref": "#/components/schemas/Animal"
    }


def test_a_name_counts_though_another_file_came_to_it_first(project: Project) -> None:
    body = """\
    paths: {/parcels: {$ref: paths.yaml}}
    components: {schemas: {Animal: {$ref: pet.yaml}}}
    """
    paths = """\
    get:
      responses:
        '200':
          description: Pets.
          content: {a/b: {schema: {$ref: 'api.yaml#/components/schemas/Animal'}}}
    """
    files = {"paths.yaml": paths, "pet.yaml": PET}
    root = project.bundle_silently(OPENAPI_30, body, files)
    assert schemas_of(root) == {"Animal": PET_TREE}


def test_of_two_names_the_natural_one_is_that_of_the_node(project: Project) -> None:
    body = in_schemas("Animal: {$ref: Pet.yaml}", "Pet: {$ref: Pet.yaml}")
    root = project.bundle_silently(OPENAPI_30, body, {"Pet.yaml": PET})
    assert schemas_of(root) == {
        "Animal": {"$ref": "#/components/schemas/Pet"},
        "Pet": PET_TREE,
    }


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


def test_other_documents_are_libraries(project: Project) -> None:
    body = in_schemas(
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
    schemas = schemas_of(project.bundle_silently(OPENAPI_30, body, files))
    assert list(schemas) == ["A", "B", "Person", "Pet", "Tag"]
    assert schemas["Pet"] == {"items": {"$ref": "#/components/schemas/Tag"}}


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


def test_a_node_inside_of_another_is_referred_to_there_too(project: Project) -> None:
    body = in_schemas("A: {$ref: pet.yaml}", "B: {$ref: 'pet.yaml#/properties/tag'}")
    files = {"pet.yaml": "properties: {tag: {type: string}}\n"}
    schemas = schemas_of(project.bundle_silently(OPENAPI_30, body, files))
    assert schemas == {
        "A": {"properties": {"tag": {"$ref": "#/components/schemas/B"}}},
        "B": {"type": "string"},
    }


def test_siblings_of_a_reference_stay(project: Project) -> None:
    body = in_schemas("A: {$ref: pet.yaml, description: Mine, minProperties: 1}")
    root = project.bundle_silently(OPENAPI_31, body, {"pet.yaml": PET})
    assert schemas_of(root) == {
        "A": {
            "$ref": "#/components/schemas/pet",
            "description": "Mine",
            "minProperties": 1,
        },
        "pet": PET_TREE,
    }


def test_schemas_that_are_true_or_false_may_be_referred_to(project: Project) -> None:
    body = in_schemas("A: {items: {$ref: 'all.yaml#/Any'}}")
    root = project.bundle_silently(OPENAPI_31, body, {"all.yaml": "Any: true\n"})
    assert schemas_of(root)["Any"] is True


def test_a_document_without_other_files_comes_out_as_it_is(project: Project) -> None:
    body = in_schemas(
        "A: {$ref: '#/components/schemas/B'}",
        "B: {example: {$ref: pet.yaml}, default: {$ref: pet.yaml}}",
    )
    project.bundle_silently(OPENAPI_30, body, {})
    document = project.bundled.document
    assert document.root is document.source.root
    assert document.parts == ()


def test_words_of_older_and_newer_schemas_are_understood_everywhere(
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
    root = project.bundle_silently(SWAGGER_20, body, files)
    assert sorted(references_of(root)) == [
        f"#/definitions/{name}" for name in ("Five", "Four", "One", "Three", "Two")
    ]


def test_files_may_be_nested_as_deeply_as_a_document(project: Project) -> None:
    deep = '{"items": ' * 190 + "{}" + "}" * 190
    body = in_schemas("A: {$ref: deep.json}")
    root = project.bundle_silently(OPENAPI_30, body, {"deep.json": deep})
    assert at(root, "/components/schemas/A" + "/items" * 190) == {}
