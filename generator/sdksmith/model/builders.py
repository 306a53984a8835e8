"""Shared builders, which the functions of this package pass to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from ..json_data import JsonObject
    from .api import Parameter, Place
    from .arena import Arena
    from .references import References, Target
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
        json_properties: Properties of schemas that are JSON in strings, by the pointers of
            the schemas; filled on first use, because many operations share a schema.
        parameters: Parameters by pointer and location. An operation that shares a
            parameter with others has the same object, so later stages can also read it
            only once.
    """

    root: JsonObject
    reporter: Reporter
    references: References
    arena: Arena
    schemas: SchemaTypes
    security: Security
    json_properties: dict[str, list[tuple[str, Target]]] = field(
        default_factory=dict[str, "list[tuple[str, Target]]"]
    )
    parameters: dict[tuple[str, Place], Parameter] = field(
        default_factory=dict["tuple[str, Place]", "Parameter"]
    )
