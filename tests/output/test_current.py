"""Folders that are still as a run left them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sdksmith.output.current import FolderState, describe_folder, list_current_files
from sdksmith.output.manifest import MANIFEST_NAME
from sdksmith.output.temporary import STAGING_NAME
from sdksmith.output.write import write_folder
from sdksmith.render.rendered import RenderedFile

from tests.output.files import FILES, ORIGIN, rendered, write

LISTED = (".sdksmith.json", "README.md", "src/a.py", "src/inner/b.py")


@pytest.fixture
def state(target: Path) -> FolderState:
    written = write(target, FILES)
    state = describe_folder(target, written.manifest, written.kept)
    assert state is not None
    return state


def test_files_are_those_of_the_run(target: Path, state: FolderState) -> None:
    assert list_current_files(target, state) == LISTED


def test_files_of_the_user_do_not_matter(target: Path, state: FolderState) -> None:
    (target / "LICENSE").write_text("mine")
    (target / "src" / "inner" / "mine.py").write_text("")
    (target / "docs").mkdir()
    (target / "docs" / "loop").symlink_to(target)
    assert list_current_files(target, state) == LISTED


def test_line_endings_do_not_matter(target: Path, state: FolderState) -> None:
    (target / "src" / "a.py").write_bytes(b"a = 1\r\n")
    assert list_current_files(target, state) == LISTED


def replace_by_link(path: Path) -> None:
    path.rename(path.with_name("other"))
    path.symlink_to("other")


def replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda target: (target / "src" / "a.py").write_text("a = 2\n"),
    "missing": lambda target: (target / "src" / "a.py").unlink(),
    "renamed": lambda target: (target / "src/a.py").rename(target / "src/A.py"),
    "linked": lambda target: replace_by_link(target / "src" / "a.py"),
    "named pipe": lambda target: replace_by_pipe(target / "src" / "a.py"),
    "named pipe as manifest": lambda target: replace_by_pipe(target / MANIFEST_NAME),
    "folder linked": lambda target: replace_by_link(target / "src" / "inner"),
    "manifest": lambda target: (target / ".sdksmith.json").write_text("{}"),
    "staging": lambda target: (target / STAGING_NAME).mkdir(),
    "temporary folder": lambda target: temporary_sibling(target).mkdir(),
}


def temporary_sibling(target: Path) -> Path:
    return target.with_name(f".{target.name}.sdksmith-0")


@pytest.mark.parametrize("change", CHANGES)
def test_other_states_are_found(target: Path, state: FolderState, change: str) -> None:
    CHANGES[change](target)
    assert list_current_files(target, state) is None


def test_manifest_that_was_changed_with_a_file_is_found(
    target: Path, state: FolderState
) -> None:
    write(target, {**FILES, "src/a.py": "a = 2\n"})
    assert list_current_files(target, state) is None


def test_optional_file_of_the_user_is_compared(target: Path) -> None:
    optional = RenderedFile(".gitignore", "dist/\n", "gitignore", is_optional=True)
    target.mkdir(parents=True)
    write(target, FILES)
    (target / ".gitignore").write_text("mine/\n")
    written = write_folder(target, [*rendered(FILES), optional], ORIGIN)
    assert written.kept == {".gitignore"}
    state = describe_folder(target, written.manifest, written.kept)
    assert state is not None
    assert list_current_files(target, state) == (".gitignore", *LISTED)
    (target / ".gitignore").write_text("other/\n")
    assert list_current_files(target, state) is None


@pytest.mark.parametrize("kind", ["link", "named pipe"])
def test_only_regular_files_are_described(target: Path, kind: str) -> None:
    written = write(target, FILES)
    if kind == "link":
        (target / ".gitignore").symlink_to("README.md")
    else:
        os.mkfifo(target / ".gitignore")
    assert describe_folder(target, written.manifest, frozenset([".gitignore"])) is None
