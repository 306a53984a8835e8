"""Response models of the API: `Bulk`."""

from __future__ import annotations

from typing import Literal

from .._runtime import BaseModel


class Bulk(BaseModel):
    type: Literal["bulk"] | str | None = None
    tonnes: float
    grade: str | int | None = None
