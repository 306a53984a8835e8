"""Files and folders for the tests of the output stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.output.manifest import Origin
from sdksmith.output.write import Written, write_folder
from sdksmith.render.rendered import RenderedFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILES = {"README.md": "# One\n", "src/a.py": "a = 1\n", "src/inner/b.py": "b = 1\n"}
OTHERS = {"README.md": "# One\n", "src/a.py": "a = 2\n", "src/c.py": "c = 1\n"}
ORIGIN = Origin(generator="1.0", spec="a" * 64, content="c" * 64, settings="b" * 64)


def rendered(
    contents: Mapping[str, str], *, is_final: bool = False
) -> list[RenderedFile]:
    return [
        RenderedFile(path, text, "some.template", is_final)
        for path, text in contents.items()
    ]


def snapshot(folder: Path) -> dict[str, bytes | str | None]:
    """Return the entries of a folder: contents, targets of links, None for folders."""
    found: dict[str, bytes | str | None] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = str(path.readlink())
        elif path.is_dir():
            found[name] = None
        else:
            found[name] = path.read_bytes()
    return found


def files_of(folder: Path) -> dict[str, str]:
    """Return the contents of the files in a folder, without the manifest."""
    return {
        name: content.decode()
        for name, content in snapshot(folder).items()
        if isinstance(content, bytes) and name != ".sdksmith.json"
    }


def write(target: Path, files: dict[str, str], *, force: bool = False) -> Written:
    return write_folder(target, rendered(files), ORIGIN, force=force)


def check(target: Path, files: dict[str, str], origin: Origin = ORIGIN) -> Written:
    return write_folder(target, rendered(files), origin, check=True)


def has_no_siblings(target: Path) -> bool:
    return [path.name for path in target.parent.iterdir()] == [target.name]
