"""Response models of the API: `Consignment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Consignment(BaseModel):
    id: UUID
    carrier: models.Carrier | None = None
    within: Consignment | None = None
    contents: list[models.Contents]
    label: Any = None
    box: models.Box | None = None
