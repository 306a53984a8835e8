"""Names of generic types: `Page«User»`, ``Page`1[[Acme.User, Acme]]``, `dto.Page-models_User`.

A generic type is read as the names in it, each with its package, from left to right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN: Final = re.compile(r"[A-Za-z0-9_.-]+")
"""One of the names in a generic type: `Page«com.acme.Pet»` has two."""
_ARGUMENT: Final = re.compile(r"_+(?=[A-Z]\w*\.)", re.ASCII)
"""Replacement for a bracket in .NET names: `Page_Acme.Models.Pet_`."""
_ARITY: Final = re.compile(r"(?<=\w)`\d+")
_ASSEMBLY: Final = re.compile(
    r",\s*[\w.\-]+(?:,\s*(?:Version|Culture|PublicKeyToken)=[^,\]]+)*(?=\])"
)
"""Assembly of a .NET type, in the brackets of an argument: `[Acme.User, Acme]`."""
_IMPORT_PATH: Final = re.compile(r"(?<=\w)/(?=\w)")
_GO_GENERIC: Final = re.compile(r"([a-z]\w*)\.([A-Z][A-Za-z0-9]*)-([\w-]+)", re.ASCII)
"""Generic type of swag, with hyphens for brackets and underscores for dots."""
_GO_ARGUMENT: Final = re.compile(r"([a-z][a-z0-9_]*)_([A-Z]\w*)", re.ASCII)
_GO_PATH: Final = re.compile(
    r"[a-z0-9]+_(?:com|org|net|io|dev|in|co|ai|app)_[a-z0-9_]+", re.ASCII
)
"""Import path of swag, with underscores for dots and slashes: `github_com_acme_dto`."""


class TypeRun(Struct, frozen=True):
    """One of the names in a component name.

    Attributes:
        segments: The name with the segments of its package before it.
        is_qualified: Whether all segments before the last one are certainly a package.
    """

    segments: tuple[str, ...]
    is_qualified: bool = False


def read_runs(name: str) -> tuple[TypeRun, ...]:
    """Return the names in a component name, which has more than one if it is generic.

    >>> [run.segments[-1] for run in read_runs("Page`1[[Acme.User, Acme]]")]
    ['Page', 'User']
    """
    match = _GO_GENERIC.fullmatch(name)
    if match:
        return tuple(_go_runs(*match.groups()))
    plain = _ARITY.sub("", name)
    is_dotnet = plain != name
    if is_dotnet:
        plain = _ASSEMBLY.sub("", plain)
    elif "." in plain:
        plain = _IMPORT_PATH.sub(".", plain)
    found: list[TypeRun] = []
    for text in _RUN.findall(plain):
        for part in _ARGUMENT.split(text):
            if run := part.strip("_"):
                package, dot, last = run.rpartition(".")
                if dot and _GO_PATH.fullmatch(package):
                    found.append(TypeRun((*package.split("_"), last)))
                else:
                    found.append(TypeRun(tuple(run.split(".")), is_dotnet))
    return tuple(found)


def _go_runs(package: str, name: str, arguments: str) -> Iterator[TypeRun]:
    """Yield the parts of a generic type of swag, each with its package."""
    yield TypeRun((*package.split("_"), name), is_qualified=True)
    for text in arguments.split("-"):
        match = _GO_ARGUMENT.fullmatch(text)
        segments = (*match[1].split("_"), match[2]) if match else (text,)
        yield TypeRun(segments, is_qualified=True)
