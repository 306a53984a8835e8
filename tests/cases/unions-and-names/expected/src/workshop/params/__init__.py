"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .drill import DrillChuckParam, DrillParam, DrillSpareChuckParam
    from .power_tool import PowerToolBaseParam, PowerToolParam
    from .saw import SawParam
    from .tool import ToolParam
    from .tool_list import ToolListSort
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "DrillChuckParam": ".drill",
            "DrillParam": ".drill",
            "DrillSpareChuckParam": ".drill",
            "PowerToolBaseParam": ".power_tool",
            "PowerToolParam": ".power_tool",
            "SawParam": ".saw",
            "ToolParam": ".tool",
            "ToolListSort": ".tool_list",
        },
    )

__all__ = [
    "DrillChuckParam",
    "DrillParam",
    "DrillSpareChuckParam",
    "PowerToolBaseParam",
    "PowerToolParam",
    "SawParam",
    "ToolListSort",
    "ToolParam",
]
