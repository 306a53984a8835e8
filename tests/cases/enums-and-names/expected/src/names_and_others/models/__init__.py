"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .list import List
    from .status import Status
    from .thing_v1_dotted import ThingV1Dotted, ThingV1Level
    from .thing_v1_snake import ThingV1Snake
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "List": ".list",
            "Status": ".status",
            "ThingV1Dotted": ".thing_v1_dotted",
            "ThingV1Level": ".thing_v1_dotted",
            "ThingV1Snake": ".thing_v1_snake",
        },
    )

__all__ = ["List", "Status", "ThingV1Dotted", "ThingV1Level", "ThingV1Snake"]
