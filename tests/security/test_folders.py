"""Nothing is written, replaced or removed outside of the output folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest
from sdksmith import OutputError, generate
from sdksmith.json_data import JsonObject
from sdksmith.output.manifest import MANIFEST_NAME, sha256

from tests.folders import folder_contents
from tests.fuzz.oracles.pages import check_paths
from tests.output.files import write
from tests.security.rendering import render_files
from tests.security.sinks import make_document, make_operation

TRAVERSALS: Final = (
    *(
        "../victim",
        "../../victim",
        "/tmp/victim",
        "..\\victim",
        "C:\\victim",
        "~/victim",
    ),
    *("%2e%2e/victim", "%2e%2e%2fvictim", "%252e%252e%252fvictim", "..%5cvictim"),
    *(
        "\u2024\u2024/victim",
        "\uff0e\uff0e\uff0fvictim",
        "..\u2215victim",
        "..\u2044victim",
    ),
    *("..\0/victim", "../victim\n", ".", "..", "....//victim", "src/../../victim"),
)


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    """File outside of the output folder."""
    path = tmp_path / "victim"
    path.write_text("of the user")
    return path


def make_named(name: str) -> JsonObject:
    """Return a document with a name in all places that name files and modules."""
    schema: JsonObject = {"type": "object", "title": name, "properties": {name: {}}}
    groups: JsonObject = {"x-sdksmith-group": name, "x-fern-sdk-group-name": [name]}
    content: JsonObject = {"application/json": {"schema": schema}}
    operation = make_operation(
        tags=[name],
        operationId=name,
        requestBody={"content": content},
        responses={"200": {"description": "A.", "content": content}},
        **groups,
    )
    return make_document(
        info={"title": name, "version": name},
        tags=[{"name": name}],
        paths={f"/{name}": {"post": operation}, name: {"get": operation}},
        components={"schemas": {name: schema}},
        webhooks={name: {"post": operation}},
    )


@pytest.mark.parametrize("name", TRAVERSALS)
def test_names_stay_inside_the_folder(tmp_path: Path, name: str) -> None:
    document = tmp_path / "api.json"
    document.write_text(json.dumps(make_named(name)))
    files = render_files(document)
    assert files
    assert [failure.detail for failure in check_paths(files)] == []
    assert [path for path in files if not path.isascii()] == []


def test_files_are_only_written_to_the_folder(tmp_path: Path, victim: Path) -> None:
    document = tmp_path / "api.json"
    document.write_text(json.dumps(make_named("../victim")))
    generate(document, tmp_path / "out")
    assert {path.name for path in tmp_path.iterdir()} == {"api.json", "out", "victim"}
    assert victim.read_text() == "of the user"


@pytest.mark.parametrize("name", TRAVERSALS)
def test_manifests_stay_inside_the_folder(
    tmp_path: Path, victim: Path, name: str
) -> None:
    output = tmp_path / "out"
    write(output, {"a.py": "a = 1\n"})
    manifest = json.loads((output / MANIFEST_NAME).read_text())
    manifest["files"][name] = sha256(victim.read_bytes())
    (output / MANIFEST_NAME).write_text(json.dumps(manifest))
    before = folder_contents(output)
    try:
        write(output, {"b.py": "b = 1\n"})
    except OutputError:
        assert folder_contents(output) == before
    assert victim.read_text() == "of the user"
    assert {path.name for path in tmp_path.iterdir()} == {"out", "victim"}


def test_links_are_not_followed(tmp_path: Path, victim: Path) -> None:
    document, output = tmp_path / "api.json", tmp_path / "out"
    document.write_text(json.dumps(make_named("boats")))
    output.mkdir()
    (output / "README.md").symlink_to(victim)
    (output / "src").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(OutputError):
        generate(document, output, force=True)
    assert victim.read_text() == "of the user"
    assert list((tmp_path / "elsewhere").iterdir()) == []
