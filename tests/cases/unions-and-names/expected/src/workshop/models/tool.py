"""Response models of the API: `Tool`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime import Variants
from .drill import Drill
from .power_tool import PowerTool, PowerToolBase
from .saw import Saw

__all__ = ["Tool"]

Tool: TypeAlias = Annotated[
    Saw | PowerTool,
    Variants("kind", {"PowerTool": PowerToolBase, "drill": Drill, "saw": Saw}),
]
