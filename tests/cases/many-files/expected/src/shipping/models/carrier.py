"""Response models of the API: `Carrier`."""

from __future__ import annotations

from typing import Any

from .._runtime import BaseModel


class Carrier(BaseModel):
    name: str | None = None
    rates: Any = None
