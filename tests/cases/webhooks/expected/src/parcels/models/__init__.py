"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .office_closed import OfficeClosedPayload, OfficeClosedPayloadHour
    from .parcel import Parcel
    from .parcel_create import ParcelCreateWeighedPayload
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "OfficeClosedPayload": ".office_closed",
            "OfficeClosedPayloadHour": ".office_closed",
            "Parcel": ".parcel",
            "ParcelCreateWeighedPayload": ".parcel_create",
        },
    )

__all__ = [
    "OfficeClosedPayload",
    "OfficeClosedPayloadHour",
    "Parcel",
    "ParcelCreateWeighedPayload",
]
