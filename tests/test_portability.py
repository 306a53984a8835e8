"""Generated clients can be checked out on Windows and macOS."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sdksmith import Settings, generate
from sdksmith.config.package_names import default_package
from sdksmith.text.words import split_words

from tests.cases.case import find_cases
from tests.portability import portability_problems

if TYPE_CHECKING:
    from sdksmith import JsonObject, JsonValue

ROOT = Path(__file__).parents[1]

HOSTILE_NAMES = (
    *("con", "CON", "Con", "aux", "nul", "prn", "com1", "LPT9", "COM\xb9", "conin$"),
    *("con.txt", "nul.tar.gz", "name. ", "name...", "name", "Name", "NAME", "na_me"),
    *("__init__", "__main__", "conftest", "py", "tests", "client", "client_itself"),
    *("class", "None", "import", "os", "typing", "annotations", "models", "resource"),
    *(
        "e\u0301t\u00e9",
        "\u00e9te\u0301",
        "\U0001f600",
        "\u05d0\u05d1",
        "!!!",
        "..",
        "~",
    ),
    *("a" * 300, f"{'a' * 299}b", "A" * 300, "word " * 100, "word " * 99 + "last"),
    *("a\x00b", "a\r\nb", "a\u2028b", "a\u202eb", "\ufeff", "1", "1a", "-", "_", " "),
)


@pytest.mark.parametrize(
    "paths",
    [
        ["src/con/a.py"],
        ["NUL.tar.gz"],
        ["com\xb9"],
        ["a/b ."],
        ["a:b"],
        ["a\nb"],
        ["a//b"],
        ["a" * 256],
        [f"{'a' * 100}/{'b' * 100}"],
        ["src/a.py", "src/A.py"],
        ["src/a.py", "SRC/b.py"],
        ["caf\u00e9.py", "cafe\u0301.py"],
        ["stra\u00dfe.py", "strasse.py"],
    ],
)
def test_problems_are_found(paths: list[str]) -> None:
    assert portability_problems(paths)


def test_usual_paths_have_no_problems() -> None:
    paths = ["src/acme/__init__.py", "src/acme/models/a.py", "README.md", "constant.py"]
    assert portability_problems(paths) == []


def test_checked_in_clients_are_portable() -> None:
    folders = [case.expected for case in find_cases()]
    folders += [*(ROOT / "generated").iterdir()]
    for folder in folders:
        files = [path for path in folder.rglob("*") if path.is_file()]
        names = [path.relative_to(folder).as_posix() for path in files]
        assert portability_problems(names) == []


def hostile_document() -> JsonObject:
    """Return a document whose tags, paths, operationIds and schemas have hostile names."""
    paths: JsonObject = {}
    schemas: JsonObject = {}
    for index, name in enumerate(HOSTILE_NAMES):
        schemas[name] = {"type": "object", "properties": {name: {"type": "string"}}}
        pointer = name.replace("~", "~0").replace("%", "%25")
        content: JsonObject = {"schema": {"$ref": f"#/components/schemas/{pointer}"}}
        operation: JsonObject = {
            "tags": [name],
            "operationId": name,
            "responses": {
                "200": {"description": "", "content": {"application/json": content}}
            },
        }
        paths[f"/{name}"] = {"get": operation}
        inner: JsonValue = {**operation, "operationId": f"{name}.{index}"}
        paths[f"/items/{name}/{{id}}"] = {"post": inner}
    return {
        "openapi": "3.1.0",
        "info": {"title": "con", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def test_hostile_names_result_in_portable_paths(tmp_path: Path) -> None:
    document = hostile_document()
    (tmp_path / "spec.json").write_text(json.dumps(document))
    settings = Settings(
        names={
            "GET /con": "Sales.read",
            "GET /CON": "sales.read",
            f"GET /{'a' * 300}": f"{'b' * 300}.read",
        }
    )
    result = generate(tmp_path / "spec.json", tmp_path / "client", settings)
    assert portability_problems(result.files) == []
    assert result.package == "con_client"
    modules = [name for name in result.files if "/resources/" in name]
    assert len(modules) > len(HOSTILE_NAMES) / 2


@pytest.mark.parametrize("title", HOSTILE_NAMES)
def test_hostile_titles_result_in_portable_packages(title: str) -> None:
    package = default_package(title)
    assert portability_problems([f"src/{package}/__init__.py"]) == []
    assert len(package) < 80
    assert package.isidentifier()
    assert split_words(package)
