"""Writing of the folder of a client."""

from __future__ import annotations

import json
import os
import stat
import time
from typing import TYPE_CHECKING, Any

import pytest
from sdksmith.output import swap
from sdksmith.output.errors import OutputError
from sdksmith.output.temporary import STAGING_NAME

from tests.output.files import FILES, OTHERS, files_of, has_no_siblings, snapshot, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("replacement")
class TestReplacement:
    def test_new_folder_has_files_and_manifest(self, target: Path) -> None:
        written = write(target, FILES)
        assert files_of(target) == FILES
        assert written.changed == (".sdksmith.json", *sorted(FILES))
        assert written.files == written.changed
        assert written.removed == ()
        assert has_no_siblings(target)

    def test_files_are_changed_added_and_removed(self, target: Path) -> None:
        write(target, FILES)
        written = write(target, OTHERS)
        assert files_of(target) == OTHERS
        assert written.changed == (".sdksmith.json", "src/a.py", "src/c.py")
        assert written.removed == ("src/inner/b.py",)
        assert not (target / "src" / "inner").exists()
        assert has_no_siblings(target)

    def test_files_of_the_user_are_preserved(self, target: Path) -> None:
        write(target, FILES)
        mine = target / "src" / "inner" / "mine.py"
        mine.write_text("mine")
        mine.chmod(0o640)
        os.utime(mine, (1_000_000_000, 1_000_000_000))
        (target / "notes" / "empty").mkdir(parents=True)
        (target / "link").symlink_to("/nowhere/at all")
        (target / "notes" / "folder").symlink_to(target.parent)
        write(target, OTHERS)
        found = snapshot(target)
        assert found["src/inner/mine.py"] == b"mine"
        assert found["notes/empty"] is None
        assert found["link"] == "/nowhere/at all"
        assert found["notes/folder"] == str(target.parent)
        assert stat.S_IMODE(mine.stat().st_mode) == 0o640
        assert mine.stat().st_mtime == 1_000_000_000
        assert mine.stat().st_nlink == 1

    def test_unchanged_file_keeps_its_modification_time(self, target: Path) -> None:
        write(target, FILES)
        os.utime(target / "README.md", (1_000_000_000, 1_000_000_000))
        write(target, OTHERS)
        assert (target / "README.md").stat().st_mtime == 1_000_000_000

    def test_permissions_are_preserved(self, target: Path) -> None:
        write(target, FILES)
        (target / "src" / "a.py").chmod(0o600)
        target.chmod(0o750)
        write(target, OTHERS)
        assert stat.S_IMODE((target / "src" / "a.py").stat().st_mode) == 0o600
        assert stat.S_IMODE(target.stat().st_mode) == 0o750

    def test_deleted_file_is_written_again(self, target: Path) -> None:
        write(target, FILES)
        (target / "src" / "a.py").unlink()
        assert write(target, FILES).changed == ("src/a.py",)
        assert files_of(target) == FILES

    def test_folder_with_only_caches_is_removed(self, target: Path) -> None:
        write(target, FILES)
        cache = target / "src" / "inner" / "__pycache__"
        cache.mkdir()
        (cache / "b.cpython-311.pyc").write_bytes(b"x")
        write(target, OTHERS)
        assert not (target / "src" / "inner").exists()

    def test_file_can_become_a_folder_and_back(self, target: Path) -> None:
        write(target, {"src/a.py": "a"})
        write(target, {"src/a/__init__.py": "b"})
        write(target, {"src/a.py": "c"})
        assert files_of(target) == {"src/a.py": "c"}

    def test_edited_file_is_an_error(self, target: Path) -> None:
        write(target, FILES)
        (target / "src" / "a.py").write_text("edited")
        (target / "src" / "inner" / "b.py").write_text("edited")
        before = snapshot(target)
        with pytest.raises(
            OutputError, match=r"edited .*: src/a\.py, src/inner/b\.py; move"
        ):
            write(target, OTHERS)
        assert snapshot(target) == before
        write(target, OTHERS, force=True)
        assert files_of(target) == OTHERS

    def test_edit_equal_to_the_new_file_is_accepted(self, target: Path) -> None:
        write(target, FILES)
        (target / "src" / "a.py").write_text(OTHERS["src/a.py"])
        write(target, OTHERS)
        assert files_of(target) == OTHERS

    def test_unknown_file_of_the_user_is_accepted(self, target: Path) -> None:
        write(target, FILES)
        (target / "own.txt").write_text("own")
        assert write(target, FILES).changed == ()

    def test_file_of_the_user_with_a_generated_name_is_an_error(
        self, target: Path
    ) -> None:
        write(target, FILES)
        (target / "src" / "c.py").write_text("mine")
        with pytest.raises(OutputError, match=r"overwritten by .*: src/c\.py; move"):
            write(target, OTHERS)
        assert (target / "src" / "c.py").read_text() == "mine"
        write(target, OTHERS, force=True)
        assert files_of(target) == OTHERS


@pytest.mark.usefixtures("replacement")
class TestRejection:
    def test_folder_without_manifest_is_rejected(self, target: Path) -> None:
        target.mkdir(parents=True, exist_ok=True)
        (target / "README.md").write_text("mine")
        (target / "other").write_text("mine")
        before = snapshot(target)
        with pytest.raises(OutputError, match="--force"):
            write(target, FILES)
        assert snapshot(target) == before
        write(target, FILES, force=True)
        assert files_of(target) == {**FILES, "other": "mine"}

    @pytest.mark.parametrize(
        "manifest",
        ["", "[]", "{}", '{"files": {"../x": "0"}}', '{"files": {"/x": ""}}'],
    )
    def test_folder_with_invalid_manifest_is_rejected(
        self, target: Path, manifest: str
    ) -> None:
        target.mkdir(parents=True, exist_ok=True)
        (target.parent / "x").write_text("mine")
        (target / ".sdksmith.json").write_text(manifest)
        with pytest.raises(OutputError, match="was not generated by sdksmith"):
            write(target, FILES)
        assert (target.parent / "x").read_text() == "mine"

    @pytest.mark.parametrize("force", [False, True])
    @pytest.mark.parametrize("place", ["src", "src/a.py", "src/inner"])
    def test_nothing_is_written_through_symbolic_links(
        self, target: Path, place: str, force: bool
    ) -> None:
        write(target, {"README.md": "# One\n"})
        outside = target.parent / "outside"
        outside.mkdir()
        (outside / "a.py").write_text("safe")
        (target / place).parent.mkdir(exist_ok=True)
        (target / place).symlink_to(
            outside / "a.py" if place.endswith("y") else outside
        )
        with pytest.raises(OutputError, match=f"block .*: {place}"):
            write(target, FILES, force=force)
        assert snapshot(outside) == {"a.py": b"safe"}

    def test_folder_with_the_name_of_a_file_is_rejected(self, target: Path) -> None:
        write(target, {"README.md": "# One\n"})
        (target / "src" / "a.py").mkdir(parents=True)
        with pytest.raises(OutputError, match=r"src/a\.py"):
            write(target, FILES, force=True)


def test_unchanged_client_is_not_written(target: Path) -> None:
    write(target, FILES)
    inode = target.stat().st_ino
    times = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    time.sleep(0.01)
    written = write(target, FILES)
    assert written.is_current
    assert (written.changed, written.removed) == ((), ())
    assert target.stat().st_ino == inode
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == times


def test_manifest_lists_files_without_times(target: Path) -> None:
    write(target, FILES)
    text = (target / ".sdksmith.json").read_text()
    data = json.loads(text)
    assert data["generator"] == "sdksmith 1.0"
    assert data["spec"] == "sha256:" + "a" * 64
    assert data["settings"] == "sha256:" + "b" * 64
    assert list(data["files"]) == sorted(FILES)
    assert data["content"] == "sha256:" + "c" * 64
    assert set(data) == {
        "generator", "spec", "content", "settings", "files", "checksum"
    }  # fmt: skip
    write(target, dict(reversed(FILES.items())))
    assert (target / ".sdksmith.json").read_text() == text


def test_target_can_be_a_symbolic_link(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    target.mkdir(parents=True)
    link.symlink_to(target)
    write(link, FILES)
    write(link, OTHERS)
    assert link.is_symlink()
    assert files_of(target) == OTHERS


def test_target_that_is_a_file_is_rejected(target: Path) -> None:
    target.parent.mkdir()
    target.write_text("mine")
    with pytest.raises(OutputError, match="is not a folder"):
        write(target, FILES)
    with pytest.raises(OutputError, match="cannot be written"):
        write(target / "below", FILES)
    assert target.read_text() == "mine"


@pytest.fixture
def read_only_parent(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the parent folder read-only."""
    mkdir = type(target).mkdir

    def reject(self: Path, *args: Any, **kwargs: Any) -> None:
        if self.parent == target.parent:
            raise PermissionError(13, "Permission denied", str(self))
        mkdir(self, *args, **kwargs)

    monkeypatch.setattr(type(target), "mkdir", reject)


@pytest.mark.usefixtures("read_only_parent")
def test_unwritable_folder_is_an_error(target: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written: Permission denied"):
        write(target, FILES)


def test_files_are_replaced_one_by_one_if_the_parent_is_read_only(
    target: Path, request: pytest.FixtureRequest
) -> None:
    write(target, FILES)
    request.getfixturevalue("read_only_parent")
    write(target, OTHERS)
    assert files_of(target) == OTHERS


def test_files_are_replaced_without_hard_links(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    write(target, FILES)
    (target / "mine").write_text("mine")
    inode = target.stat().st_ino
    monkeypatch.setattr(os, "link", cannot)
    write(target, OTHERS)
    assert files_of(target) == {**OTHERS, "mine": "mine"}
    assert target.stat().st_ino == inode
    assert has_no_siblings(target)


def test_files_added_during_the_build_are_preserved(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap_folders = swap.swap_folders

    def meanwhile(folder: Path, target: Path) -> None:
        (target / "src" / "late.py").write_text("late")
        (target / "late").symlink_to(target.parent)
        swap_folders(folder, target)

    write(target, FILES)
    monkeypatch.setattr("sdksmith.output.write.swap_folders", meanwhile)
    write(target, OTHERS)
    assert files_of(target) == {**OTHERS, "src/late.py": "late"}
    assert (target / "late").is_symlink()


def test_nothing_is_written_through_a_link_at_the_staging_folder(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(target, FILES)
    outside = target.parent / "outside"
    (outside / "src").mkdir(parents=True)
    (outside / "src" / "a.py").write_text("safe")
    (target / STAGING_NAME).symlink_to(outside)
    monkeypatch.chdir(target)
    write(target, OTHERS)
    assert files_of(target) == OTHERS
    assert snapshot(outside) == {"src": None, "src/a.py": b"safe"}


def test_name_of_the_folder_can_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    target = tmp_path / ("a" * 250)
    write(target, FILES)
    write(target, OTHERS)
    assert files_of(target) == OTHERS
    assert has_no_siblings(target)


def test_paths_that_cannot_be_folders_are_rejected(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "pipe").touch()
    for name in ("loop", "nul\0", "a" * 256, "pipe", "pipe/x"):
        with pytest.raises(OutputError) as caught:
            write(tmp_path / name, FILES)
        assert name[:3] in str(caught.value)


def test_dangling_link_gets_its_target(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("client")
    write(tmp_path / "link", FILES)
    assert files_of(tmp_path / "client") == FILES


@pytest.mark.parametrize("name", ["x/../client", "a\nb", "-client", "\u540d"])
def test_unusual_paths_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").mkdir()
    target = type(tmp_path)(name)
    write(target, FILES)
    write(target, OTHERS)
    assert files_of(target) == OTHERS


def test_read_only_files_are_replaced_and_preserved(
    target: Path, replacement: str
) -> None:
    assert replacement
    write(target, FILES)
    (target / "mine").write_text("mine")
    for path in ("mine", "src/a.py", "src/inner/b.py"):
        (target / path).chmod(0o444)
    write(target, OTHERS)
    assert files_of(target) == {**OTHERS, "mine": "mine"}
    assert stat.S_IMODE((target / "mine").stat().st_mode) == 0o444
