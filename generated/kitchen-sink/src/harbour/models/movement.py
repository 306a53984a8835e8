"""Response models of the API: `Movement`."""

from __future__ import annotations

from typing import TypeAlias

from .arrival import Arrival
from .departure import Departure

Movement: TypeAlias = Arrival | Departure
