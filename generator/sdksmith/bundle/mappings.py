"""Resolution of the values of a discriminator's `mapping`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .resolution import Target, Unresolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..json_data import JsonObject
    from .resolution import NodeId, Resolution, Resolver

_SCHEMA_SECTIONS: Final = ("#/components/schemas/", "#/definitions/")


def read_mapping(
    mapping: JsonObject, at: NodeId, resolver: Resolver
) -> Iterator[tuple[str, Target | Unresolved]]:
    """Yield the tags of a discriminator mapping that must be rewritten, with their targets.

    A value is the name of a schema or a reference (OpenAPI 3.1, section 4.8.25.3). Names
    and local references in the entry document remain valid and are skipped. In another
    file, a name refers to a schema of the same file.
    """
    for tag, written in mapping.items():
        if not isinstance(written, str):
            continue
        is_name = not any(mark in written for mark in "#./\\:")
        if not at.file and (is_name or written.startswith("#/")):
            continue
        found = (
            _find(written, at, resolver) if is_name else resolver.resolve(at, written)
        )
        if isinstance(found, Target | Unresolved):
            yield tag, found


def _find(name: str, at: NodeId, resolver: Resolver) -> Resolution | None:
    """Return the schema with a name in a file other than the entry document."""
    folder = at.pointer.rpartition("/")[0]
    for start in (*_SCHEMA_SECTIONS, f"#{folder}/"):
        found = resolver.resolve(at, f"{start}{name}")
        if isinstance(found, Target):
            return found
    return None
