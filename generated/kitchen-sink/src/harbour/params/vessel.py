"""Request types of the API: `VesselParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..models.ferry import Ferry
    from ..models.tanker import Tanker
    from ..models.tug import Tug
    from .ferry import FerryParam
    from .tanker import TankerParam
    from .tug import TugParam

VesselParam: TypeAlias = "TugParam | Tug | TankerParam | Tanker | FerryParam | Ferry"
