"""What every part of an operation is built with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ..jsondata import JsonObject
    from .arena import Arena
    from .notes import Notes
    from .refs import References
    from .schemas import SchemaTypes
    from .security import Security


class Workbench(Struct, frozen=True):
    """The tools for one document.

    Attributes:
        root: The document in the shape of 3.1.
    """

    root: JsonObject
    notes: Notes
    references: References
    arena: Arena
    schemas: SchemaTypes
    security: Security
