"""Search for documents in a folder, and their families."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

CORPUS: Final = Path(__file__).parents[3] / "shared" / "corpus"
"""Real documents, which are not part of the project."""

ENDINGS = {".json", ".yaml", ".yml", ".md"}
_VERSION = re.compile(rb"""(?:^|[{,\s"'])(?:swagger|openapi)["']?\s*:""", re.MULTILINE)
_PASSED_OVER = {"package.json", "package-lock.json", "tsconfig.json"}
_NOT_NAMED = {"api", "apis", "corpus", "package", "specs", "src", "documents"}


@dataclass(frozen=True, order=True)
class Found:
    """Document file.

    Attributes:
        size: Size in bytes.
        is_part: Whether it is part of a document in several files and has no version.
    """

    family: str
    path: Path
    size: int
    is_part: bool


def find_documents(roots: Iterable[Path]) -> list[Found]:
    """Return the documents below `roots`, sorted by family and path.

    The family is the first folder below the root, as in `corpus/swagger2/x.json`. If these
    are folders of publishers (`api/stripe.com/...`), or the files are in the root itself,
    it is the name of the root without generic folders: `/tmp/oad/package/api` is the
    family `oad`.

    Raises:
        SystemExit: If no document is found; an empty table would look like a success.
    """
    found: list[Found] = []
    for root in roots:
        if root.is_file():
            found.append(_document(name_root(root.parent), root))
            continue
        files = sorted(path for path in root.rglob("*") if _may_be(path, root))
        folders = {
            path.relative_to(root).as_posix().partition("/")[0] for path in files
        }
        is_directory = len(folders) > 40
        for path in files:
            folder, _, inside = path.relative_to(root).as_posix().partition("/")
            is_named = bool(inside) and not is_directory
            found.append(_document(folder if is_named else name_root(root), path))
    if not found:
        raise SystemExit("no document there")
    return sorted(found)


def _may_be(path: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    named = path.suffix in ENDINGS and path.name not in _PASSED_OVER
    return named and not hidden and path.is_file()


def name_root(root: Path) -> str:
    """Return the nearest folder with a specific name."""
    for folder in (root.resolve(), *root.resolve().parents):
        if folder.name and folder.name not in _NOT_NAMED:
            return folder.name
    return "documents"


def _document(family: str, path: Path) -> Found:
    data = path.read_bytes()
    return Found(family, path, len(data), is_part=_VERSION.search(data) is None)
