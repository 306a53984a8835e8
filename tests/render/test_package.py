"""A package with every feature of the views, rendered, checked, imported and called."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import black
import pytest
from msgspec import Struct
from msgspec.structs import replace
from sdksmith.output.verify import verify_files
from sdksmith.render.environment import template_folder
from sdksmith.render.files import render_package
from sdksmith.render.rendered import RenderedFile
from sdksmith.text.pysource import Code

from .fixture import PACKAGE
from .texts import HOSTILE

if TYPE_CHECKING:
    from sdksmith.plan.package import Package


@pytest.fixture(scope="module")
def files() -> tuple[RenderedFile, ...]:
    return render_package(PACKAGE)


@pytest.fixture(scope="module")
def folder(
    files: tuple[RenderedFile, ...], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("client")
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text)
    return folder


def own(files: tuple[RenderedFile, ...]) -> dict[str, str]:
    return {file.path: file.text for file in files if not file.is_final}


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


def test_the_files_of_a_client(files: tuple[RenderedFile, ...]) -> None:
    assert sorted(own(files)) == [
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
                "models/pet",
                "models/problem",
                "params/__init__",
                "params/shape",
                "resources/__init__",
                "resources/admin",
                "resources/pets",
                "resources/pets_toys",
                "testing",
            )
        ),
        "tests/conftest.py",
        "tests/test_client.py",
        "tests/test_pets.py",
        "tests/test_pets_toys.py",
    ]
    assert [file.path for file in files] == sorted(file.path for file in files)


def test_a_resource_may_be_called_client() -> None:
    resources = tuple(
        replace(view, module=Code("client")) if view.module == "pets" else view
        for view in PACKAGE.resources
    )
    files = render_package(replace(PACKAGE, resources=resources))
    paths = [file.path for file in files]
    assert {"tests/test_client.py", "tests/test_client_itself.py"} <= set(paths)
    assert len(set(paths)) == len(paths)


def test_the_runtime_is_copied_byte_for_byte(files: tuple[RenderedFile, ...]) -> None:
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


def assert_black_has_nothing_to_change(files: tuple[RenderedFile, ...]) -> None:
    for path, text in own(files).items():
        if path.endswith(".py"):
            assert black.format_str(text, mode=black.Mode()) == text, path


def test_black_has_nothing_to_change(files: tuple[RenderedFile, ...]) -> None:
    assert_black_has_nothing_to_change(files)


def test_the_files_pass_the_last_look(files: tuple[RenderedFile, ...]) -> None:
    verify_files(files)


def test_rendering_again_gives_the_same(files: tuple[RenderedFile, ...]) -> None:
    assert render_package(PACKAGE) == files


def harmless(value: Any) -> Any:
    """Return a view whose texts are one plain word instead."""
    if isinstance(value, Code):
        return value
    if isinstance(value, str):
        return "word" if HOSTILE in value else value
    if isinstance(value, tuple):
        # Both checkers know too little of the items to agree on a cast.
        items: list[Any] = [*value]  # pyright: ignore[reportUnknownVariableType]
        return tuple(harmless(item) for item in items)
    if isinstance(value, Struct):
        changed = {
            name: harmless(getattr(value, name)) for name in value.__struct_fields__
        }
        return replace(value, **changed)
    return value


class Blank(ast.NodeTransformer):
    """Takes the texts out of a tree, and leaves its shape."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("") if isinstance(node.value, str) else node


def shape(source: str) -> str:
    return ast.dump(Blank().visit(ast.parse(source)))


def test_hostile_text_changes_no_code(files: tuple[RenderedFile, ...]) -> None:
    package: Package = harmless(PACKAGE)
    assert package != PACKAGE
    plain = own(render_package(package))
    for path, text in own(files).items():
        if path.endswith(".py"):
            assert HOSTILE not in plain[path]
            assert shape(text) == shape(plain[path]), path


def test_hostile_text_is_only_text_in_markdown(files: tuple[RenderedFile, ...]) -> None:
    for path in ("README.md", "api.md"):
        text = own(files)[path]
        outside = re.sub(r"```.*?```|`[^`\n]+`", "", text, flags=re.DOTALL)
        assert "<script" not in text
        assert "](javascript" not in outside
        assert not re.search(r"(?<!\\)<(?!/?http)[a-z]", outside)


def test_pyproject_says_what_the_client_is(files: tuple[RenderedFile, ...]) -> None:
    project = tomllib.loads(own(files)["pyproject.toml"])["project"]
    assert project["name"] == "pet-shop"
    assert project["version"] == "1.2.3"
    assert project["requires-python"] == ">=3.11"
    names = [re.split(r"[<>=]", item)[0] for item in project["dependencies"]]
    assert names == ["httpx2", "pydantic"]
    assert "\n" not in project["description"]


def test_api_md_has_every_method_once(files: tuple[RenderedFile, ...]) -> None:
    lines = [x for x in own(files)["api.md"].splitlines() if x.startswith("- ")]
    assert lines == [
        "- `client.ping() -> Any`: `GET /ping`",
        "- `client.pets.create(name=..., ...) -> Pet`: `POST /pets`",
        "- `client.pets.list() -> Page[Pet, list[Pet]]`: `GET /pets` (deprecated)",
        "- `client.pets.retrieve(pet_id, ...) -> Pet`: `GET /pets/{pet id}`",
        "- `client.pets.toys.delete(pet, toy) -> None`: `DELETE /pets/{pet}/toys/{toy}`",
        "- `client.pets.toys.follow() -> Stream[str]`: `GET /toys`",
        "- `client.pets.toys.picture() -> bytes`: `GET /toys/picture`",
    ]


def test_a_client_without_what_is_optional() -> None:
    client = replace(
        PACKAGE.client,
        base_url=None,
        base_url_environment="",
        variables=(),
        credentials=(),
        children=(),
    )
    package = replace(
        PACKAGE,
        client=client,
        resources=(),
        models=(),
        params=(),
        error_codes=(),
        documentation_url="",
        description="",
    )
    files = render_package(package)
    assert_black_has_nothing_to_change(files)
    verify_files(files)
    assert not [path for path in own(files) if "/models/" in path or "/params/" in path]
    assert "base_url: str,\n" in own(files)["src/pet_shop/client.py"]


def test_a_base_url_that_nobody_knows_may_come_from_the_environment() -> None:
    client = replace(PACKAGE.client, base_url=None, variables=())
    text = own(render_package(replace(PACKAGE, client=client)))[
        "src/pet_shop/client.py"
    ]
    assert text.count("base_url: str | None = None,\n") == 2
    said = (
        "Required unless the environment variable\n            `PETS_BASE_URL` is set."
    )
    assert text.count(f"base_url: Base URL of the API. {said}") == 2


@pytest.mark.parametrize(
    ("values", "base"),
    [((1, 2), "IntEnum"), (("a", "1"), "StrEnum"), (("a", 1), "Enum")],
)
def test_error_codes_compare_with_what_the_api_sends(
    values: tuple[int | str, ...], base: str
) -> None:
    codes = tuple(
        replace(code, value=value)
        for code, value in zip(PACKAGE.error_codes, values, strict=True)
    )
    text = own(render_package(replace(PACKAGE, error_codes=codes)))[
        "src/pet_shop/errors.py"
    ]
    assert f"from enum import {base}\n" in text
    assert f"class ErrorCode({base}):" in text


def readme_blocks(files: tuple[RenderedFile, ...]) -> list[str]:
    return re.findall(r"```python\n(.*?)```", own(files)["README.md"], re.DOTALL)


def test_the_readme_shows_calls(files: tuple[RenderedFile, ...]) -> None:
    blocks = readme_blocks(files)
    assert len(blocks) == 14
    methods = [
        re.findall(r"client\.pets\.(?:toys\.)?(\w+)", block)[0]
        for block in blocks
        if ast.parse(block)
    ]
    special = ["list"] * 3 + ["follow"] * 2 + ["picture"]
    assert methods == ["retrieve"] * 2 + special + ["retrieve"] * 6


@pytest.mark.slow
def test_the_client_is_clean_for_checkers(
    folder: Path, files: tuple[RenderedFile, ...]
) -> None:
    for index, block in enumerate(readme_blocks(files)):
        (folder / "tests" / f"readme_{index}.py").write_text(block)
    run(folder, "ruff", "check", ".")
    run(folder, "black", "--check", "-q", "--extend-exclude=/_runtime/", ".")
    run(folder, "mypy")
    run(folder, "pyright", "--pythonpath", sys.executable)


@pytest.mark.slow
def test_the_smoke_tests_pass(folder: Path, files: tuple[RenderedFile, ...]) -> None:
    (shown,) = [block for block in readme_blocks(files) if "MockAPI()" in block]
    (folder / "tests" / "test_readme.py").write_text(shown)
    run(folder, "pytest", "-q", "tests")


@pytest.mark.slow
def test_importing_the_client_imports_no_model(folder: Path) -> None:
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
