"""Checks of file names as Windows and macOS perform them.

These checks are independent of those of the generator on purpose.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MAX_PATH = 200
"""Leaves 60 of the 260 characters of Windows for the folder of the client."""

DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\xb9\xb2\xb3])")


def portability_problems(paths: Iterable[str]) -> list[str]:
    """Return the reasons why files cannot be checked out on Windows or macOS."""
    paths = [*paths]
    return [
        *(problem for path in paths for problem in _windows_problems(path)),
        *_conflicts(paths, "Windows", str.upper),
        *_conflicts(
            paths, "macOS", lambda name: unicodedata.normalize("NFD", name.casefold())
        ),
    ]


def _windows_problems(path: str) -> Iterator[str]:
    if len(path) > MAX_PATH:
        yield f"{path}: longer than {MAX_PATH} characters"
    for name in path.split("/"):
        if DEVICE.fullmatch(name.split(".")[0].strip().lower()):
            yield f"{path}: {name} is a device"
        if re.search(r'[<>:"\\|?*\x00-\x1f]', name) or name != name.rstrip(". "):
            yield f"{path}: {name} is not a file name"
        if not name or len(name.encode()) > 255:
            yield f"{path}: {name} has an invalid length"


def _conflicts(
    paths: list[str], system: str, fold: Callable[[str], str]
) -> Iterator[str]:
    """Yield the names of each folder that a system does not distinguish."""
    folders: dict[str, set[str]] = defaultdict(set)
    for path in paths:
        parts = path.split("/")
        for end in range(1, len(parts) + 1):
            folders["/".join(map(fold, parts[:end]))].add("/".join(parts[:end]))
    for same in folders.values():
        if len(same) > 1:
            yield f"{system} does not distinguish {', '.join(sorted(same))}"
