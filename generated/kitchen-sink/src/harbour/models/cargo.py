"""Response models of the API: `Cargo`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime import Variants
from .bulk import Bulk
from .container import Container

__all__ = ["Cargo"]

Cargo: TypeAlias = Annotated[
    Container | Bulk, Variants("type", {"bulk": Bulk, "container": Container})
]
"""One of several things that only their fields tell apart."""
