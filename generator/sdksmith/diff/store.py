"""The file in the folder of a client that contains its surface."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import msgspec

from ..json_data import object_of
from ..render.rendered import RenderedFile
from ..report.changes import SurfaceError
from .compare import compare_surfaces
from .read import read_surface
from .surface import FORMAT, Surface

if TYPE_CHECKING:
    from pathlib import Path

    from ..json_data import JsonValue
    from ..plan.package import Package
    from ..report.changes import Comparison

SURFACE_NAME: Final = ".sdksmith.surface.json"
_MAX_BYTES: Final = 200_000_000
"""Maximum size of the file. That of Microsoft Graph has 40 MB."""
_SHORTEST: Final = 2
"""Number of values that arguments and fields always have."""
_LISTED: Final = ("methods", "types")
"""Attributes with a line for each entry."""


def dump_surface(surface: Surface) -> str:
    """Return a surface as JSON, with a line for each method and type."""
    data = object_of(msgspec.json.decode(msgspec.json.encode(surface)))
    head = {key: value for key, value in data.items() if key not in _LISTED}
    lines = [f'"format": {FORMAT}']
    lines += [f"{_text(key)}: {_text(value)}" for key, value in head.items()]
    for key in _LISTED:
        entries = object_of(data.get(key))
        inner = ",\n".join(
            f"  {_text(name)}: {_text(entries[name])}" for name in entries
        )
        lines.append(
            f"{_text(key)}: {{\n{inner}\n }}" if inner else f"{_text(key)}: {{}}"
        )
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def surface_file(package: Package) -> RenderedFile:
    """Return the file with the surface of a client."""
    text = dump_surface(read_surface(package))
    return RenderedFile(SURFACE_NAME, text, "", is_final=True)


def find_changes(folder: Path, package: Package) -> Comparison | None:
    """Return what changes for callers if a client replaces the one in a folder.

    Returns:
        The changes; None if the folder has no surface that can be read.
    """
    try:
        old = read_folder(folder)
    except SurfaceError:
        return None
    return compare_surfaces(old, read_surface(package))


def _text(value: JsonValue) -> str:
    # Escaped, so that the file has a line for each entry in every editor.
    text = json.dumps(_trim(value), separators=(",", ":"))
    return text.replace("\x7f", "\\u007f")


def _trim(value: JsonValue) -> JsonValue:
    """Return a value without defaults at the end of arguments and fields."""
    if isinstance(value, dict):
        return {key: _trim(part) for key, part in value.items()}
    if not isinstance(value, list):
        return value
    parts = [_trim(part) for part in value]
    while len(parts) > _SHORTEST and parts[-1] in ("", False):
        parts.pop()
    return parts


class _Stored(msgspec.Struct):
    format: int


def read_folder(folder: Path) -> Surface:
    """Return the surface of the client in a folder.

    Raises:
        SurfaceError: If the folder has none, or one of another version of sdksmith.
    """
    path = folder / SURFACE_NAME
    try:
        with path.open("rb") as stream:
            data = stream.read(_MAX_BYTES + 1)
    except FileNotFoundError:
        raise SurfaceError(
            f"{folder} has no {SURFACE_NAME}; compare its document instead, or generate the "
            "client again with this version"
        ) from None
    except OSError as error:
        raise SurfaceError(f"cannot read {path}: {error.strerror or error}") from error
    if len(data) > _MAX_BYTES:
        raise SurfaceError(f"{path} is larger than {_MAX_BYTES // 1_000_000} MB")
    try:
        if msgspec.json.decode(data, type=_Stored).format != FORMAT:
            raise SurfaceError(
                f"{path} was written by another version of sdksmith; compare the document "
                "of the client instead"
            )
        return msgspec.json.decode(data, type=Surface)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise SurfaceError(
            f"{path} is damaged: {error}; generate the client again"
        ) from error
