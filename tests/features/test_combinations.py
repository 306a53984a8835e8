"""Tests of clients that contain different parts of the runtime."""

from __future__ import annotations

import json
import os
from itertools import combinations
from typing import TYPE_CHECKING, Final

import pytest
from sdksmith import generate
from sdksmith.plan.contract import Feature, required
from sdksmith.render.runtime import runtime_modules

from tests.checking import check_code, run_tool

from .documents import make_document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ALONE: Final = [(feature,) for feature in Feature]
ALL: Final = [tuple(Feature)]
PAIRS: Final = list(combinations(Feature, 2))


def make_clients(
    folder: Path, combined: Iterable[tuple[Feature, ...]]
) -> dict[tuple[Feature, ...], Path]:
    """Generate a client for each combination of features."""
    folder.mkdir(exist_ok=True)
    clients: dict[tuple[Feature, ...], Path] = {}
    for features in combined:
        name = "_".join(features) if len(features) < len(Feature) else "everything"
        spec = folder / f"{name}.json"
        spec.write_text(json.dumps(make_document(name, features)))
        clients[features] = folder / name
        generate(spec, clients[features])
    return clients


def check_imports(clients: Iterable[Path], folder: Path) -> None:
    """Import all modules of clients, each with its own runtime."""
    sources: list[str] = []
    imports: list[str] = []
    for package in (next((client / "src").iterdir()) for client in clients):
        sources.append(str(package.parent))
        imports += [
            ".".join(path.relative_to(package.parent).with_suffix("").parts)
            for path in sorted(package.rglob("*.py"))
        ]
    program = "".join(f"import {module}\n" for module in imports)
    (folder / "import_all.py").write_text(program)
    run_tool("import_all", cwd=folder, PYTHONPATH=os.pathsep.join(sources))


@pytest.mark.slow
def test_each_feature_alone_and_all_together(tmp_path: Path) -> None:
    clients = make_clients(tmp_path / "clients", [*ALONE, *ALL])
    for features, client in clients.items():
        (runtime,) = client.glob("src/*/_runtime")
        modules = {
            path.relative_to(runtime).with_suffix("").as_posix()
            for path in runtime.rglob("*.py")
        }
        expected = {*runtime_modules(required(set(features)))}
        # Objects in requests and responses are models, which may be named in a resource.
        assert modules - {"model"} == expected - {"model"}, features
    check_imports(clients.values(), tmp_path)
    check_code([*clients.values()], tmp_path / "checks")


@pytest.mark.nightly
def test_each_pair_of_features(tmp_path: Path) -> None:
    clients = make_clients(tmp_path / "clients", PAIRS)
    check_imports(clients.values(), tmp_path)
    check_code([*clients.values()], tmp_path / "checks")


def test_unused_names_are_not_exported(tmp_path: Path) -> None:
    clients = make_clients(tmp_path, [(Feature.CALLS,), (Feature.MODELS,)])
    (calls,) = clients[Feature.CALLS,].glob("src/*/__init__.py")
    text = calls.read_text()
    for name in (
        "Page",
        "Stream",
        "Download",
        "TokenProvider",
        "FileInput",
        "APIStream",
    ):
        assert name not in text, name
    assert not list(clients[Feature.MODELS,].glob("src/*/errors.py"))
