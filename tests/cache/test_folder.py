"""Folder with the cache of the user."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sdksmith.cache import folder
from sdksmith.cache.folder import CacheFolder, find_cache_folder

NAME = "0" * 32
OTHER = "1" * 32


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.cache/sdksmith"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "/x"}, "/x/sdksmith"),
        (
            "linux",
            {"HOME": "/home/a", "XDG_CACHE_HOME": "x"},
            "/home/a/.cache/sdksmith",
        ),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/sdksmith"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/sdksmith"),
        ("linux", {"HOME": "/home/a", "SDKSMITH_CACHE_DIR": "/c"}, "/c"),
    ],
)
def test_folder_follows_the_conventions_of_the_platform(
    platform: str, environment: dict[str, str], expected: str
) -> None:
    assert find_cache_folder(environment, platform) == Path(expected)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize(
    "environment", [{}, {"HOME": "relative"}, {"HOME": "/h", "SDKSMITH_CACHE_DIR": ""}]
)
def test_nothing_is_cached_without_a_folder(
    platform: str, environment: dict[str, str]
) -> None:
    assert find_cache_folder(environment, platform) is None


def test_entries_are_read_as_written(tmp_path: Path) -> None:
    cache = CacheFolder(tmp_path / "missing" / "cache")
    assert cache.read(NAME) is None
    cache.write(NAME, b"one")
    cache.write(NAME, b"two")
    assert cache.read(NAME) == b"two"
    assert cache.read(OTHER) is None
    assert [
        path.name for path in (tmp_path / "missing" / "cache" / "runs").iterdir()
    ] == [NAME]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs owners and modes")
class TestAccess:
    def test_only_the_user_has_access(self, tmp_path: Path) -> None:
        CacheFolder(tmp_path).write(NAME, b"one")
        assert (tmp_path / "runs").stat().st_mode & 0o777 == 0o700

    def test_folder_that_others_can_write_to_is_not_used(self, tmp_path: Path) -> None:
        cache = CacheFolder(tmp_path)
        cache.write(NAME, b"one")
        (tmp_path / "runs").chmod(0o770)
        assert cache.read(NAME) is None
        cache.write(OTHER, b"two")
        assert not (tmp_path / "runs" / OTHER).exists()

    def test_folder_of_another_user_is_not_used(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        cache = CacheFolder(tmp_path)
        cache.write(NAME, b"one")
        monkeypatch.setattr(os, "getuid", lambda: (tmp_path.stat().st_uid) + 1)
        assert cache.read(NAME) is None

    def test_link_is_not_used(self, tmp_path: Path) -> None:
        CacheFolder(tmp_path / "other").write(NAME, b"one")
        (tmp_path / "runs").symlink_to(tmp_path / "other" / "runs")
        assert CacheFolder(tmp_path).read(NAME) is None


def test_old_entries_are_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MAX_ENTRIES", 2)
    cache = CacheFolder(tmp_path)
    (tmp_path / "runs").mkdir(mode=0o700)
    (tmp_path / "runs" / "notes.txt").write_text("of the user")
    for number in range(4):
        name = f"{number:032x}"
        cache.write(name, b"x")
        os.utime(tmp_path / "runs" / name, (number, number))
    left = {path.name for path in (tmp_path / "runs").iterdir()}
    assert left == {f"{2:032x}", f"{3:032x}", "notes.txt"}


def test_total_size_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MAX_BYTES", 5)
    cache = CacheFolder(tmp_path)
    cache.write(NAME, b"four")
    os.utime(tmp_path / "runs" / NAME, (1, 1))
    cache.write(OTHER, b"four")
    assert (cache.read(NAME), cache.read(OTHER)) == (None, b"four")


def test_large_entries_are_not_cached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = CacheFolder(tmp_path)
    cache.write(NAME, b"four")
    monkeypatch.setattr(folder, "MAX_ENTRY_BYTES", 3)
    cache.write(OTHER, b"four")
    assert (cache.read(NAME), cache.read(OTHER)) == (None, None)


def test_errors_of_the_file_system_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "inner", Path("a\0b")):
        CacheFolder(path).write(NAME, b"one")
        assert CacheFolder(path).read(NAME) is None
