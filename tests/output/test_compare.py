"""Comparison of the folder of a client with the files to be written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from sdksmith.output.errors import OutputError
from sdksmith.output.manifest import sha256
from sdksmith.output.write import Written, write_folder
from sdksmith.render.rendered import RenderedFile

from tests.output.files import (
    FILES,
    ORIGIN,
    OTHERS,
    check,
    files_of,
    rendered,
    snapshot,
    write,
)

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
        origin = replace(ORIGIN, spec="d" * 64)
        assert check(target, FILES, origin).changed == (".sdksmith.json",)

    def test_check_does_not_create_the_folder(self, target: Path) -> None:
        assert not check(target, FILES).is_current
        assert not target.parent.exists()

    def test_folder_without_manifest_is_stale(self, target: Path) -> None:
        target.mkdir(parents=True)
        (target / "mine").write_text("mine")
        assert not check(target, FILES).is_current
        assert snapshot(target) == {"mine": b"mine"}

    def test_line_endings_do_not_matter(self, target: Path) -> None:
        """Git converts them on Windows by default."""
        write(target, FILES)
        for path in target.rglob("*"):
            if path.is_file():
                path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        assert check(target, FILES).is_current
        assert write(target, FILES).is_current
        assert write(target, OTHERS).changed == (
            ".sdksmith.json", "src/a.py", "src/c.py"
        )  # fmt: skip


OPTIONAL = RenderedFile(".gitignore", "/dist/\n", "gitignore", is_optional=True)


class TestOptionalFiles:
    def write(self, target: Path, *, check: bool = False, text: str = "") -> Written:
        files = [*rendered(FILES), replace(OPTIONAL, text=text or OPTIONAL.text)]
        return write_folder(target, files, ORIGIN, check=check)

    def test_missing_file_is_written(self, target: Path) -> None:
        self.write(target)
        assert (target / ".gitignore").read_text() == "/dist/\n"
        (target / ".gitignore").unlink()
        assert self.write(target).changed == (".gitignore",)
        self.write(target, text="/build/\n")
        assert (target / ".gitignore").read_text() == "/build/\n"

    @pytest.mark.usefixtures("replacement")
    def test_file_of_the_user_is_kept(self, target: Path) -> None:
        write(target, FILES)
        (target / ".gitignore").write_text("mine")
        self.write(target)
        assert self.write(target, check=True).is_current
        write_folder(target, [*rendered(OTHERS), OPTIONAL], ORIGIN, force=True)
        assert (target / ".gitignore").read_text() == "mine"

    @pytest.mark.usefixtures("replacement")
    def test_edited_file_is_kept(self, target: Path) -> None:
        self.write(target)
        (target / ".gitignore").write_text("/dist/\n/mine/\n")
        assert self.write(target, check=True).is_current
        write_folder(target, [*rendered(OTHERS), OPTIONAL], ORIGIN)
        assert (target / ".gitignore").read_text() == "/dist/\n/mine/\n"

    @pytest.mark.usefixtures("replacement")
    def test_link_and_folder_are_kept(self, target: Path) -> None:
        write(target, FILES)
        (target / ".gitignore").symlink_to("elsewhere")
        self.write(target)
        assert (target / ".gitignore").is_symlink()
        (target / ".gitignore").unlink()
        (target / ".gitignore").mkdir()
        assert self.write(target).is_current


@pytest.mark.usefixtures("replacement")
class TestManifestsOfOthers:
    """A manifest that lists a file of the user with its right hash."""

    def list_file(self, target: Path, name: str, **members: object) -> None:
        manifest = target / ".sdksmith.json"
        data = json.loads(manifest.read_text())
        data["files"][name] = sha256((target / name).read_bytes())
        manifest.write_text(json.dumps({**data, **members}))

    @pytest.mark.parametrize("name", ["notes.txt", "src/mine.py", "tests/test_mine.py"])
    def test_file_is_not_removed(self, target: Path, name: str) -> None:
        write(target, FILES)
        (target / name).parent.mkdir(exist_ok=True)
        (target / name).write_text("mine")
        self.list_file(target, name)
        assert write(target, FILES).removed == ()
        assert (target / name).read_text() == "mine"
        # The manifest is a new one, so that files that were generated can be removed.
        assert write(target, OTHERS).removed == ("src/inner/b.py",)
        assert (target / name).read_text() == "mine"

    def test_file_is_not_overwritten(self, target: Path) -> None:
        write(target, FILES)
        (target / "src" / "c.py").write_text("mine")
        self.list_file(target, "src/c.py")
        with pytest.raises(
            OutputError, match=r"overwritten by .*src/c\.py \(.* was edited"
        ):
            write(target, OTHERS)
        assert (target / "src" / "c.py").read_text() == "mine"

    def test_manifest_without_checksum_removes_nothing(self, target: Path) -> None:
        """Manifests of version 0.1.0 have none."""
        write(target, FILES)
        self.list_file(target, "src/a.py", checksum=None)
        assert write(target, OTHERS).removed == ()
        assert files_of(target) == {**OTHERS, "src/inner/b.py": "b = 1\n"}
