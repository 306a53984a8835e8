"""Request types of the API: `PowerToolBaseParam`, `PowerToolParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from ..models.drill import Drill
    from ..models.power_tool import PowerToolBase
    from .drill import DrillParam


class PowerToolBaseParam(TypedDict):
    """A tool with a motor."""

    kind: str
    voltage: NotRequired[int]


PowerToolParam: TypeAlias = "DrillParam | Drill | PowerToolBaseParam | PowerToolBase"
"""A tool with a motor."""
