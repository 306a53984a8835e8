"""Schemas with the names that generated modules use."""

from __future__ import annotations

import ast
import json
from itertools import chain
from pathlib import Path

import pytest
from sdksmith import Settings, generate
from sdksmith.plan.naming.reserved import TYPE_MODULES

from tests.checking import check_code, check_format
from tests.plan.naming.reserved_names import (
    SHAPES,
    document_with_reserved_names,
    reserved_names,
)

# Four clients with hundreds of operations each.
pytestmark = pytest.mark.slow


def make_client(folder: Path, shape: str) -> Path:
    """Return the package folder of the client for a document with reserved names."""
    spec = folder / f"{shape}.json"
    spec.write_text(json.dumps(document_with_reserved_names(shape)), encoding="utf-8")
    settings = Settings(package=f"reserved_{shape}")
    generate(str(spec), folder / shape, settings)
    (source,) = (folder / shape / "src").iterdir()
    return source


@pytest.fixture(scope="module", params=[*SHAPES])
def source(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    return make_client(tmp_path_factory.mktemp("reserved"), request.param)


def bound_names(path: Path) -> list[str]:
    """Return the names bound at module level, including imports for type checkers."""
    names: list[str] = []
    tree = ast.parse(path.read_text("utf-8"))
    hidden = [node.body for node in tree.body if isinstance(node, ast.If)]
    for node in chain(tree.body, *hidden):
        match node:
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                names += [
                    item.asname or item.name for item in aliases if item.name != "*"
                ]
            case ast.ClassDef(name=name):
                names.append(name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                names.append(name)
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.append(name)
            case _:
                pass
    return names


def test_schemas_keep_their_names_unless_modules_of_types_need_them(
    source: Path,
) -> None:
    exported = ast.parse((source / "models" / "__init__.py").read_text("utf-8"))
    (table,) = (node for node in ast.walk(exported) if isinstance(node, ast.Dict))
    every = " ".join(map(ast.literal_eval, table.values)).split()
    kept = {name for name in reserved_names() if name in every}
    assert set(reserved_names()) - kept == TYPE_MODULES & set(reserved_names())


def test_names_in_a_module_are_unique(source: Path) -> None:
    for path in source.rglob("*.py"):
        if "_runtime" in path.parts:
            continue
        names = bound_names(path)
        assert sorted(names) == sorted(set(names)), path.name


def samples_by_length(source: Path) -> list[Path]:
    """Return one module of each kind for each length of the name.

    Modules of one kind differ only in their names, and black breaks lines by length.
    """
    chosen = {
        (path.parent, len(path.stem)): path for path in sorted(source.rglob("*.py"))
    }
    return [path for path in chosen.values() if "_runtime" not in path.parts]


# The other two shapes only have other models, and each takes half a minute.
@pytest.mark.parametrize("source", ["record", "union"], indirect=True)
def test_clients_pass_formatter_linter_and_type_checkers(
    source: Path, tmp_path: Path
) -> None:
    check_format(samples_by_length(source))
    check_code([source.parents[1]], tmp_path / "checks")
