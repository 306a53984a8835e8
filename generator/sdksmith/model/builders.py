"""Shared builders, which the functions of this package pass to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ..json_data import JsonObject
    from .arena import Arena
    from .references import References
    from .reporter import Reporter
    from .schemas.conversion import SchemaTypes
    from .security.build import Security


class Builders(Struct, frozen=True):
    """The builders and resolvers for one document.

    Attributes:
        root: The document, upgraded to OpenAPI 3.1.
        notes: Collector of diagnostics.
        references: Resolver of references.
        arena: Arena that holds the types.
        schemas: Types of the schemas.
        security: Security schemes of the document.
    """

    root: JsonObject
    reporter: Reporter
    references: References
    arena: Arena
    schemas: SchemaTypes
    security: Security
