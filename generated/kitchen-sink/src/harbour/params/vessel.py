"""Request types of the API: `VesselParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .. import models
    from .ferry import FerryParam
    from .tanker import TankerParam
    from .tug import TugParam

VesselParam: TypeAlias = (
    "TugParam | models.Tug | TankerParam | models.Tanker | FerryParam | models.Ferry"
)
