"""Schemas that are called like what generated modules use themselves."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from sdksmith import generate
from sdksmith.plan.takennames import TYPE_MODULES

from .takennames import SHAPES, contested_document, contested_names

# Four clients with hundreds of operations each.
pytestmark = pytest.mark.slow


def make_client(folder: Path, shape: str) -> Path:
    """Return the package folder of the client of a contested document."""
    spec = folder / f"{shape}.json"
    spec.write_text(json.dumps(contested_document(shape)), encoding="utf-8")
    generate(str(spec), folder / shape)
    (source,) = (folder / shape / "src").iterdir()
    return source


@pytest.fixture(scope="module", params=[*SHAPES])
def source(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    return make_client(tmp_path_factory.mktemp("contested"), request.param)


def bound_names(path: Path) -> list[str]:
    """Return what stands at module level, imports for type checkers included."""
    names: list[str] = []
    tree = ast.parse(path.read_text("utf-8"))
    hidden = [node.body for node in tree.body if isinstance(node, ast.If)]
    for node in chain(tree.body, *hidden):
        match node:
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                names += [item.asname or item.name for item in aliases]
            case ast.ClassDef(name=name):
                names.append(name)
            case ast.Assign(targets=[ast.Name(id=name)]):
                names.append(name)
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.append(name)
            case _:
                pass
    return names


def test_each_schema_keeps_its_name_where_that_is_possible(source: Path) -> None:
    exported = ast.parse((source / "models" / "__init__.py").read_text("utf-8"))
    (every,) = (
        ast.literal_eval(node.value)
        for node in exported.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    kept = {name for name in contested_names() if name in every}
    assert set(contested_names()) - kept == TYPE_MODULES & set(contested_names())


def test_no_module_gives_one_name_to_two_things(source: Path) -> None:
    for path in source.rglob("*.py"):
        if "_runtime" in path.parts:
            continue
        names = bound_names(path)
        assert sorted(names) == sorted(set(names)), path.name


def check(*command: str | Path, cwd: Path, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[:5000]


# The other two differ from these in models alone, and a minute each is much.
@pytest.mark.parametrize("source", ["record", "union"], indirect=True, scope="module")
def test_the_client_passes_the_checks_of_a_strict_team(source: Path) -> None:
    folder = source.parents[1]
    check("black", "--check", "--quiet", "src", cwd=folder)
    check("ruff", "check", ".", cwd=folder)
    check("mypy", "src", cwd=folder)
    check("pyright", "--pythonpath", sys.executable, "src", cwd=folder)
    check(
        "pytest", "-q", "-n0", "-p", "no:cacheprovider", "-W", "error", "tests",
        cwd=folder, PYTHONPATH="src",
    )  # fmt: skip
