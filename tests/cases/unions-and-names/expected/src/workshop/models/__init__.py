"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .address import (
        Address,
        AddressWithBoxWithEmail,
        AddressWithBoxWithPhone,
        AddressWithStreetWithEmail,
        AddressWithStreetWithPhone,
    )
    from .drill import Drill, DrillChuck, DrillSpareChuck
    from .loan import Loan, LoanTo, LoanType
    from .note import Note
    from .part import (
        Component,
        Part,
        PartDimensions,
        PartDimensionsOuter,
        PartDimensionsUnit,
    )
    from .power_tool import PowerTool, PowerToolBase
    from .repair import Repair
    from .saw import Saw
    from .tool import Tool
    from .tool_history_list import ToolHistoryListResponseItem
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Address": ".address",
            "AddressWithBoxWithEmail": ".address",
            "AddressWithBoxWithPhone": ".address",
            "AddressWithStreetWithEmail": ".address",
            "AddressWithStreetWithPhone": ".address",
            "Drill": ".drill",
            "DrillChuck": ".drill",
            "DrillSpareChuck": ".drill",
            "Loan": ".loan",
            "LoanTo": ".loan",
            "LoanType": ".loan",
            "Note": ".note",
            "Component": ".part",
            "Part": ".part",
            "PartDimensions": ".part",
            "PartDimensionsOuter": ".part",
            "PartDimensionsUnit": ".part",
            "PowerTool": ".power_tool",
            "PowerToolBase": ".power_tool",
            "Repair": ".repair",
            "Saw": ".saw",
            "Tool": ".tool",
            "ToolHistoryListResponseItem": ".tool_history_list",
        },
    )

__all__ = [
    "Address",
    "AddressWithBoxWithEmail",
    "AddressWithBoxWithPhone",
    "AddressWithStreetWithEmail",
    "AddressWithStreetWithPhone",
    "Component",
    "Drill",
    "DrillChuck",
    "DrillSpareChuck",
    "Loan",
    "LoanTo",
    "LoanType",
    "Note",
    "Part",
    "PartDimensions",
    "PartDimensionsOuter",
    "PartDimensionsUnit",
    "PowerTool",
    "PowerToolBase",
    "Repair",
    "Saw",
    "Tool",
    "ToolHistoryListResponseItem",
]
