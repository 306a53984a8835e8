"""Wheel and sdist."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.folders import folder_contents

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "specs" / "stripe-invoices" / "spec.yaml"

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    # The installed package must not find this checkout.
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in {"PYTHONPATH", "VIRTUAL_ENV"}
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build(kind: str, source: Path, folder: Path) -> Path:
    run(
        sys.executable, "-m", "build", "--no-isolation", f"--{kind}", source,
        "--outdir", folder, cwd=folder,
    )  # fmt: skip
    (made,) = folder.iterdir()
    return made


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def fresh(tmp_path: Path, wheel: Path) -> Path:
    """Create a virtual environment with only the wheel and its dependencies.

    The pip of this environment installs them: installing another pip takes as long as a
    third of the test. Only the modules that are used are compiled.

    Returns:
        Its Python.
    """
    venv.create(tmp_path / "venv", symlinks=True)
    python = tmp_path / "venv" / "bin" / "python"
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet",
        "--no-compile", wheel, cwd=tmp_path,
    )  # fmt: skip
    return python


def test_wheel_generates_the_checked_in_client(tmp_path: Path, fresh: Path) -> None:
    run(
        fresh, "-I", "-m", "sdksmith", "generate", SPEC,
        "--output", tmp_path / "client", cwd=tmp_path,
    )  # fmt: skip
    made = folder_contents(tmp_path / "client")
    assert made == folder_contents(ROOT / "generated" / "stripe-invoices")


def test_sdist_builds_the_same_wheel(tmp_path: Path, wheel: Path) -> None:
    for name in ("sdist", "source", "again"):
        (tmp_path / name).mkdir()
    sdist = build("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (source,) = (tmp_path / "source").iterdir()
    again = build("wheel", source, tmp_path / "again")
    assert contents(again) == contents(wheel)


def test_wheel_contains_templates_word_lists_and_types(wheel: Path) -> None:
    names = contents(wheel).keys()
    assert "sdksmith/py.typed" in names
    assert any(name.startswith("sdksmith/templates/runtime/") for name in names)
    assert "sdksmith/plan/paging/words.txt" in names
    assert [name for name in names if name.endswith(".jinja")]
    assert not [name for name in names if "__pycache__" in name]
    assert {name.partition("/")[0] for name in names} == {
        "sdksmith",
        "sdksmith-0.1.0.dist-info",
    }
