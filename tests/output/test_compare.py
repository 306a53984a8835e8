"""Comparison of the folder of a client with the files to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.output.manifest import Origin

from tests.output.files import FILES, OTHERS, check, snapshot, write

if TYPE_CHECKING:
    from pathlib import Path


class TestCheck:
    def test_unchanged_folder_is_current(self, target: Path) -> None:
        write(target, FILES)
        (target / "mine").write_text("mine")
        before = snapshot(target)
        assert check(target, FILES).is_current
        assert snapshot(target) == before

    def test_check_lists_changes_without_writing(self, target: Path) -> None:
        write(target, FILES)
        before = snapshot(target)
        found = check(target, OTHERS)
        assert not found.is_current
        assert found.changed == (".sdksmith.json", "src/a.py", "src/c.py")
        assert found.removed == ("src/inner/b.py",)
        assert snapshot(target) == before

    def test_edited_and_missing_files_are_stale(self, target: Path) -> None:
        write(target, FILES)
        (target / "src" / "a.py").write_text("edited")
        (target / "README.md").unlink()
        assert check(target, FILES).changed == ("README.md", "src/a.py")

    def test_different_origin_is_stale(self, target: Path) -> None:
        write(target, FILES)
        origin = Origin(generator="1.0", spec="c" * 64, settings="b" * 64)
        assert check(target, FILES, origin).changed == (".sdksmith.json",)

    def test_check_does_not_create_the_folder(self, target: Path) -> None:
        assert not check(target, FILES).is_current
        assert not target.parent.exists()

    def test_folder_without_manifest_is_stale(self, target: Path) -> None:
        target.mkdir(parents=True)
        (target / "mine").write_text("mine")
        assert not check(target, FILES).is_current
        assert snapshot(target) == {"mine": b"mine"}
