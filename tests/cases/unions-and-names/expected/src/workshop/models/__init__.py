"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .address import *
    from .drill import *
    from .loan import *
    from .note import *
    from .part import *
    from .power_tool import *
    from .repair import *
    from .saw import *
    from .tool import *
    from .tool_history_list import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".address": (
                "Address AddressWithBoxWithEmail AddressWithBoxWithPhone "
                "AddressWithStreetWithEmail AddressWithStreetWithPhone"
            ),
            ".drill": "Drill DrillChuck DrillSpareChuck",
            ".loan": "Loan LoanTo LoanType",
            ".note": "Note",
            ".part": "Component Part PartDimensions PartDimensionsOuter PartDimensionsUnit",
            ".power_tool": "PowerTool PowerToolBase",
            ".repair": "Repair",
            ".saw": "Saw",
            ".tool": "Tool",
            ".tool_history_list": "ToolHistoryListResponseItem",
        },
    )
