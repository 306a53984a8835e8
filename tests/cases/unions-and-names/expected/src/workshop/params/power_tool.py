"""Request types of the API: `PowerToolBaseParam`, `PowerToolParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from .. import models
    from .drill import DrillParam


class PowerToolBaseParam(TypedDict):
    """A tool with a motor."""

    kind: str
    voltage: NotRequired[int]


PowerToolParam: TypeAlias = (
    "DrillParam | models.Drill | PowerToolBaseParam | models.PowerToolBase"
)
"""A tool with a motor."""
