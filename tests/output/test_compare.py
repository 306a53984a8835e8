"""Comparison of the folder of a client with the files to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.output.manifest import Origin

from tests.output.files import FILES, OTHERS, check, snapshot, write

if TYPE_CHECKING:
    from pathlib import Path


class TestChecking:
    def test_a_folder_as_it_should_be_is_current(self, target: Path) -> None:
        write(target, FILES)
        (target / "mine").write_text("mine")
        before = snapshot(target)
        assert check(target, FILES).is_current
        assert snapshot(target) == before

    def test_what_would_change_is_told_and_not_done(self, target: Path) -> None:
        write(target, FILES)
        before = snapshot(target)
        found = check(target, OTHERS)
        assert not found.is_current
        assert found.changed == (".sdksmith.json", "src/a.py", "src/c.py")
        assert found.removed == ("src/inner/b.py",)
        assert snapshot(target) == before

    def test_an_edited_or_missing_file_is_stale(self, target: Path) -> None:
        write(target, FILES)
        (target / "src" / "a.py").write_text("edited")
        (target / "README.md").unlink()
        assert check(target, FILES).changed == ("README.md", "src/a.py")

    def test_another_origin_is_stale(self, target: Path) -> None:
        write(target, FILES)
        origin = Origin(generator="1.0", spec="c" * 64, settings="b" * 64)
        assert check(target, FILES, origin).changed == (".sdksmith.json",)

    def test_a_folder_that_is_not_there_stays_away(self, target: Path) -> None:
        assert not check(target, FILES).is_current
        assert not target.parent.exists()

    def test_a_folder_of_others_is_stale(self, target: Path) -> None:
        target.mkdir(parents=True)
        (target / "mine").write_text("mine")
        assert not check(target, FILES).is_current
        assert snapshot(target) == {"mine": b"mine"}
