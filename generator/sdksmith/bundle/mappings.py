"""The schemas that the mapping of a discriminator means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .resolution import Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..jsondata import JsonObject
    from .resolution import Resolver, Spot

_LIBRARIES: Final = ("#/components/schemas/", "#/definitions/")


def read_mapping(
    mapping: JsonObject, at: Spot, resolver: Resolver
) -> Iterator[tuple[str, Target]]:
    """Yield the values of a discriminator whose target has to be written anew.

    A value is the name of a schema or a reference (OpenAPI 3.1, section 4.8.25.3). In the
    entry document names and local references are right as they stand; in another file
    a name is that of a schema of the same file.
    """
    for tag, written in mapping.items():
        if not isinstance(written, str):
            continue
        name = not any(mark in written for mark in "#./\\:")
        if not at.file and (name or written.startswith("#/")):
            continue
        folder = at.pointer.rpartition("/")[0]
        beside = f"#{folder}/"
        starts = ("",) if not name else (*_LIBRARIES, beside)
        for start in starts:
            found = resolver.resolve(at, f"{start}{written}")
            if isinstance(found, Target) and isinstance(found.value, dict):
                yield tag, found
                break
