"""Text of documents is never code: not in generated files, not when they are used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.checking import run_smoke_tests
from tests.fuzz.clients import package_of
from tests.fuzz.hostile import CANARY_FILE
from tests.fuzz.outcome import Outcome
from tests.fuzz.running import Options, run_document
from tests.fuzz.trees import dump
from tests.security.sinks import PAYLOADS, SINKS, make_document, make_operation

USE: Final = """\
import importlib, inspect, pkgutil, sys
for name in sys.argv[1:]:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        if "_runtime" in module.name:
            continue  # tested code
        for _, item in inspect.getmembers(importlib.import_module(module.name)):
            inspect.getdoc(item), repr(item)
"""
"""Program that imports the modules of packages and reads their documentation."""


class Clients:
    """Clients of all sinks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outcomes: dict[str, Outcome] = {}
        for sink, make in SINKS.items():
            package = f"client_{sink.replace('-', '_')}"
            options = Options(package, folder / package)
            outcome = run_document(f"{sink}.json", dump(make()), folder, options)
            self.outcomes[sink] = outcome

    @property
    def kept(self) -> list[Path]:
        """Folders of the clients."""
        return [Path(outcome.client) for outcome in self.outcomes.values()]


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Clients:
    folder = tmp_path_factory.mktemp("clients")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return Clients(folder)


def test_payloads_end_literals_comments_and_lines() -> None:
    ends = ('"""', "'''", "\n", "\r", "\x85", "\u2028", "{{", "${", "#{", '")', "\0")
    assert [end for end in ends if not any(end in text for text in PAYLOADS)] == []


@pytest.mark.parametrize("sink", SINKS)
def test_text_is_only_in_constants(clients: Clients, sink: str) -> None:
    outcome = clients.outcomes[sink]
    assert outcome.failures == ()
    assert outcome.is_client


def test_imports_execute_nothing(clients: Clients, tmp_path: Path) -> None:
    packages = [package_of(client) for client in clients.kept]
    sources = os.pathsep.join(str(package.parent) for package in packages)
    subprocess.run(
        [sys.executable, "-W", "error", "-c", USE, *(path.name for path in packages)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": sources},
        check=True,
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.nightly
def test_calls_execute_nothing(clients: Clients, tmp_path: Path) -> None:
    run_smoke_tests(
        [item for item in clients.kept if (item / "tests").exists()], tmp_path
    )
    assert list(tmp_path.rglob(CANARY_FILE)) == []


@pytest.mark.parametrize("text", [text for text in PAYLOADS if "\0" not in text][::3])
def test_file_names_are_not_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    name = text.replace("/", " ") + ".json"
    data = dump(make_document(paths={"/a": {"get": make_operation()}}))
    outcome = run_document(name, data, tmp_path)
    assert (outcome.is_client, outcome.failures) == (True, ())
