"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .office_closed import *
    from .parcel import *
    from .parcel_create import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".office_closed": "OfficeClosedPayload OfficeClosedPayloadHour",
            ".parcel": "Parcel",
            ".parcel_create": "ParcelCreateWeighedPayload",
        },
    )
