"""Files of clients, checked, imported and called."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import black
import pytest
from msgspec.structs import replace
from sdksmith.output.verify import verify_files
from sdksmith.render.environment import template_folder
from sdksmith.render.files import render_package
from sdksmith.render.rendered import RenderedFile
from sdksmith.text.pysource import Code

from .pet_shop import (
    PACKAGE,
    PACKAGES,
    SMALLEST,
    generated,
    plan_pet_shop,
    readme_examples,
)


def run(folder: Path, *command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": "src", "PATH": str(Path(sys.executable).parent)},
    )
    assert done.returncode == 0, done.stdout + done.stderr


MODELS = (
    *("admin_event_live", "admin_key_list", "admin_report_list", "admin_user_list"),
    *("animal", "bag", "cat", "dog", "empty", "kind", "names", "note", "odd", "pet"),
    *("problem", "report", "shape", "status", "toy"),
)
PARAMS = (
    *("animal", "cat", "dog", "empty", "note", "odd", "pet_create", "shape", "toy"),
)
RESOURCES = (
    *("admin", "admin_events", "admin_keys", "admin_logs", "admin_reports"),
    *("admin_users", "pets", "pets_photos", "pets_toys"),
)
HOSTILE_START = "(1/0)"


def test_files_of_a_client(files: tuple[RenderedFile, ...]) -> None:
    assert sorted(generated(files)) == [
        "README.md",
        "api.md",
        "pyproject.toml",
        *(
            f"src/pet_shop/{name}.py"
            for name in (
                "__init__",
                "client",
                "errors",
                "models/__init__",
                *(f"models/{module}" for module in MODELS),
                "params/__init__",
                "params/_formats",
                *(f"params/{module}" for module in PARAMS),
                "resources/__init__",
                *(f"resources/{module}" for module in RESOURCES),
                "testing",
                "webhooks",
            )
        ),
        "tests/conftest.py",
        *(
            f"tests/test_{name}.py"
            for name in sorted({"client", *RESOURCES} - {"admin"})  # without methods
        ),
        "tests/webhooks_test.py",
    ]
    assert [file.path for file in files] == sorted(file.path for file in files)


def test_resource_named_client_has_a_test_module_of_its_own() -> None:
    resources = tuple(
        replace(view, module=Code("client")) if view.module == "pets" else view
        for view in PACKAGE.resources
    )
    files = render_package(replace(PACKAGE, resources=resources))
    paths = [file.path for file in files]
    assert {"tests/test_client.py", "tests/test_client_itself.py"} <= set(paths)
    assert len(set(paths)) == len(paths)


def test_runtime_is_copied_unchanged(files: tuple[RenderedFile, ...]) -> None:
    runtime = template_folder() / "runtime"
    copied = {
        file.path.removeprefix("src/pet_shop/_runtime/"): file.text.encode()
        for file in files
        if "/_runtime/" in file.path
    }
    assert copied == {
        path.relative_to(runtime).as_posix(): path.read_bytes()
        for path in runtime.rglob("*.py")
    }
    assert "__init__.py" in copied


def test_files_are_formatted_as_by_black() -> None:
    texts = {
        text: path
        for package in PACKAGES.values()
        for path, text in generated(render_package(package)).items()
        if path.endswith(".py")
    }
    for text, path in texts.items():
        assert black.format_str(text, mode=black.Mode()) == text, path


@pytest.mark.parametrize("name", PACKAGES)
def test_files_pass_verification(name: str) -> None:
    verify_files(render_package(PACKAGES[name]))


def test_rendering_is_deterministic(files: tuple[RenderedFile, ...]) -> None:
    assert render_package(PACKAGE) == files


class Blank(ast.NodeTransformer):
    """Replaces all strings of a syntax tree by empty ones."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("") if isinstance(node.value, str) else node


def shape(source: str) -> str:
    return ast.dump(Blank().visit(ast.parse(source)))


def test_hostile_text_changes_no_code(files: tuple[RenderedFile, ...]) -> None:
    package = plan_pet_shop(hostile="word")
    assert package != PACKAGE
    plain = generated(render_package(package))
    texts = generated(files)
    assert texts.keys() == plain.keys()
    assert sum(HOSTILE_START in text for text in texts.values()) > 10
    for path, text in texts.items():
        if path.endswith(".py"):
            assert HOSTILE_START not in plain[path]
            assert shape(text) == shape(plain[path]), path


def test_hostile_text_is_escaped_in_markdown(files: tuple[RenderedFile, ...]) -> None:
    for path in ("README.md", "api.md"):
        text = generated(files)[path]
        outside = re.sub(r"```.*?```|`[^`\n]+`", "", text, flags=re.DOTALL)
        assert "<script" not in text
        assert "](javascript" not in outside
        assert not re.search(r"(?<!\\)<(?!/?http)[a-z]", outside)


def test_project_metadata(files: tuple[RenderedFile, ...]) -> None:
    project = tomllib.loads(generated(files)["pyproject.toml"])["project"]
    assert project["name"] == "pet-shop"
    assert project["version"] == "1.2.3"
    assert project["requires-python"] == ">=3.11"
    names = [re.split(r"[<>=]", item)[0] for item in project["dependencies"]]
    assert names == ["httpx2", "pydantic"]
    assert "\n" not in project["description"]


def test_client_without_optional_parts() -> None:
    files = generated(render_package(SMALLEST))
    assert not [path for path in files if "/models/" in path or "/params/" in path]
    assert "src/pet_shop/webhooks.py" not in files
    assert "src/pet_shop/client.py" in files


@pytest.mark.slow
def test_client_passes_ruff_black_mypy_and_pyright(
    folder: Path, files: tuple[RenderedFile, ...]
) -> None:
    *examples, webhooks = readme_examples(files)
    defined = 'payload = b"{}"\nheaders = {"X-Event": "pet.born"}\nevent ='
    examples.append(webhooks.replace("event =", defined))
    for index, example in enumerate(examples):
        (folder / "tests" / f"readme_{index}.py").write_text(example)
    run(folder, "ruff", "check", ".")
    run(folder, "black", "--check", "-q", "--extend-exclude=/_runtime/", ".")
    run(folder, "mypy")
    run(folder, "pyright", "--pythonpath", sys.executable)


@pytest.mark.slow
def test_smoke_tests_pass(folder: Path, files: tuple[RenderedFile, ...]) -> None:
    (example,) = [text for text in readme_examples(files) if "MockAPI()" in text]
    (folder / "tests" / "test_readme.py").write_text(example)
    run(folder, "pytest", "-q", "tests")


@pytest.mark.slow
def test_import_of_the_client_loads_no_models(folder: Path) -> None:
    program = (
        "import json, sys, pet_shop; pet_shop.Client(api_key='x').pets; "
        "print(json.dumps([m for m in sys.modules if m.startswith('pet_shop.')]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder / "src",
        capture_output=True,
        check=True,
    )
    modules = json.loads(done.stdout)
    assert "pet_shop.resources.pets" in modules
    assert not [
        m for m in modules if m.startswith(("pet_shop.models.", "pet_shop.params"))
    ]
    assert "pet_shop.resources.pets_toys" not in modules
