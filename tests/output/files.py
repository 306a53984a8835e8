"""Files and folders for the tests of the output stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.output.manifest import Origin
from sdksmith.render.files import RenderedFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ORIGIN = Origin(generator="1.0", spec="a" * 64, settings="b" * 64)


def rendered(
    contents: Mapping[str, str], *, is_final: bool = False
) -> list[RenderedFile]:
    return [
        RenderedFile(path, text, "some.template", is_final)
        for path, text in contents.items()
    ]


def snapshot(folder: Path) -> dict[str, bytes | str | None]:
    """Return all that is in a folder: content, where a link leads, None for a folder."""
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
    """Return the texts of the files in a folder, its manifest aside."""
    return {
        name: content.decode()
        for name, content in snapshot(folder).items()
        if isinstance(content, bytes) and name != ".sdksmith.json"
    }
