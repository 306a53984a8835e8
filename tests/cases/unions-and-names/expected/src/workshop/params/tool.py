"""Request types of the API: `ToolParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..models.saw import Saw
    from .power_tool import PowerToolParam
    from .saw import SawParam

ToolParam: TypeAlias = "SawParam | Saw | PowerToolParam"
