"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .list import *
    from .status import *
    from .thing_v1_dotted import *
    from .thing_v1_snake import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".list": "List",
            ".status": "Status",
            ".thing_v1_dotted": "ThingV1Dotted ThingV1DottedLevel",
            ".thing_v1_snake": "ThingV1Snake",
        },
    )
