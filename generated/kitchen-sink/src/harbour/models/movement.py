"""Response models of the API: `Movement`."""

from __future__ import annotations

from typing import TypeAlias

from .arrival import Arrival
from .departure import Departure

__all__ = ["Movement"]

Movement: TypeAlias = Arrival | Departure
