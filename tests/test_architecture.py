"""Rules of generator/README.md that a test can check."""

from __future__ import annotations

import ast
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator" / "sdksmith"
TEMPLATES = ROOT / "templates"

FILE_LINES = 400
FUNCTION_LINES = 60
CLASS_LINES = 250
PARAMETERS = 6
PIPELINE_LINES = 150
ROOT_MODULES = 6
FOLDER_MODULES = 15

MIRRORED_FOLDERS = (
    *(
        "bundle",
        "cache",
        "cli",
        "config",
        "diff",
        "load",
        "lock",
        "model",
        "output",
        "repair",
        "report",
    ),
    *("plan", "release", "render", "runtime", "text", "upgrade", "validate", "workers"),
)
"""Folders of the tests whose modules have the names of source modules."""

LEAVES = {"text", "report.budget", "report.diagnostics", "json_data"}
"""Modules that any package may import."""

MAY_IMPORT: dict[str, set[str]] = {
    "text": {"json_data"},
    "json_data": set(),
    "version": set(),
    "report": LEAVES,
    "spec": LEAVES | {"load.document"},
    "load": LEAVES,
    "bundle": LEAVES | {"load.document", "load.files.related", "spec"},
    "repair": LEAVES | {"load.document", "spec"},
    "validate": LEAVES | {"load.document"},
    "upgrade": LEAVES | {"load.document"},
    "model": LEAVES | {"load.document"},
    "plan": LEAVES
    | {"model.api", "model.paging_hints", "model.released_names", "model.types"},
    "render": LEAVES
    | {"plan.client.arguments", "plan.contract", "plan.expressions"}
    | {"plan.package", "plan.runtime"},
    "output": LEAVES | {"render.rendered"},
    "workers": LEAVES | {"output", "plan.package", "render"},
    "cache": LEAVES
    | {"config.settings", "load.files", "output.current", "output.write"}
    | {"report", "version"},
    "config": LEAVES
    | {"load.document", "model.api", "model.paging_hints", "model.released_names"}
    | {"plan.content.paths", "plan.paging.detection", "plan.settings"},
    "checks": LEAVES | {"load.document", "model.api", "plan.package", "report.codes"},
    "diff": LEAVES
    | {"config.settings", "config.settings_file", "load.files.source", "lock.run"}
    | {"plan.expressions", "plan.package", "planning", "reading", "render.rendered"}
    | {"report", "workers.garbage_collection"},
    "release": LEAVES
    | {"config.settings", "config.toml_files", "diff.store", "output.single_files"}
    | {"plan", "plan.package", "report"},
    "lock": LEAVES
    | {"config.settings", "config.toml_files", "model.released_names"}
    | {"output.single_files"},
    "planning": LEAVES
    | {"checks", "config", "diff.store", "load.files.source", "lock.run"}
    | {
        "model.released_names",
        "output",
        "plan",
        "reading",
        "render.rendered",
        "report",
        "version",
    }
    | {"workers.pool"},
    "reading": LEAVES
    | {"bundle", "config", "load", "model", "repair", "report"}
    | {"upgrade", "validate", "workers.garbage_collection"},
    "__main__": {"cli"},
}
"""Imports that a package or module may have besides its own modules."""

NOT_LISTED = {"pipeline", "cli", "__init__"}
"""Modules that may import everything."""


@dataclass(frozen=True)
class Import:
    """An import of one module of the generator by another, below `sdksmith`."""

    importer: str
    imported: str
    line: int


def python_files() -> list[Path]:
    folders = [GENERATOR, TEMPLATES / "runtime", ROOT / "tests"]
    return [
        path
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
        if "expected" not in path.parts
    ]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


FOLDERS = sorted({path.parent for path in python_files()})
SOURCE_FOLDERS = [path for path in FOLDERS if not path.is_relative_to(ROOT / "tests")]
GENERATOR_FOLDERS = [path for path in FOLDERS if path.is_relative_to(GENERATOR)]


@pytest.fixture(scope="module")
def modules(request: pytest.FixtureRequest) -> dict[Path, ast.Module]:
    """Return the parsed modules of a folder, for all tests of this folder."""
    folder: Path = request.param
    return {path: ast.parse(path.read_text()) for path in sorted(folder.glob("*.py"))}


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and the statements in it, but not the many more expressions."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            waiting += getattr(found, name, ())


def module_name(path: Path) -> str:
    parts = path.relative_to(GENERATOR).with_suffix("").parts
    return ".".join(parts)


def imports_of(path: Path, tree: ast.Module) -> Iterator[Import]:
    """Yield the imports of a module from the generator, also inside functions."""
    importer = module_name(path)
    package = importer.split(".")[:-1]
    for node in statements(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "sdksmith":
                    name = alias.name.removeprefix("sdksmith").lstrip(".")
                    yield Import(importer, name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                base = package[: len(package) - node.level + 1]
            elif (node.module or "").split(".")[0] == "sdksmith":
                base = []
            else:
                continue
            inner = (node.module or "").removeprefix("sdksmith").lstrip(".")
            target = [*base, *([inner] if inner else [])]
            for alias in node.names:
                # `from . import x` and `from .stage import x` may name a module.
                deeper = GENERATOR.joinpath(*".".join(target).split("."), alias.name)
                is_module = deeper.with_suffix(".py").is_file() or deeper.is_dir()
                full = [*target, alias.name] if is_module else target
                yield Import(importer, ".".join(full), node.lineno)


def is_allowed(item: Import) -> bool:
    package_name = item.importer.split(".")[0]
    allowed = MAY_IMPORT.get(package_name)
    if allowed is None or item.imported.split(".")[0] == package_name:
        return True
    return any(
        item.imported == name or (name and item.imported.startswith(f"{name}."))
        for name in allowed
    )


def test_every_package_has_an_import_rule() -> None:
    package_names = {
        path.stem if path.is_file() else path.name
        for path in GENERATOR.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert package_names - MAY_IMPORT.keys() - NOT_LISTED == set()


@pytest.mark.parametrize("modules", GENERATOR_FOLDERS, ids=name_of, indirect=True)
def test_imports_are_allowed(modules: dict[Path, ast.Module]) -> None:
    wrong = [
        item
        for path, tree in modules.items()
        for item in imports_of(path, tree)
        if not is_allowed(item)
    ]
    assert wrong == []


def test_folders_contain_few_modules() -> None:
    counts: dict[str, int] = {}
    for path in GENERATOR.rglob("*.py"):
        if not path.stem.startswith("__"):
            folder = path.parent.relative_to(GENERATOR).as_posix()
            counts[folder] = counts.get(folder, 0) + 1
    assert counts.pop(".") <= ROOT_MODULES
    families = {name for name in counts if name.startswith("repair/rules/")}
    assert families
    assert {
        name: count
        for name, count in counts.items()
        if name not in families and count > FOLDER_MODULES
    } == {}


def test_imports_have_no_cycles() -> None:
    graph: dict[str, set[str]] = {}
    for path in GENERATOR.rglob("*.py"):
        name = module_name(path)
        name = "" if name == "__init__" else name.removesuffix(".__init__")
        imports = imports_of(path, ast.parse(path.read_text()))
        graph[name] = {item.imported for item in imports} - {name}
    cycles = {frozenset(part) for part in strong_components(graph) if len(part) > 1}
    assert cycles == set()


def strong_components(graph: dict[str, set[str]]) -> list[set[str]]:
    """Return the sets of modules that can all reach each other."""
    reachable: dict[str, set[str]] = {}
    for start in graph:
        found: set[str] = set()
        waiting = [start]
        while waiting:
            for name in graph.get(waiting.pop(), set()) - found:
                found.add(name)
                waiting.append(name)
        reachable[start] = found
    return [
        {
            other
            for other in graph
            if other in reachable[name] and name in reachable[other]
        }
        for name in graph
        if name in reachable[name]
    ]


def test_cycles_are_found() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}, "e": set[str]()}
    assert {frozenset(part) for part in strong_components(graph)} == {frozenset("abc")}


def test_forbidden_imports_are_found(tmp_path: Path) -> None:
    wrong = Import("render.files", "load.document", 1)
    assert not is_allowed(wrong)
    assert not is_allowed(Import("plan.names", "model.references", 1))
    assert is_allowed(Import("plan.names", "model.types", 1))
    assert is_allowed(Import("plan.names", "plan.package", 1))
    assert is_allowed(Import("pipeline", "render.files", 1))


@pytest.mark.parametrize("modules", GENERATOR_FOLDERS, ids=name_of, indirect=True)
def test_generator_does_not_import_tests(modules: dict[Path, ast.Module]) -> None:
    for path, tree in modules.items():
        for node in statements(tree):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            packages = {name.split(".")[0] for name in names}
            assert not packages & {"tests", "pytest"}, path


@pytest.mark.parametrize("folder", MIRRORED_FOLDERS)
def test_test_modules_mirror_the_source(folder: str) -> None:
    tests = ROOT / "tests"
    modules = [path.relative_to(tests) for path in (tests / folder).rglob("test_*.py")]
    assert [str(path) for path in modules if not has_source(path)] == []


def has_source(test_module: Path) -> bool:
    """Return whether a test module is named after a source module or package.

    Args:
        test_module: Path below `tests/`. `a/test_b.py` can test `a/b.py`, the package
            `a/b/`, or the package `b/` if that is its own folder. `runtime/` is in the
            folder of the templates.
    """
    is_runtime = test_module.parts[0] == "runtime"
    folder = (TEMPLATES if is_runtime else GENERATOR) / test_module.parent
    name = test_module.stem.removeprefix("test_")
    return (
        (folder / f"{name}.py").is_file()
        or (folder / name / "__init__.py").is_file()
        or (folder.name == name and (folder / "__init__.py").is_file())
    )


def test_mirroring_accepts_only_names_of_source_modules() -> None:
    assert has_source(Path("load/yaml/test_text.py"))
    assert has_source(Path("repair/rules/test_paths.py"))
    assert has_source(Path("repair/rules/test_rules.py"))
    assert has_source(Path("runtime/transport/test_retry.py"))
    assert not has_source(Path("runtime/test_retry.py"))
    assert not has_source(Path("load/test_text.py"))
    assert not has_source(Path("load/json/test_repairs.py"))


@pytest.mark.parametrize("modules", FOLDERS, ids=name_of, indirect=True)
def test_files_functions_and_classes_are_small(
    modules: dict[Path, ast.Module],
) -> None:
    for path, tree in modules.items():
        assert is_pure_data(tree) or line_count(tree) <= FILE_LINES, path
        for node in statements(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert line_count(node) <= FUNCTION_LINES, (path, node.name)
            elif isinstance(node, ast.ClassDef):
                assert line_count(node) <= CLASS_LINES, (path, node.name)


def test_pipeline_stays_short() -> None:
    lines = (GENERATOR / "pipeline.py").read_text().splitlines()
    assert len(lines) <= PIPELINE_LINES


def line_count(node: ast.Module | ast.stmt) -> int:
    """Return the number of lines without docstrings."""
    if isinstance(node, ast.Module):
        first, last = 1, max((item.end_lineno or 0 for item in node.body), default=0)
    else:
        first, last = node.lineno, node.end_lineno or 0
    documented = [
        (item.end_lineno or 0) - item.lineno + 1
        for item in statements(node)
        if isinstance(item, ast.Expr)
        and isinstance(item.value, ast.Constant)
        and isinstance(item.value.value, str)
    ]
    return last - first + 1 - sum(documented)


def is_pure_data(tree: ast.Module) -> bool:
    """Return whether a module only contains class definitions, constants and tables."""
    data = (
        ast.Assign,
        ast.AnnAssign,
        ast.ClassDef,
        ast.Expr,
        ast.Import,
        ast.ImportFrom,
    )
    return all(
        isinstance(node, data)
        or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        for node in tree.body
    ) and not any(isinstance(node, ast.FunctionDef) for node in statements(tree))


def test_documentation_does_not_count_as_code() -> None:
    source = (
        '"""One.\n\nTwo."""\ndef f():\n    """Three.\n\n    Four."""\n    return 1\n'
    )
    tree = ast.parse(source)
    assert line_count(tree) == line_count(tree.body[1]) == 2
    assert not is_pure_data(tree)
    assert is_pure_data(ast.parse("X = 1\nclass A:\n    x: int = 1\n"))


@pytest.mark.parametrize("modules", SOURCE_FOLDERS, ids=name_of, indirect=True)
def test_functions_have_few_parameters(modules: dict[Path, ast.Module]) -> None:
    for path, tree in modules.items():
        lines = path.read_text().splitlines()
        for node in statements(tree):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            # ruff requires a comment with the reason for more parameters.
            if "noqa: PLR0913" not in lines[node.lineno - 1]:
                assert parameter_count(node) <= PARAMETERS, (path, node.name)


def parameter_count(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return len([item for item in every if item.arg not in {"self", "cls"}])


def test_each_dependency_has_a_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    page = (ROOT / "generator" / "README.md").read_text()
    names = {re.split(r"[<>=\[]", item)[0] for item in project["dependencies"]}
    reasons = page.partition("## Dependencies")[2]
    assert set(re.findall(r"^\| ([a-z][a-z0-9-]+) \|", reasons, re.MULTILINE)) == (
        names | {"package"}
    )
