"""Names of packages and modules that every operating system and Python can use.

All names of files that depend on a document are made by `package_name`, `assign_modules` and
`free_module`. A client can therefore be checked out on Windows and macOS, whose file systems
do not distinguish upper and lower case.
"""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, Final

from .scope import assign_names
from .words import abridge, shorten, snake

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

MAX_PACKAGE: Final = 64
MAX_MODULE: Final = 100
"""Limits in characters. With the folders and suffixes of a client, paths are shorter than
`MAX_PATH`."""

MAX_PATH: Final = 200
"""Length of a path below the folder of a client. Windows allows 260 characters for the whole
path, unless long paths are enabled."""

_MAX_NAME: Final = 255  # bytes, on all usual file systems

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES: Final = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [
        f"{port}{digit}"
        for port in ("com", "lpt")
        for digit in "0123456789\xb9\xb2\xb3"
    ]
)


def is_device(name: str) -> bool:
    """Return whether Windows reserves a file name, with or without an extension."""
    return name.partition(".")[0].rstrip(" ").casefold() in _DEVICES


def is_portable(name: str) -> bool:
    """Return whether a name of a file or folder is valid on every operating system.

    Only names are accepted that consist of ASCII letters, digits, `.`, `-` and `_`.
    """
    plain = name.replace(".", "").replace("-", "").replace("_", "")
    return (
        ((plain.isascii() and plain.isalnum()) or (not plain and name.startswith("_")))
        and not name.endswith(".")
        and not is_device(name)
        and len(name) <= _MAX_NAME
    )


def package_name(words: Sequence[str], fallback: str) -> str:
    """Return words as the name of a package, which can still hide another package.

    Args:
        words: The words of the name, in lower case.
        fallback: Name if `words` is empty.
    """
    words = shorten(words, MAX_PACKAGE)
    if words and words[0][:1].isdigit():
        words = shorten(("api", *words), MAX_PACKAGE)
    return snake(words) or fallback


def assign_modules(wanted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return a unique module name for each key, in lower case.

    Args:
        wanted: Candidates for each key, the preferred one first; see `assign_names`.
            They are Python names, apart from keywords and upper-case letters.
    """
    modules = {key: [*map(_module_name, names)] for key, names in wanted.items()}
    return assign_names(modules, _DEVICES)


def free_module(name: str, used: Collection[str]) -> str:
    """Return a module name, with underscores added until it differs from those in use."""
    while name in used:
        name = f"{name}_"
    return name


def _module_name(name: str) -> str:
    name = name.lower()
    if len(name) > MAX_MODULE:
        name = snake(abridge(name.split("_"), MAX_MODULE))
    return f"{name}_" if keyword.iskeyword(name) else name or "types"
