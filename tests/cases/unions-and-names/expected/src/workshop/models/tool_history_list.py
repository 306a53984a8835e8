"""Response models of the API: `ToolHistoryListResponseItem`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime import Variants
from .loan import Loan
from .repair import Repair

__all__ = ["ToolHistoryListResponseItem"]

ToolHistoryListResponseItem: TypeAlias = Annotated[
    Repair | Loan, Variants("type", {"gift": Loan, "loan": Loan, "repair": Repair})
]
