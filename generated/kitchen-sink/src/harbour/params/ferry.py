"""Request types of the API: `FerryParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from typing import NotRequired

    from .. import models
    from .equipment import EquipmentParam
    from .route import RouteParam

FerryParam = TypedDict(
    "FerryParam",
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
        "decks": "NotRequired[Mapping[str, int]]",
        "route": "NotRequired[RouteParam]",
    },
)
"""The `FerryParam` type of the API."""
