"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .harbour_v1_event import HarbourV1EventParam
    from .people_v1_event import PeopleV1EventParam
    from .v1_owner import V1OwnerParam
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "HarbourV1EventParam": ".harbour_v1_event",
            "PeopleV1EventParam": ".people_v1_event",
            "V1OwnerParam": ".v1_owner",
        },
    )

__all__ = ["HarbourV1EventParam", "PeopleV1EventParam", "V1OwnerParam"]
