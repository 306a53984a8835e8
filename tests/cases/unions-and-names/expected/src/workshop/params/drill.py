"""Request types of the API: `DrillChuckParam`, `DrillParam`,
`DrillSpareChuckParam`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from .. import models


class DrillChuckParam(TypedDict):
    size: NotRequired[float]


class DrillParam(TypedDict):
    kind: str
    voltage: NotRequired[int]
    chuck: NotRequired[DrillChuckParam | models.DrillChuck]
    spare_chuck: NotRequired[DrillSpareChuckParam | models.DrillSpareChuck]


class DrillSpareChuckParam(TypedDict):
    size: NotRequired[float]
