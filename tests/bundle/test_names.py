"""Names from other files: readable, symmetrical, and the same in every order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bundle.project import OPENAPI_30, Project, schemas_of

if TYPE_CHECKING:
    from pathlib import Path


def names_of(
    project: Project, references: list[str], files: dict[str, str]
) -> set[str]:
    uses = "".join(f"      p{i}: {{$ref: '{r}'}}\n" for i, r in enumerate(references))
    body = f"paths: {{}}\ncomponents:\n  schemas:\n    Pet:\n     properties:\n{uses}"
    schemas = schemas_of(project.bundle_silently(OPENAPI_30, body, files))
    return set(schemas) - {"Pet"}


def test_who_shares_a_name_takes_words_of_its_file(project: Project) -> None:
    files = {"orders.yaml": "Error: {}\nOrder: {}\n", "users.yaml": "Error: {}\n"}
    references = ["orders.yaml#/Error", "users.yaml#/Error", "orders.yaml#/Order"]
    assert names_of(project, references, files) == {
        "orders_Error",
        "users_Error",
        "Order",
    }


def test_who_shares_a_file_name_takes_words_of_its_folder(project: Project) -> None:
    files = {"a/error.yaml": "{}\n", "b/error.yaml": "{}\n", "b/c.yaml": "{}\n"}
    assert names_of(project, list(files), files) == {"a_error", "b_error", "c"}


def test_names_of_the_entry_document_are_taken(project: Project) -> None:
    files = {"schemas/pet.yaml": "{}\n", "all.yaml": "Pet: {}\n"}
    references = ["schemas/pet.yaml", "all.yaml#/Pet"]
    assert names_of(project, references, files) == {"schemas_pet", "all_Pet"}


def test_files_that_say_nothing_are_called_by_their_folder(project: Project) -> None:
    files = {"schemas/box/index.yaml": "{}\n", "main.yaml": "{}\n"}
    assert names_of(project, list(files), files) == {"box", "main"}


def test_a_place_without_a_name_of_its_own_has_the_words_on_its_way(
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


def test_names_hold_what_a_specification_allows(project: Project) -> None:
    files = {"all.yaml": "'Käse & Brot': {}\n'[T]': {}\n'+': {}\n"}
    references = [f"all.yaml#/{key}" for key in ("Käse & Brot", "[T]", "+")]
    assert names_of(project, references, files) == {"K_se_Brot", "T", "all"}


def test_the_common_folder_says_nothing(project: Project) -> None:
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
def test_no_name_depends_on_an_order(tmp_path: Path, references: list[str]) -> None:
    folder = tmp_path / "work" / "specs"
    folder.mkdir(parents=True, exist_ok=True)
    files = {"a.yaml": "X: {}\n", "b.yaml": "X: {}\nY: {}\n", "c/a.yaml": "{}\n"}
    found = names_of(Project(folder), references, files)
    assert found == {"a_schema", "a_X", "b_X", "Y", "c_a"}
