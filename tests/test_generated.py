"""What is generated and checked in is what comes out today."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sdksmith import generate
from sdksmith.pipeline import Observer, repair_document
from sdksmith.present import Palette, list_diagnostics
from sdksmith.result import Status

from tests import regen

ROOT = Path(__file__).parents[1]
SPECS = sorted(regen.SPECS.glob("*/spec.*"))


def folder_contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_a_checked_in_client_is_what_comes_out(spec: Path, tmp_path: Path) -> None:
    generate(str(spec), tmp_path / "client")
    checked_in = folder_contents(regen.GENERATED / spec.parent.name)
    assert folder_contents(tmp_path / "client") == checked_in


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_a_checked_in_client_is_current(spec: Path) -> None:
    result = generate(str(spec), regen.GENERATED / spec.parent.name, check=True)
    assert (result.status, result.changed, result.removed) == (Status.CURRENT, (), ())


def test_every_checked_in_client_has_its_document() -> None:
    clients = {path.name for path in regen.GENERATED.iterdir() if path.is_dir()}
    assert clients == {spec.parent.name for spec in SPECS}


def test_the_runtime_is_copied_byte_for_byte() -> None:
    templates = folder_contents(ROOT / "templates" / "runtime")
    (runtime,) = (regen.GENERATED / "stripe-invoices").glob("src/*/_runtime")
    assert folder_contents(runtime) == {
        name: data for name, data in templates.items() if name.endswith(".py")
    }


def test_the_table_of_repairs_is_that_of_the_registry() -> None:
    text = regen.README.read_text(encoding="utf-8")
    assert regen.with_table_of_repairs(text) == text


def blocks(mark: str) -> list[tuple[str, str]]:
    """Return the file and the text of each block of the README after a mark."""
    text = regen.README.read_text(encoding="utf-8")
    pattern = rf"<!-- {mark}: (\S+) -->\n```\w+\n(.*?)```"
    return [(found[1], found[2]) for found in re.finditer(pattern, text, re.DOTALL)]


def assert_stands_in(block: str, text: str) -> None:
    """Check that each piece of a block, between lines of dots, is there in order."""
    place = 0
    for piece in re.split(r"^ *\.\.\.\n", block, flags=re.MULTILINE):
        place = text.find(piece, place)
        assert place >= 0, piece


def test_the_readme_shows_document_and_client() -> None:
    found = blocks("excerpt")
    assert [Path(name).suffix for name, _ in found] == [".yaml", ".py"]
    for name, block in found:
        assert_stands_in(block, (ROOT / name).read_text(encoding="utf-8"))


def test_the_readme_shows_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    ((spec, block),) = blocks("report")
    observer = Observer()
    repair_document(spec, observer=observer)
    assert_stands_in(block, list_diagnostics(observer.report, Palette()))


def test_the_readme_runs_the_tests_as_ci_does() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    text = regen.README.read_text(encoding="utf-8")
    commands = re.findall(r"```sh\n(.*)\n```", text)
    assert commands[1] == "pip install -e '.[dev]' && pytest -n 2"
    install, test = commands[1].split(" && ")
    assert install.removeprefix("pip install ") in script
    assert test in script
