"""Request types of the API: `TugParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import datetime as dt
    from typing import NotRequired

    from .. import models
    from .equipment import EquipmentParam

TugParam = TypedDict(
    "TugParam",
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
        "bollard_pull": "float",
    },
)
"""The `TugParam` type of the API."""
