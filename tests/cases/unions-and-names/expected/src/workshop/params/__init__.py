"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .drill import *
    from .power_tool import *
    from .saw import *
    from .tool import *
    from .tool_list import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".drill": "DrillChuckParam DrillParam DrillSpareChuckParam",
            ".power_tool": "PowerToolBaseParam PowerToolParam",
            ".saw": "SawParam",
            ".tool": "ToolParam",
            ".tool_list": "ToolListSort",
        },
    )
