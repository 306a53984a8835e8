"""Checked-in output of the generator is current."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sdksmith import generate
from sdksmith.report.result import Status

from tests import regen
from tests.folders import folder_contents

ROOT = Path(__file__).parents[1]
SPECS = sorted(regen.SPECS.glob("*/spec.*"))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_checked_in_client_equals_the_output(spec: Path, tmp_path: Path) -> None:
    generate(str(spec), tmp_path / "client")
    checked_in = folder_contents(regen.GENERATED / spec.parent.name)
    assert folder_contents(tmp_path / "client") == checked_in


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_checked_in_client_is_current(spec: Path) -> None:
    result = generate(str(spec), regen.GENERATED / spec.parent.name, check=True)
    assert (result.status, result.changed, result.removed) == (Status.CURRENT, (), ())


def test_every_checked_in_client_has_a_document() -> None:
    clients = {path.name for path in regen.GENERATED.iterdir() if path.is_dir()}
    assert clients == {spec.parent.name for spec in SPECS}


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.parent.name)
def test_runtime_is_copied_unchanged(spec: Path) -> None:
    templates = folder_contents(ROOT / "templates" / "runtime")
    (runtime,) = (regen.GENERATED / spec.parent.name).glob("src/*/_runtime")
    composed = {"__init__.py", "client.py", "async_client.py"}
    for name, data in folder_contents(runtime).items():
        assert name in composed or data == templates[name], name


@pytest.mark.parametrize("path", regen.PAGES, ids=lambda path: path.name)
def test_generated_parts_of_pages_are_current(path: Path) -> None:
    assert regen.with_generated_parts(path) == path.read_text(encoding="utf-8")


def test_readme_shows_part_of_the_document() -> None:
    text = regen.README.read_text(encoding="utf-8")
    pattern = r"<!-- excerpt: (\S+) -->\n```\w+\n(.*?)```"
    ((name, block),) = re.findall(pattern, text, re.DOTALL)
    document = (ROOT / name).read_text(encoding="utf-8")
    place = 0
    for piece in block.split("...\n"):
        place = document.find(piece, place)
        assert place >= 0, piece


def test_readme_runs_tests_like_ci() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    text = regen.README.read_text(encoding="utf-8")
    commands = re.findall(r"```sh\n(.*)\n```", text)
    assert len(commands) == 3
    assert commands[2] == "pip install -c constraints.txt -e '.[dev]' && pytest -n 3"
    install, test = commands[2].split(" && ")
    assert install.removeprefix("pip install ") in script
    assert test in script
