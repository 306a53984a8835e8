"""What every part of an operation is built with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..jsondata import JsonObject
    from .arena import Arena
    from .notes import Notes
    from .refs import References
    from .schemas import SchemaTypes
    from .security import Security


@dataclass(frozen=True, slots=True)
class Workbench:
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
