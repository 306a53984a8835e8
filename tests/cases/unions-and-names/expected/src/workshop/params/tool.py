"""Request types of the API: `ToolParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .. import models
    from .power_tool import PowerToolParam
    from .saw import SawParam

ToolParam: TypeAlias = "SawParam | models.Saw | PowerToolParam"
