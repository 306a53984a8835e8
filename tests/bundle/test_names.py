"""Names of the components that are taken from other files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bundle.project import (
    OPENAPI_30,
    PET,
    PET_TREE,
    SWAGGER_20,
    Project,
    at,
    schemas_of,
    with_schemas,
)

if TYPE_CHECKING:
    from pathlib import Path


def names_of(
    project: Project, references: list[str], files: dict[str, str]
) -> set[str]:
    uses = "".join(f"      p{i}: {{$ref: '{r}'}}\n" for i, r in enumerate(references))
    body = f"paths: {{}}\ncomponents:\n  schemas:\n    Pet:\n     properties:\n{uses}"
    schemas = schemas_of(project.bundle_without_diagnostics(OPENAPI_30, body, files))
    return set(schemas) - {"Pet"}


def test_equal_names_get_the_file_name_as_prefix(project: Project) -> None:
    files = {"orders.yaml": "Error: {}\nOrder: {}\n", "users.yaml": "Error: {}\n"}
    references = ["orders.yaml#/Error", "users.yaml#/Error", "orders.yaml#/Order"]
    assert names_of(project, references, files) == {
        "orders_Error",
        "users_Error",
        "Order",
    }


def test_equal_file_names_get_the_folder_as_prefix(project: Project) -> None:
    files = {"a/error.yaml": "{}\n", "b/error.yaml": "{}\n", "b/c.yaml": "{}\n"}
    assert names_of(project, list(files), files) == {"a_error", "b_error", "c"}


def test_names_of_the_entry_document_are_reserved(project: Project) -> None:
    files = {"schemas/pet.yaml": "{}\n", "all.yaml": "Pet: {}\n"}
    references = ["schemas/pet.yaml", "all.yaml#/Pet"]
    assert names_of(project, references, files) == {"schemas_pet", "all_Pet"}


def test_generic_file_names_are_replaced_by_the_folder(project: Project) -> None:
    files = {"schemas/box/index.yaml": "{}\n", "main.yaml": "{}\n"}
    assert names_of(project, list(files), files) == {"box", "main"}


def test_unnamed_nodes_are_named_after_their_pointer(
    project: Project,
) -> None:
    files = {"order.yaml": "properties: {lines: {items: {}}, 2: {}}\nitems: {}\n"}
    references = [
        "order.yaml#/properties/lines/items",
        "order.yaml#/properties/2",
        "order.yaml#/items",
    ]
    assert names_of(project, references, files) == {
        "order_lines",
        "order_2",
        "order_items",
    }


def test_names_contain_only_allowed_characters(project: Project) -> None:
    files = {"all.yaml": "'Käse & Brot': {}\n'[T]': {}\n'+': {}\n"}
    references = [f"all.yaml#/{key}" for key in ("Käse & Brot", "[T]", "+")]
    assert names_of(project, references, files) == {"K_se_Brot", "T", "all"}


def test_common_folder_is_not_part_of_names(project: Project) -> None:
    files = {"../specs/x/pet.yaml": "{}\n", "../other/pet.yaml": "{}\n"}
    assert names_of(project, ["x/pet.yaml", "../other/pet.yaml"], files) == {
        "x_pet",
        "other_pet",
    }


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.permutations(["a.yaml#/X", "b.yaml#/X", "b.yaml#/Y", "c/a.yaml", "a.yaml"]))
def test_names_do_not_depend_on_order(tmp_path: Path, references: list[str]) -> None:
    folder = tmp_path / "work" / "specs"
    folder.mkdir(parents=True, exist_ok=True)
    files = {"a.yaml": "X: {}\n", "b.yaml": "X: {}\nY: {}\n", "c/a.yaml": "{}\n"}
    found = names_of(Project(folder), references, files)
    assert found == {"a_schema", "a_X", "b_X", "Y", "c_a"}


def test_component_of_a_whole_file_is_named_after_its_stem(project: Project) -> None:
    body = with_schemas("Owner: {properties: {pet: {$ref: ./schemas/pet.yaml}}}")
    root = project.bundle_without_diagnostics(
        OPENAPI_30, body, {"schemas/pet.yaml": PET}
    )
    assert schemas_of(root) == {
        "Owner": {"properties": {"pet": {"$ref": "#/components/schemas/pet"}}},
        "pet": PET_TREE,
    }


def test_component_of_a_part_is_named_after_its_last_token(project: Project) -> None:
    body = (
        "paths: {}\ndefinitions: {A: {items: {$ref: 'all.json#/definitions/Error'}}}\n"
    )
    files = {"all.json": '{"definitions": {"Error": {"type": "string"}, "Unused": {}}}'}
    root = project.bundle_without_diagnostics(SWAGGER_20, body, files)
    assert schemas_of(root) == {
        "A": {"items": {"$ref": "#/definitions/Error"}},
        "Error": {"type": "string"},
    }


def test_name_of_the_entry_document_takes_precedence(project: Project) -> None:
    body = with_schemas(
        "Animal: {$ref: pet.yaml}",
        "Owner: {properties: {pet: {$ref: pet.yaml}, friend: {$ref: person.yaml}}}",
    )
    person = "properties: {pet: {$ref: 'pet.yaml'}}\n"
    root = project.bundle_without_diagnostics(
        OPENAPI_30, body, {"pet.yaml": PET, "person.yaml": person}
    )
    schemas = schemas_of(root)
    assert list(schemas) == ["Animal", "Owner", "person"]
    assert schemas["Animal"] == PET_TREE
    assert at(schemas, "/person/properties/pet") == {
        "$ref": "#/components/schemas/Animal"
    }


def test_name_of_the_entry_document_does_not_depend_on_order(project: Project) -> None:
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
    root = project.bundle_without_diagnostics(OPENAPI_30, body, files)
    assert schemas_of(root) == {"Animal": PET_TREE}


def test_of_two_entries_the_one_named_like_the_file_is_the_component(
    project: Project,
) -> None:
    body = with_schemas("Animal: {$ref: Pet.yaml}", "Pet: {$ref: Pet.yaml}")
    root = project.bundle_without_diagnostics(OPENAPI_30, body, {"Pet.yaml": PET})
    assert schemas_of(root) == {
        "Animal": {"$ref": "#/components/schemas/Pet"},
        "Pet": PET_TREE,
    }
