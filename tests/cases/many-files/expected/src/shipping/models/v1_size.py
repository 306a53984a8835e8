"""Response models of the API: `V1Size`."""

from __future__ import annotations

from typing import Literal, TypeAlias

V1Size: TypeAlias = Literal["small", "large"]
