"""Response models of the API: `Size`."""

from __future__ import annotations

from typing import Literal, TypeAlias

Size: TypeAlias = Literal["S", "M", "L"]
