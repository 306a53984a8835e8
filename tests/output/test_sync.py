"""Writing of folders to disk."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from sdksmith.output import sync

if TYPE_CHECKING:
    from pathlib import Path


def cannot_sync(_: Path) -> bool:
    return False


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths that are synced on a system that cannot sync a file system."""
    found: list[str] = []

    def record(descriptor: int) -> None:
        found.append(os.readlink(f"/proc/self/fd/{descriptor}"))  # noqa: PTH115

    monkeypatch.setattr(sync, "sync_file_system", cannot_sync)
    monkeypatch.setattr(os, "fsync", record)
    return found


def test_files_and_all_folders_are_synced(tmp_path: Path, synced: list[str]) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    new = tmp_path / "a" / "new"
    new.write_text("")
    (tmp_path / "a" / "linked").write_text("")
    sync.sync_folder(tmp_path, [new])
    folders = [tmp_path / "a" / "b", tmp_path / "a", tmp_path]
    assert synced == [str(path) for path in (new, *folders)]


def test_files_and_their_folders_are_synced(tmp_path: Path, synced: list[str]) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    new = tmp_path / "a" / "new"
    new.write_text("")
    sync.sync_files(tmp_path, [new])
    assert synced[0] == str(new)
    assert sorted(synced[1:]) == [str(tmp_path), str(tmp_path / "a")]


def test_full_disk_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    new = tmp_path / "new"
    new.write_text("")
    monkeypatch.setattr(sync, "sync_file_system", cannot_sync)
    monkeypatch.setattr(os, "fsync", fail)
    number = errno.ENOSPC
    with pytest.raises(OSError, match="No space left"):
        sync.sync_folder(tmp_path, [new])
    number = errno.EINVAL  # the file system cannot sync
    sync.sync_folder(tmp_path, [new])
