"""Response models of the API: `Consignment`."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from .._runtime import BaseModel
from .box import Box
from .carrier import Carrier
from .contents import Contents


class Consignment(BaseModel):
    id: UUID
    carrier: Carrier | None = None
    within: Consignment | None = None
    contents: list[Contents]
    label: Any = None
    box: Box | None = None
