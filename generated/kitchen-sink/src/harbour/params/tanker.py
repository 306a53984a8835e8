"""Request types of the API: `TankerParam`, `TankerTankParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from typing import NotRequired

    from .. import models
    from .equipment import EquipmentParam

TankerParam = TypedDict(
    "TankerParam",
    {
        "imo": "int",
        "name": "str",
        "kind": "models.VesselKind",
        "flag": "NotRequired[models.Country]",
        "length": "NotRequired[float | None]",
        "built": "NotRequired[dt.date | str]",
        "callback_url": "NotRequired[str]",
        "call_sign": "NotRequired[str]",
        "equipment": "NotRequired[EquipmentParam | models.Equipment]",
        "class": "NotRequired[str]",
        "model_config": "NotRequired[str]",
        "tanks": "Sequence[TankerTankParam | models.TankerTank]",
    },
)
"""The `TankerParam` type of the API."""


class TankerTankParam(TypedDict):
    capacity: float
    """In cubic metres."""

    heated: NotRequired[bool]
    """Default: `false`."""
