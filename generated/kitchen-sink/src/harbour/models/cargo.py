"""Response models of the API: `Cargo`, `Container`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import BaseModel, Variants
from .bulk import Bulk


class Container(BaseModel):
    type: Literal["container"] | str | None = None
    number: str
    contents: list[Cargo] | None = None


Cargo: TypeAlias = Annotated[
    Container | Bulk, Variants("type", {"bulk": Bulk, "container": Container})
]
"""One of several things that only their fields tell apart."""
