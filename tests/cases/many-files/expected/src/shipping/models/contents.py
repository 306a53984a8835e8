"""Response models of the API: `Contents`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime import Variants
from .freight import Freight
from .letter import Letter

__all__ = ["Contents"]

Contents: TypeAlias = Annotated[
    Letter | Freight, Variants("kind", {"freight": Freight, "letter": Letter})
]
