"""State of the generator."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from sdksmith.cache import generator
from sdksmith.cache.generator import describe_generator, list_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Generator with one module, in an environment with two distributions."""
    (tmp_path / "source" / "inner").mkdir(parents=True)
    (tmp_path / "source" / "inner" / "module.py").write_text("x = 1\n")
    for name in ("black-26.1.0.dist-info", "jinja2-3.1.6.dist-info"):
        (tmp_path / "packages" / name).mkdir(parents=True)
    monkeypatch.setattr(generator, "FOLDERS", (tmp_path / "source",))
    monkeypatch.setattr("sys.path", [str(tmp_path / "packages")])
    return tmp_path


def test_state_is_the_same_while_nothing_changes(checkout: Path) -> None:
    before = describe_generator()
    (checkout / "source" / "__pycache__").mkdir()
    (checkout / "source" / "__pycache__" / "module.pyc").write_text("")
    assert describe_generator() == before is not None


def test_edited_file_changes_the_state(checkout: Path) -> None:
    before = describe_generator()
    module = checkout / "source" / "inner" / "module.py"
    status = module.stat()
    module.write_text("x = 2\n")
    # Tools that copy files preserve this time.
    os.utime(module, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert describe_generator() != before


def test_new_file_changes_the_state(checkout: Path) -> None:
    before = describe_generator()
    (checkout / "source" / "template.jinja").write_text("")
    assert describe_generator() != before


def test_upgraded_distribution_changes_the_state(checkout: Path) -> None:
    before = describe_generator()
    packages = checkout / "packages"
    (packages / "jinja2-3.1.6.dist-info").rename(packages / "jinja2-3.1.7.dist-info")
    assert describe_generator() != before


def test_version_of_python_changes_the_state(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = describe_generator()
    monkeypatch.setattr("sys.version", "3.99")
    assert describe_generator() != before


def test_state_is_unknown_without_metadata(checkout: Path) -> None:
    (checkout / "packages" / "black-26.1.0.dist-info").rmdir()
    assert describe_generator() is None


def test_state_of_this_generator_covers_its_templates() -> None:
    files = list_files()
    assert any(path.endswith("pipeline.py") for path in files)
    assert any(path.endswith("README.md.jinja") for path in files)
    assert describe_generator() is not None
