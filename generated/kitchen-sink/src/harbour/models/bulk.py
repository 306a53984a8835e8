"""Response models of the API: `Bulk`."""

from __future__ import annotations

from typing import Literal

from .._runtime import BaseModel, IntOrFloat


class Bulk(BaseModel):
    type: Literal["bulk"] | str | None = None
    tonnes: IntOrFloat
    grade: str | int | None = None
