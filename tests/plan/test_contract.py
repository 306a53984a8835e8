"""Tests of the contract: generator and runtime know the same facts."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest
import runtime
from runtime import errors
from runtime.encoding import styles
from runtime.encoding.headers import encode_header
from runtime.encoding.path import expand_path
from runtime.encoding.query import encode_pairs
from sdksmith.model.api import Style
from sdksmith.plan.contract import (
    EXCEPTIONS,
    EXPORTS,
    FEATURE_FILES,
    PARAMETER_STYLES,
    Feature,
    check_style,
    required,
)
from sdksmith.render.runtime import runtime_modules

from tests.composed_runtime import composed_runtime

RUNTIME: Final = Path(__file__).parents[2] / "templates" / "runtime"
COMPOSED: Final = frozenset({"__init__", "client", "async_client"})
"""Modules that are rendered for each client, from the features that it uses."""


def all_modules() -> set[str]:
    return {
        path.relative_to(RUNTIME).with_suffix("").as_posix()
        for path in RUNTIME.rglob("*.py")
    }


def imported_modules(module: str) -> set[str]:
    """Return the modules of the runtime that a module imports, also lazily or for types."""
    folder = module.split("/")[:-1]
    tree = ast.parse((RUNTIME / f"{module}.py").read_text())
    return {
        "/".join([*folder[: len(folder) - node.level + 1], *node.module.split(".")])
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level and node.module
    }


IMPORTS: Final = {
    module: imported_modules(module) for module in all_modules() - COMPOSED
}


def combined_features() -> list[frozenset[Feature]]:
    """Return all combinations of features that a client can use."""
    return sorted(
        {
            required(set(chosen))
            for count in range(1, len(Feature) + 1)
            for chosen in combinations(Feature, count)
        },
        key=sorted,
    )


def test_modules_of_any_combination_import_only_each_other() -> None:
    for features in combined_features():
        present = set(runtime_modules(features))
        for module in present - COMPOSED:
            missing = IMPORTS[module] - present
            assert not missing, (sorted(features), module, sorted(missing))


def test_imports_of_the_runtime_have_no_cycles() -> None:
    TopologicalSorter(
        {name: imported_modules(name) for name in all_modules()}
    ).prepare()


def test_every_module_belongs_to_a_feature() -> None:
    assert set(runtime_modules(frozenset(Feature))) == all_modules()


@pytest.mark.parametrize("feature", Feature)
def test_features_add_files_or_exports(feature: Feature) -> None:
    names = {**EXPORTS, **EXCEPTIONS}
    exported = any(feature in item.features for item in names.values())
    files = FEATURE_FILES[feature]
    assert exported or files.folders or files.modules


@pytest.mark.parametrize("feature", Feature)
def test_client_classes_of_features_exist(feature: Feature) -> None:
    for place in (FEATURE_FILES[feature].sync_base, FEATURE_FILES[feature].async_base):
        if place is not None:
            module, name = place
            assert isinstance(getattr(import_module(f"runtime.{module}"), name), type)


@pytest.mark.parametrize(("name", "export"), [*EXPORTS.items(), *EXCEPTIONS.items()])
def test_exports_are_defined_in_their_module(name: str, export: object) -> None:
    module = {**EXPORTS, **EXCEPTIONS}[name].module
    tree = ast.parse((RUNTIME / f"{module.replace('.', '/')}.py").read_text())
    defined = {
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef)
    } | {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    assert name in defined, export


@pytest.mark.parametrize("name", [*EXPORTS, *EXCEPTIONS])
def test_modules_of_exports_are_present_with_their_features(name: str) -> None:
    export = {**EXPORTS, **EXCEPTIONS}[name]
    for feature in export.features:
        modules = runtime_modules(required({feature}))
        assert export.module.replace(".", "/") in modules, feature


def test_runtime_exports_the_names_of_the_contract() -> None:
    assert set(vars(runtime)["__all__"]) == {*EXPORTS, *EXCEPTIONS}


def test_all_exceptions_of_the_runtime_are_exported() -> None:
    defined = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, Exception)
    }
    assert defined == set(EXCEPTIONS)


def test_both_sides_know_the_same_styles() -> None:
    assert PARAMETER_STYLES == {
        "path": styles.PATH_STYLES,
        "query": styles.PAIR_STYLES,
        "header": styles.HEADER_STYLES,
    }
    known = frozenset[str]().union(*PARAMETER_STYLES.values())
    assert known == {*map(str, Style), "json"}


def test_templates_contain_the_runtime_with_all_features() -> None:
    for path, text in composed_runtime().items():
        assert path.read_text() == text, "run python -m tests.regen"


@pytest.mark.parametrize("style", sorted(PARAMETER_STYLES["query"]))
@pytest.mark.parametrize("suffix", ["", "*"])
def test_runtime_encodes_every_style_of_pairs(style: str, suffix: str) -> None:
    assert encode_pairs("colors", ["blue", "red"], style + suffix)
    assert encode_pairs("color", {"R": 100, "G": 200}, style + suffix)


@pytest.mark.parametrize("style", sorted(PARAMETER_STYLES["path"]))
@pytest.mark.parametrize("suffix", ["", "*"])
def test_runtime_encodes_every_style_of_paths(style: str, suffix: str) -> None:
    path = expand_path("/{color}", {"color": ["b", "r"]}, {"color": style + suffix})
    assert path != "/"


@pytest.mark.parametrize("style", sorted(PARAMETER_STYLES["header"]))
def test_runtime_encodes_every_style_of_headers(style: str) -> None:
    assert encode_header("X-Color", ["b", "r"], style)


@pytest.mark.parametrize("place", ["path", "query", "header", "cookie", "querystring"])
def test_generator_rejects_styles_that_the_runtime_does_not_know(place: str) -> None:
    with pytest.raises(ValueError, match="the runtime does not know the style"):
        check_style(place, "commas*")
