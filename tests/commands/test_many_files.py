"""Documents in several files, from the command line to the client."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from openapi_spec_validator import OpenAPIV2SpecValidator, OpenAPIV30SpecValidator

from tests.commands.command_line import run

if TYPE_CHECKING:
    from pathlib import Path

API = """\
swagger: "2.0"
info: {title: Parcels, version: "1"}
host: parcels.example.com
schemes: [https]
paths:
  /parcels: {$ref: paths/parcels.yaml}
"""
PARCELS = """\
get:
  responses:
    200:
      description: Parcels.
      schema: {type: array, items: {$ref: ../models.json#/Parcel}}
"""
MODELS = '{"Parcel": {"type": "object", "properties": {"label": {"type": "string"}}}}'


@pytest.fixture
def api(tmp_path: Path) -> Path:
    folder = tmp_path / "specs"
    (folder / "paths").mkdir(parents=True)
    (folder / "api.yaml").write_text(API)
    (folder / "paths" / "parcels.yaml").write_text(PARCELS)
    (folder / "models.json").write_text(MODELS)
    return folder / "api.yaml"


def test_client_contains_models_of_all_files(api: Path, tmp_path: Path) -> None:
    done = run("generate", api, "-o", tmp_path / "out")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (tmp_path / "out/src/parcels/models/parcel.py").is_file()


def test_check_detects_changes_in_any_file(api: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("generate", api, "-o", out).exit_code == 0
    assert run("generate", api, "-o", out, "--check").exit_code == 0
    models = api.parent / "models.json"
    models.write_text(f" {MODELS}\r\n")  # only the layout
    assert run("generate", api, "-o", out, "--check").exit_code == 0
    models.write_text(MODELS.replace("{", '{"x-note": 1, ', 1))
    assert run("generate", api, "-o", out, "--check").exit_code == 3


def test_client_does_not_depend_on_the_working_folder(
    api: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("generate", api, "-o", tmp_path / "one")
    monkeypatch.chdir(api.parent)
    run("generate", "api.yaml", "-o", tmp_path / "two")
    manifests = [
        (tmp_path / name / ".sdksmith.json").read_text() for name in ("one", "two")
    ]
    assert manifests[0] == manifests[1]


def test_repair_prints_the_bundled_document(api: Path) -> None:
    done = run("repair", api)
    assert (done.exit_code, done.stderr) == (0, "")
    document = yaml.safe_load(done.stdout)
    assert list(document["definitions"]) == ["Parcel"]
    assert list(OpenAPIV2SpecValidator(document).iter_errors()) == []


def test_bundled_openapi_3_0_document_is_valid(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text("""\
openapi: 3.0.3
info: {title: Parcels, version: "1"}
servers: [{url: https://parcels.example.com}]
paths: {$ref: paths.yaml}
""")
    (tmp_path / "paths.yaml").write_text("""\
/parcels/{id}:
  parameters: [{$ref: '#/x-parameters/id'}]
  get:
    responses:
      '200':
        description: A parcel.
        content: {application/json: {schema: {$ref: '#/x-parcel'}}}
x-parameters: {id: {name: id, in: path, required: true, schema: {type: string}}}
x-parcel: {type: object, properties: {inner: {$ref: '#/x-parcel'}}}
""")
    done = run("repair", tmp_path / "api.yaml")
    assert (done.exit_code, done.stderr) == (0, "")
    document = yaml.safe_load(done.stdout)
    assert list(OpenAPIV30SpecValidator(document).iter_errors()) == []


def test_missing_file_is_reported_with_its_position(api: Path, tmp_path: Path) -> None:
    (api.parent / "models.json").unlink()
    done = run("generate", api, "-o", tmp_path / "out", "--format", "json")
    assert done.exit_code == 0
    (diagnostic,) = json.loads(done.stdout)["diagnostics"]
    assert diagnostic["code"] == "BN001"
    assert diagnostic["file"].endswith("paths/parcels.yaml")
    assert diagnostic["line"] == 5


@pytest.mark.parametrize("command", ["generate", "repair", "dump-model"])
def test_remote_files_are_fetched_only_with_allow_remote(
    tmp_path: Path, command: str
) -> None:
    spec = tmp_path / "api.yaml"
    # The address is not public, and nothing listens there.
    spec.write_text(API.replace("paths/parcels.yaml", "http://127.0.0.1:9/p.yaml"))
    output = ["-o", str(tmp_path / "out")] if command == "generate" else []
    asked = run(command, spec, "--allow-remote", *output)
    assert (
        "which is not public" in asked.stderr + asked.stdout or command == "dump-model"
    )
    kept = run(command, spec, *output)
    assert "which is not public" not in kept.stderr + kept.stdout


def test_allow_remote_can_be_set_in_the_settings_file(
    api: Path, tmp_path: Path
) -> None:
    api.write_text(API.replace("paths/parcels.yaml", "http://127.0.0.1:9/p.yaml"))
    (api.parent / "sdksmith.toml").write_text("allow_remote = true\n")
    done = run("generate", api, "-o", tmp_path / "out")
    assert "which is not public" in done.stderr


def test_standard_input_cannot_reference_files(tmp_path: Path) -> None:
    done = run("repair", "-", stdin=API)
    assert done.exit_code == 0
    assert "specify its path instead" in done.stderr
