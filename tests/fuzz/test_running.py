"""Runs of the generator that find planted faults."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from sdksmith.planning import RenderedClient, render_client
from sdksmith.render.rendered import RenderedFile

from tests.fuzz import running
from tests.fuzz.hostile import CALL, CANARY_FILE
from tests.fuzz.outcome import Outcome
from tests.fuzz.running import Options, run_document

DOCUMENT = json.dumps(
    {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {
            "/a": {"get": {"responses": {"200": {"description": "A."}}}},
            "/b": {"get": {"responses": {"200": {"description": "B."}}}},
        },
    }
).encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(folder: Path) -> Outcome:
    return run_document("document.json", DOCUMENT, folder)


def kinds(outcome: Outcome) -> list[str]:
    return [failure.kind for failure in outcome.failures]


def test_valid_documents_have_no_failures(folder: Path) -> None:
    keep = folder / "kept"
    options = Options("client_1", keep)
    outcome = run_document("document.json", DOCUMENT, folder, options)
    assert (outcome.is_client, outcome.failures) == (True, ())
    assert (keep / "src" / "client_1" / "client.py").is_file()


def test_rejected_documents_have_no_failures(folder: Path) -> None:
    outcome = run_document("document.json", b"[]", folder)
    assert (outcome.is_client, outcome.failures) == (False, ())


def test_crashes_are_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise KeyError("planted")

    monkeypatch.setattr("sdksmith.planning.read_api", crash)
    assert kinds(run(folder)) == ["KeyError in planning.py render_client"]


def test_injections_are_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def inject(*arguments: object) -> RenderedClient:
        client = render_client(*arguments)  # type: ignore[arg-type]
        planted = RenderedFile("src/shop/planted.py", f"x = {CALL}\n", "planted")
        return replace(client, files=(*client.files, planted))

    monkeypatch.setattr(running, "render_client", inject)
    assert kinds(run(folder)) == ["injection into planted.py"]


def test_executed_code_is_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def execute(*arguments: object) -> RenderedClient:
        Path(CANARY_FILE).touch()
        return render_client(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "render_client", execute)
    assert kinds(run(folder)) == ["code of the document was executed"]


def test_lost_operations_are_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*arguments: object) -> RenderedClient:
        client = render_client(*arguments)  # type: ignore[arg-type]
        resources = client.package.resources[1:]
        package = replace(client.package, resources=resources)
        return replace(client, planned=replace(client.planned, package=package))

    monkeypatch.setattr(running, "render_client", lose)
    (failure,) = run(folder).failures
    assert (failure.kind, failure.detail) == ("operation is lost", "/paths/~1a/get")
