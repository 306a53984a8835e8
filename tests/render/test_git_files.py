"""Files of a client that configure git."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from sdksmith.render.git_files import git_files

if TYPE_CHECKING:
    from pathlib import Path


def test_files_of_a_client_are_not_ignored(tmp_path: Path) -> None:
    """A package, a module or a resource can be named like a build folder."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for file in git_files():
        (tmp_path / file.path).write_text(file.text)
    paths = [
        *("src/build/__init__.py", "src/dist/resources/build.py", "tests/test_dist.py"),
        *(
            "dist/x.whl",
            "build/lib/a.py",
            "src/a/__pycache__/b.pyc",
            ".venv/pyvenv.cfg",
        ),
    ]
    ignored = subprocess.run(
        ["git", "-C", tmp_path, "check-ignore", *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ignored.stdout.split() == paths[3:]


def test_checkouts_have_lf_line_endings(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    for file in git_files():
        (tmp_path / file.path).write_text(file.text)
    found = subprocess.run(
        [
            "git",
            "-C",
            tmp_path,
            "check-attr",
            "eol",
            "linguist-generated",
            "--",
            "src/a/b.py",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout.splitlines() == [
        "src/a/b.py: eol: lf",
        "src/a/b.py: linguist-generated: set",
    ]


def test_files_are_optional() -> None:
    files = list(git_files())
    assert [file.path for file in files] == [".gitattributes", ".gitignore"]
    assert all(file.is_optional and file.is_final for file in files)
