"""Files of a client that configure git: `.gitattributes` and `.gitignore`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .environment import template_folder
from .rendered import RenderedFile

if TYPE_CHECKING:
    from collections.abc import Iterator


def git_files() -> Iterator[RenderedFile]:
    """Yield the files, which the user can replace by files of their own."""
    for name in ("gitattributes", "gitignore"):
        text = (template_folder() / name).read_bytes().decode()
        yield RenderedFile(f".{name}", text, name, is_final=True, is_optional=True)
