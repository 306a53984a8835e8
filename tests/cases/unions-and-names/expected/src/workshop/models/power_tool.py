"""Response models of the API: `PowerTool`, `PowerToolBase`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime import BaseModel, Variants
from .drill import Drill

__all__ = ["PowerTool", "PowerToolBase"]


class PowerToolBase(BaseModel):
    """A tool with a motor."""

    kind: str
    voltage: int | None = None


PowerTool: TypeAlias = Annotated[
    Drill | PowerToolBase,
    Variants(
        "kind", {"PowerTool": PowerToolBase, "drill": Drill}, default=PowerToolBase
    ),
]
"""A tool with a motor."""
