"""Response models of the API: `Status`."""

from __future__ import annotations

from typing import Literal, TypeAlias

Status: TypeAlias = Literal["on", "off", "no", "", "a\\nb"]
"""How it is; "" means unknown."""
