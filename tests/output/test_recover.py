"""What `write_folder` finds: stale folders, and what killed runs left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.output import swap
from sdksmith.output.compare import STAGING_NAME
from sdksmith.output.manifest import Origin
from sdksmith.output.write import OutputError

from .files import (
    FILES,
    OTHERS,
    check,
    files_of,
    nothing_is_left_beside,
    snapshot,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_the_next_run_finishes_what_was_replaced_in_part(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that replaces files one by one may be killed between two of them."""
    write(target, FILES)
    monkeypatch.chdir(target)
    changed = {"README.md": "# Two\n", "src/a.py": "a = 2\n", "src/c.py": "c = 1\n"}
    replace = type(target).replace
    count = 0

    def die(self: Path, other: Path) -> Path:
        nonlocal count
        count += 1
        if count == 2:
            raise KeyboardInterrupt
        return replace(self, other)

    with monkeypatch.context() as patch:
        patch.setattr(type(target), "replace", die)
        with pytest.raises(KeyboardInterrupt):
            write(target, changed)
    assert files_of(target)["README.md"] == "# Two\n"
    assert (target / STAGING_NAME).is_dir()
    write(target, changed)
    assert files_of(target) == changed
    assert not (target / STAGING_NAME).exists()


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


class TestRecovering:
    def test_what_a_killed_run_left_is_removed(self, target: Path) -> None:
        write(target, FILES)
        leftover = target.with_name(".client.sdksmith-0123456789abcdef")
        leftover.mkdir()
        (leftover / "half").write_text("half")
        other = target.with_name(".clients.sdksmith-0123456789abcdef")
        other.mkdir()
        write(target, FILES)
        assert not leftover.exists()
        assert other.exists()
        assert files_of(target) == FILES

    def test_a_client_that_was_moved_away_comes_back(self, target: Path) -> None:
        write(target, FILES)
        (target / "mine").write_text("mine")
        target.rename(target.with_name(".client.sdksmith-0123456789abcdef.old"))
        target.with_name(".client.sdksmith-0123456789abcdef").mkdir()
        write(target, OTHERS)
        assert files_of(target) == {**OTHERS, "mine": "mine"}
        assert nothing_is_left_beside(target)

    def test_a_client_that_cannot_be_replaced_is_put_back(
        self, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def cannot(one: Path, other: Path) -> bool:
            return False

        rename = type(target).rename

        def fail(self: Path, other: Path) -> Path:
            if "sdksmith" in self.name and other == target and self.suffix != ".old":
                raise OSError(5, "Input/output error")
            return rename(self, other)

        write(target, FILES)
        monkeypatch.setattr(swap, "_exchange", cannot)
        monkeypatch.setattr(type(target), "rename", fail)
        with pytest.raises(OutputError, match="Input/output error"):
            write(target, OTHERS)
        assert files_of(target) == FILES
        assert nothing_is_left_beside(target)
