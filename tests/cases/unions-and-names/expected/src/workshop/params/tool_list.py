"""Request types of the API: `ToolListSort`."""

from __future__ import annotations

from typing import Literal, TypeAlias

ToolListSort: TypeAlias = Literal["name", "weight"]
